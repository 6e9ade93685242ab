import { ageText } from '../core/duration.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { dateText, InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Columns, PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { ActForm, type Refused } from './act-views.tsx'
import { answerText } from './answer.ts'
import { AskDialog, AskLink } from './ask-views.tsx'
import { type BoardLine, countsDown, stoodSince, type TransmissionLine } from './board.ts'
import { deskWords as words } from './desk-words.ts'
import { Deadline, reasonText, TransmissionBadge } from './line-views.tsx'
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

export function TransmissionView(props: TransmissionProps) {
  const { lang, line } = props
  const to = `/transmissions/${line.transmission.id}`
  return (
    <Stack>
      <LivePart id="transmission-head" polite>
        <PageHead
          lang={lang}
          title={line.certificateNumber}
          lead={headLine(props)}
          badge={<TransmissionBadge lang={lang} state={line.transmission.state} />}
          back={{ href: '/transmissions', label: words.transmissions }}
        />
      </LivePart>
      <Columns
        main={
          <LivePart id="transmission-acts">
            <Stack>
              <FirstThing {...props} to={to} />
              <Answer lang={lang} answer={line.transmission.lastAnswer} />
            </Stack>
          </LivePart>
        }
        side={
          <LivePart id="transmission-facts">
            <Facts {...props} />
          </LivePart>
        }
      />
      {props.actions.includes('send-again') && (
        <AskDialog lang={lang} to={to} act="resend" once={props.once} />
      )}
    </Stack>
  )
}

function headLine({ lang, line, now }: TransmissionProps): string {
  const since = countsDown(line) ? stoodSince(line) : undefined
  return [
    line.personName,
    dateText(line.birthDate, lang),
    `${say(words.licenceClass, lang)} ${line.licenceClass}`,
    since && say(words.waitedFor, lang, { time: told(ageText(since, now), lang) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What is wrong, and the one thing to do first. */
function FirstThing(props: TransmissionProps & { to: string }) {
  const { lang, line, actions, to, once, refused } = props
  const title = line.transmission.state === 'accepted' ? words.accepted : reasonText(line, lang)
  const checks = actions.includes('check-again')
  const confirms = actions.includes('confirm-there')
  const resend = actions.includes('send-again') && (
    <AskLink lang={lang} to={to} act="resend" look={confirms ? 'secondary' : 'primary'} />
  )
  return (
    <Panel lang={lang} title={title} aside={<Deadline {...props} />} marked={actions.length > 0}>
      <div class="first-thing">
        <p>{say(guideOf(line.transmission), lang)}</p>
        {checks && (
          <ActForm
            {...{ lang, to, once, refused }}
            act="recheck"
            label={words.checkAgain}
            look="primary"
          >
            {props.opens.patient && (
              <LinkButton href={`/patients/${props.patientId}`}>
                {say(words.toPatient, lang)}
              </LinkButton>
            )}
          </ActForm>
        )}
        {confirms ? (
          <ActForm
            {...{ lang, to, once, refused }}
            act="confirm"
            label={words.confirmThere}
            reason={words.whatWasSeen}
            look="primary"
          >
            {resend}
          </ActForm>
        ) : (
          resend
        )}
      </div>
    </Panel>
  )
}

function guideOf({ state }: TransmissionLine): Text {
  if (state === 'accepted' || state === 'cancelled') return words.acceptedText
  if (state === 'needs-data') return words.personData
  if (state === 'rejected') return words.rejectedText
  return state === 'unknown' ? words.unknownWhy : words.onItsWay
}

/** What the gateway said, in words; folded under it what it was word for word. */
function Answer({ lang, answer }: { lang: Lang; answer: string | undefined }) {
  if (!answer) return null
  return (
    <Panel lang={lang} title={words.gatewaySaid}>
      <p>{say(answerText(answer), lang)}</p>
      <details class="raw-answer" id="raw-answer">
        <summary>{say(words.raw, lang)}</summary>
        <pre>{answer}</pre>
      </details>
    </Panel>
  )
}

function Facts(props: TransmissionProps) {
  const { lang, line, lastAttemptAt } = props
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
          {
            term: words.sendBy,
            value: <InstantText lang={lang} at={transmission.dueAt} />,
          },
          { term: words.attempts, value: transmission.attempts },
          lastAttemptAt && {
            term: words.lastAttempt,
            value: <InstantText lang={lang} at={lastAttemptAt} />,
          },
        ]}
      />
    </Panel>
  )
}
