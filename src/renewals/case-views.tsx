import { type Lang, say } from '../core/text.ts'
import type { Delivery, HeldLicence } from '../exams/exam.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { Steps } from '../web/pieces/steps.tsx'
import { Timeline } from '../web/pieces/timeline.tsx'
import { type Act, Acts, type Refused } from './act-views.tsx'
import { ageText } from './age.ts'
import { type BoardLine, stoodSince } from './board.ts'
import { stepsOf } from './case-steps.ts'
import { deskWords as words } from './desk-words.ts'
import { answerText, CaseBadge, Deadline, reasonText } from './line-views.tsx'
import { allows, type CaseState, type HoldReason } from './renewal-case.ts'
import { caseStateWords, holdReasonWords, wordOf } from './state-words.ts'
import { SupplyForm } from './supply-views.tsx'

export type HistoryStep = { state: CaseState; at: Date; by: string; reason?: string | undefined }

export type CaseProps = {
  lang: Lang
  line: BoardLine & { case: NonNullable<BoardLine['case']> }
  patientId: string
  heldLicence?: HeldLicence | undefined
  delivery: Delivery
  history: readonly HistoryStep[]
  mayManage: boolean
  /** Sent at least once, so that the authority can be asked. */
  sent: boolean
  now: Date
  once: string
  refused?: Refused | undefined
}

export function CaseView(props: CaseProps) {
  const { lang, line } = props
  return (
    <Stack>
      <LivePart id="case-head" polite>
        <PageHead
          lang={lang}
          title={words.caseTitle}
          lead={`${line.personName} · ${say(words.licenceClass, lang)} ${line.licenceClass}`}
          badge={<CaseBadge lang={lang} state={line.case.state} />}
          back={{ href: '/renewals', label: words.cases }}
        />
      </LivePart>
      <Columns
        main={
          <Stack>
            <LivePart id="case-steps">
              <Stack>
                <Standing {...props} />
                <Panel lang={lang} title={words.steps}>
                  <Steps lang={lang} label={words.steps} steps={stepsOf(line)} />
                </Panel>
              </Stack>
            </LivePart>
            <Todo {...props} />
          </Stack>
        }
        side={
          <LivePart id="case-side">
            <Stack>
              <Facts {...props} />
              <History lang={lang} history={props.history} />
            </Stack>
          </LivePart>
        }
      />
    </Stack>
  )
}

/** Why it stands where it stands, and for how long. */
function Standing({ lang, line, now }: CaseProps) {
  const reason = reasonText(line, lang)
  const since = stoodSince(line)
  if (!reason || line.case.state === 'completed' || line.case.state === 'cancelled') return null
  const needsHand = ['on-hold', 'draft', 'rejected'].includes(line.case.state)
  const stuck = ['unknown', 'rejected', 'needs-data'].includes(line.transmission?.state ?? '')
  return (
    <Notice lang={lang} kind={needsHand || stuck ? 'warn' : 'info'} title={reason}>
      {since && say(words.waitedFor, lang, { time: told(ageText(since, now), lang) })}
    </Notice>
  )
}

function Todo(props: CaseProps) {
  const { lang, line, mayManage } = props
  if (!mayManage) return null
  const acts = actsOf(props)
  const lacksData = line.case.missing.length > 0 && allows(line.case.state, 'complete-data')
  if (acts.length === 0 && !lacksData) {
    return (
      <Panel lang={lang} title={words.todo}>
        <p>{say(words.closed, lang)}</p>
      </Panel>
    )
  }
  const to = `/renewals/${line.case.id}`
  return (
    <>
      {lacksData && <SupplyForm {...props} to={to} missing={line.case.missing} />}
      <Acts
        lang={lang}
        to={to}
        acts={acts}
        once={props.once}
        refused={props.refused}
        marked={line.case.state === 'on-hold'}
      />
    </>
  )
}

function actsOf({ line, sent }: CaseProps): Act[] {
  const { state, missing, holdReason, dossierCode } = line.case
  const release = allows(state, 'release') && missing.length === 0
  const again = allows(state, 'submit-again') && !dossierCode
  const ask = sent && dossierCode !== undefined && allows(state, 'withdraw')
  const acts: (Act | false)[] = [
    release &&
      holdReason !== 'consent-withdrawn' && {
        act: 'release',
        label: words.release,
        hint: holdReason === 'supplement' ? words.supplementHint : words.releaseHint,
        look: 'primary',
      },
    again && { act: 'resubmit', label: words.submitAgain },
    ask && { act: 'refresh', label: words.refresh, hint: words.refreshHint },
    allows(state, 'hold') && { act: 'hold', label: words.hold },
    allows(state, 'withdraw') && {
      act: 'withdraw',
      label: words.withdraw,
      hint: words.withdrawHint,
      look: 'danger',
    },
  ]
  return acts.filter((act): act is Act => act !== false)
}

function Facts({ lang, line, patientId, heldLicence, delivery, now }: CaseProps) {
  const { transmission } = line
  const deadline = transmission !== undefined && transmission.state !== 'accepted'
  return (
    <Panel
      lang={lang}
      title={words.facts}
      footer={
        <Row>
          <LinkButton small href={`/exams/${line.examId}`}>
            {say(words.toExam, lang)}
          </LinkButton>
          <LinkButton small href={`/patients/${patientId}`}>
            {say(words.toPatient, lang)}
          </LinkButton>
          {transmission && (
            <LinkButton small href={`/transmissions/${transmission.id}`}>
              {say(words.toTransmission, lang)}
            </LinkButton>
          )}
        </Row>
      }
    >
      <DefinitionList
        lang={lang}
        items={[
          {
            term: words.dossierCode,
            value: line.case.dossierCode ?? say(words.noDossierCode, lang),
          },
          {
            term: words.certificate,
            value: <span class="certificate-number">{line.certificateNumber}</span>,
          },
          deadline && {
            term: words.deadline,
            value: <Deadline lang={lang} line={line} now={now} />,
          },
          { term: words.heldLicence, value: heldText(heldLicence, lang) },
          { term: words.delivery, value: deliveryText(delivery, lang) },
          !!line.case.lastAnswer && {
            term: words.lastAnswer,
            value: answerText(line.case.lastAnswer, lang),
          },
          { term: words.reference, value: <code>{line.case.id}</code> },
        ]}
      />
    </Panel>
  )
}

function heldText(held: HeldLicence | undefined, lang: Lang): string {
  if (!held) return '—'
  const expires = held.expiresOn ? dateText(held.expiresOn, lang) : '—'
  return say(words.heldLicenceValue, lang, { number: held.number, class: held.class, expires })
}

function deliveryText({ method, address }: Delivery, lang: Lang): string {
  if (method === 'collect') return say(words.collect, lang)
  return say(words.post, lang, { address: address ?? '—' })
}

function History({ lang, history }: { lang: Lang; history: readonly HistoryStep[] }) {
  return (
    <Panel lang={lang} title={words.history}>
      <Timeline
        lang={lang}
        label={words.history}
        items={[...history].reverse().map((step) => ({
          at: step.at,
          title: caseStateWords[step.state],
          by: byText(step.by, lang),
          detail: step.reason && reasonOf(step.reason, lang),
        }))}
      />
    </Panel>
  )
}

function reasonOf(reason: string, lang: Lang): string {
  return say(wordOf(holdReasonWords, reason as HoldReason), lang)
}

function byText(by: string, lang: Lang): string {
  if (by === 'licence-authority') return say(words.authorityName, lang)
  return by === 'lienthong' ? say(words.softwareName, lang) : by
}
