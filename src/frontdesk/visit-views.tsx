import { durationText } from '../core/duration.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import type { Patient } from '../patients/patient.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { dateText, instantText } from '../web/pieces/date-text.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { Steps } from '../web/pieces/steps.tsx'
import { IdentityPanel, type IdentityProps } from './identity-views.tsx'
import type { Route } from './route.ts'
import { TicketPanel } from './ticket-views.tsx'
import { isRunning, mayHaveLink, type Visit } from './visit.ts'
import { billHref, stepsOf, type Way } from './way-views.tsx'
import { wayWords } from './way-words.ts'
import { words } from './words.ts'

/** The word for a state or a purpose; one that is not ours is shown as it is. */
export function stateWord(state: string): Text {
  return state in words ? words[state as keyof typeof words] : { vi: state, en: state }
}

type VisitProps = Way & {
  patient: Patient
  mayPrint: boolean
  mayDecide: boolean
  /** Absent for a visit from before there were tickets. */
  route?: Route | undefined
  once: string
  /** Somebody from a kiosk whose card the desk has not seen. */
  unverified?: IdentityProps | undefined
}

/** Where a visit stands, and the ways to everything that belongs to it. */
export function VisitView(props: VisitProps) {
  const { lang, visit, route } = props
  const slip = mayHaveLink(visit) && props.mayPrint
  const way = (
    <LivePart id="progress" polite>
      <Panel lang={lang} title={wayWords.way}>
        <Steps lang={lang} label={wayWords.way} steps={stepsOf(props)} />
      </Panel>
    </LivePart>
  )
  return (
    <>
      <LivePart id="head">
        <Head {...props} slipFirst={slip && !visit.linkExpiresAt} />
      </LivePart>
      {props.unverified && (
        <LivePart id="identity">
          <IdentityPanel {...props.unverified} />
        </LivePart>
      )}
      {slip || route ? (
        <Columns
          main={way}
          side={
            <>
              {route && (
                <LivePart id="ticket">
                  <TicketPanel {...props} route={route} running={isRunning(visit.state)} />
                </LivePart>
              )}
              {slip && <SlipPanel {...props} first={!visit.linkExpiresAt} />}
            </>
          }
        />
      ) : (
        way
      )}
    </>
  )
}

function Head(props: VisitProps & { slipFirst: boolean }) {
  const { lang, visit, patient, exam, now } = props
  const until = isRunning(visit.state) ? now : (visit.endedAt ?? now)
  const long = say(durationText(until.getTime() - visit.startedAt.getTime()), lang)
  const at = instantText(visit.startedAt, lang)
  const facts = [
    dateText(patient.birthDate, lang),
    exam && say(words.classIs, lang, { class: exam.licenceClass }),
    exam && say(stateWord(exam.purpose), lang),
    say(isRunning(visit.state) ? words.since : words.took, lang, { at, long }),
  ]
  return (
    <PageHead
      lang={lang}
      title={say(words.visitOf, lang, { name: patient.name })}
      back={{ href: `/patients/${patient.id}`, label: words.openPerson }}
      badge={<StatusBadge lang={lang} state={visit.state} label={words[visit.state]} />}
      lead={facts.filter(Boolean).join(' · ')}
      actions={<Ways {...props} />}
    />
  )
}

/** To the till its bill comes first, to everybody else the exam. */
function Ways(props: VisitProps & { slipFirst: boolean }) {
  const { lang, exam, bill, mayBill, slipFirst } = props
  const href = mayBill ? billHref(props) : undefined
  return (
    <>
      {exam && (
        <LinkButton
          lang={lang}
          href={`/exams/${exam.examId}`}
          variant={slipFirst || href ? 'secondary' : 'primary'}
          icon="exam"
          shortcut="o"
        >
          {say(words.openThisExam, lang)}
        </LinkButton>
      )}
      {href && (
        <LinkButton lang={lang} href={href} variant="primary" icon="bill" shortcut="p">
          {say(bill === 'none' ? wayWords.makeBill : wayWords.openBill, lang)}
        </LinkButton>
      )}
    </>
  )
}

function SlipPanel({ lang, visit, first }: { lang: Lang; visit: Visit; first: boolean }) {
  const until = visit.linkExpiresAt
  return (
    <Panel lang={lang} title={wayWords.slip} marked={first}>
      <Stack tight>
        <p>
          {until
            ? say(wayWords.slipUntil, lang, { at: instantText(until, lang) })
            : say(wayWords.slipNone, lang)}
        </p>
        {until && <p class="soft">{say(wayWords.slipAgain, lang)}</p>}
        <form
          class="stack stack-tight"
          method="post"
          action={`/visits/${visit.id}/slip.pdf`}
          target="_blank"
          rel="noopener"
        >
          <Button
            lang={lang}
            icon="print"
            wide
            variant={first ? 'primary' : 'secondary'}
            shortcut="i"
          >
            {say(first ? wayWords.print : wayWords.printAgain, lang)}
          </Button>
          <Button
            lang={lang}
            variant="quiet"
            small
            wide
            formaction={`/visits/${visit.id}/slip.pdf?without-phone=1`}
          >
            {say(wayWords.withoutPhone, lang)}
          </Button>
        </form>
      </Stack>
    </Panel>
  )
}
