import { ageText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { type Act, Acts, type Refused } from './act-views.tsx'
import type { BoardLine, TransmissionLine } from './board.ts'
import { deskWords as words } from './desk-words.ts'
import { answerText, Deadline, reasonText, TransmissionBadge } from './line-views.tsx'
import type { TransmissionAction } from './transmission.ts'

export type TransmissionProps = {
  lang: Lang
  line: BoardLine & { transmission: TransmissionLine }
  patientId: string
  lastAttemptAt?: Date | undefined
  actions: readonly TransmissionAction[]
  /** Whose pages the reader may open. */
  opens: { exam: boolean; patient: boolean }
  now: Date
  once: string
  refused?: Refused | undefined
}

const acts: Record<TransmissionAction, Act> = {
  'confirm-there': {
    act: 'confirm',
    label: words.confirmThere,
    hint: words.confirmHint,
    look: 'primary',
  },
  'send-again': { act: 'resend', label: words.sendAgain, hint: words.sendAgainHint },
  'check-again': {
    act: 'recheck',
    label: words.checkAgain,
    hint: words.checkHint,
    look: 'primary',
  },
}

export function TransmissionView(props: TransmissionProps) {
  const { lang, line } = props
  return (
    <Stack>
      <LivePart id="transmission-head" polite>
        <PageHead
          lang={lang}
          title={line.certificateNumber}
          lead={`${line.personName} · ${say(words.licenceClass, lang)} ${line.licenceClass}`}
          badge={<TransmissionBadge lang={lang} state={line.transmission.state} />}
          back={{ href: '/transmissions', label: words.transmissions }}
        />
      </LivePart>
      <Columns
        main={
          <LivePart id="transmission-acts">
            <Stack>
              <Standing {...props} />
              {props.actions.length > 0 && (
                <Acts
                  lang={lang}
                  to={`/transmissions/${line.transmission.id}`}
                  acts={props.actions.map((action) => acts[action])}
                  once={props.once}
                  reasoned={line.transmission.state !== 'needs-data'}
                  refused={props.refused}
                  marked
                />
              )}
            </Stack>
          </LivePart>
        }
        side={
          <LivePart id="transmission-facts">
            <Facts {...props} />
          </LivePart>
        }
      />
    </Stack>
  )
}

function Standing({ lang, line, now }: TransmissionProps) {
  const { state, updatedAt } = line.transmission
  const since = say(words.waitedFor, lang, { time: told(ageText(updatedAt, now), lang) })
  if (state === 'accepted')
    return <Notice lang={lang} kind="success" title={reasonOf(line, lang)} />
  const stuck = state === 'unknown' || state === 'rejected' || state === 'needs-data'
  return (
    <Notice lang={lang} kind={stuck ? 'warn' : 'info'} title={reasonText(line, lang)}>
      <p>{since}</p>
      {state === 'unknown' && <p>{say(words.unknownWhy, lang)}</p>}
      {state === 'needs-data' && <p>{say(words.personData, lang)}</p>}
    </Notice>
  )
}

function reasonOf(line: TransmissionProps['line'], lang: Lang): string {
  return line.transmission.lastAnswer ?? reasonText(line, lang)
}

function Facts(props: TransmissionProps) {
  const { lang, line, lastAttemptAt, now } = props
  const { transmission } = line
  return (
    <Panel
      lang={lang}
      title={words.certificateState}
      footer={
        <Row>
          {props.opens.exam && (
            <LinkButton small href={`/exams/${line.examId}`}>
              {say(words.toExam, lang)}
            </LinkButton>
          )}
          {props.opens.patient && (
            <LinkButton small href={`/patients/${props.patientId}`}>
              {say(words.toPatient, lang)}
            </LinkButton>
          )}
          {line.case && (
            <LinkButton small href={`/renewals/${line.case.id}`}>
              {say(words.toCase, lang)}
            </LinkButton>
          )}
        </Row>
      }
    >
      <DefinitionList
        lang={lang}
        items={[
          { term: words.deadline, value: <Deadline lang={lang} line={line} now={now} /> },
          { term: words.attempts, value: transmission.attempts },
          { term: words.lastAttempt, value: <InstantText lang={lang} at={lastAttemptAt} /> },
          { term: words.lastAnswer, value: answerText(transmission.lastAnswer, lang) },
        ]}
      />
    </Panel>
  )
}
