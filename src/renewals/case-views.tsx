import { ageText } from '../core/duration.ts'
import { say } from '../core/text.ts'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Steps } from '../web/pieces/steps.tsx'
import { type Act, Acts, type Refused } from './act-views.tsx'
import { stoodSince } from './board.ts'
import { CaseFacts, CaseHistory, type FactsProps, type HistoryStep } from './case-facts-views.tsx'
import { stepsOf } from './case-steps.ts'
import { deskWords as words } from './desk-words.ts'
import { CaseBadge, reasonText } from './line-views.tsx'
import { allows } from './renewal-case.ts'
import { SupplyForm } from './supply-views.tsx'

export type CaseProps = FactsProps & {
  history: readonly HistoryStep[]
  mayManage: boolean
  /** Sent at least once, so that the authority can be asked. */
  sent: boolean
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
              <CaseFacts {...props} />
              <CaseHistory lang={lang} history={props.history} />
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
