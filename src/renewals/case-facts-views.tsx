import { type Lang, say } from '../core/text.ts'
import type { Delivery, HeldLicence } from '../exams/exam.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Panel, Row } from '../web/pieces/panel.tsx'
import { toneOf } from '../web/pieces/status-badge.tsx'
import { Timeline } from '../web/pieces/timeline.tsx'
import { answerText } from './answer.ts'
import type { BoardLine } from './board.ts'
import { deskWords as words } from './desk-words.ts'
import { Deadline } from './line-views.tsx'
import type { CaseState, HoldReason } from './renewal-case.ts'
import { caseStateWords, holdReasonWords, wordOf } from './state-words.ts'

export type HistoryStep = { state: CaseState; at: Date; by: string; reason?: string | undefined }

export type FactsProps = {
  lang: Lang
  line: BoardLine & { case: NonNullable<BoardLine['case']> }
  patientId: string
  heldLicence?: HeldLicence | undefined
  delivery: Delivery
  /** Whose pages the reader may open: a director follows the case, not the person. */
  opens: { exam: boolean; patient: boolean }
  now: Date
}

export function CaseFacts(props: FactsProps) {
  const { lang, line, patientId, heldLicence, delivery, opens, now } = props
  const { transmission } = line
  const deadline = transmission !== undefined && transmission.state !== 'accepted'
  return (
    <Panel
      lang={lang}
      title={words.facts}
      footer={
        <Row>
          {opens.exam && (
            <LinkButton small href={`/exams/${line.examId}`}>
              {say(words.toExam, lang)}
            </LinkButton>
          )}
          {opens.patient && (
            <LinkButton small href={`/patients/${patientId}`}>
              {say(words.toPatient, lang)}
            </LinkButton>
          )}
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
            value: line.case.dossierCode ? (
              <strong>{line.case.dossierCode}</strong>
            ) : (
              say(words.noDossierCode, lang)
            ),
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
            term: words.authoritySaid,
            value: say(answerText(line.case.lastAnswer), lang),
          },
          { term: words.reference, value: <code class="reference">{line.case.id}</code> },
        ]}
      />
    </Panel>
  )
}

function heldText(held: HeldLicence | undefined, lang: Lang): string {
  if (!held) return say(words.noDossierCode, lang)
  const expires = held.expiresOn ? dateText(held.expiresOn, lang) : '—'
  return say(words.heldLicenceValue, lang, { number: held.number, class: held.class, expires })
}

function deliveryText({ method, address }: Delivery, lang: Lang): string {
  if (method === 'collect') return say(words.collect, lang)
  return say(words.post, lang, { address: address ?? '—' })
}

export function CaseHistory({ lang, history }: { lang: Lang; history: readonly HistoryStep[] }) {
  return (
    <Panel lang={lang} title={words.history}>
      <Timeline
        lang={lang}
        label={words.history}
        items={history.toReversed().map((step) => ({
          at: step.at,
          tone: toneOf(step.state),
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
