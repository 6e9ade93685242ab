import { addDays, type CalendarDate, calendarDateOf, clockTimeOf } from '../core/calendar-date.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { DateText, dateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { type Figure, Stats } from '../web/pieces/stat.tsx'
import { StatusBadge, type Tone } from '../web/pieces/status-badge.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'
import { type Appointment, type AppointmentState, isToday, mayDo } from './appointment.ts'
import type { DisplacedDay } from './appointment-displaced.ts'
import { appointmentWords as words } from './appointment-words.ts'
import { stateWord } from './visit-views.tsx'

type Props = {
  lang: Lang
  now: Date
  day: CalendarDate
  appointments: readonly Appointment[]
  free: number
  /** Ids of slots at an hour at which the house has closed since. */
  closed: ReadonlySet<string>
  displaced: readonly DisplacedDay[]
  bookAddress: string
  once: string
  may: { book: boolean; arrive: boolean }
}

const tones: Record<AppointmentState, Tone> = {
  booked: 'info',
  arrived: 'good',
  'no-show': 'warn',
  cancelled: 'quiet',
}

/** Who is expected on a day, who has come, who did not. */
export function AppointmentDayView(props: Props) {
  const { lang, day, may, appointments } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={say(words.titleOf, lang, { day: dateText(day, lang) })}
        actions={
          may.book && (
            <>
              <LinkButton lang={lang} href="/messages" icon="send">
                {say(words.messages, lang)}
              </LinkButton>
              <LinkButton lang={lang} href={`/appointments/slots?day=${day}`} icon="clock">
                {say(words.slots, lang)}
              </LinkButton>
              <LinkButton
                lang={lang}
                href={`/appointments/new?day=${day}`}
                variant="primary"
                icon="plus"
                shortcut="n"
              >
                {say(words.new, lang)}
              </LinkButton>
            </>
          )
        }
      />
      <Stack>
        <Days {...props} />
        {may.book && <Displaced {...props} />}
        <LivePart id="day">
          <Stack>
            {(appointments.length > 0 || props.free > 0) && (
              <Stats lang={lang} figures={figures(props)} />
            )}
            <Panel lang={lang} flush>
              <DataTable
                lang={lang}
                caption={words.title}
                rows={appointments}
                filter={appointments.length > 10}
                href={hrefOf}
                columns={columns(props)}
                empty={
                  <EmptyState
                    lang={lang}
                    icon="calendar"
                    title={words.none}
                    text={say(words.noneText, lang, { address: props.bookAddress })}
                  />
                }
              />
            </Panel>
          </Stack>
        </LivePart>
      </Stack>
    </>
  )
}

function Days({ lang, day, now }: Props) {
  const today = calendarDateOf(now)
  const tab = (label: Text, to: CalendarDate) => ({
    href: `/appointments?day=${to}`,
    label,
    current: to === day,
  })
  const tabs = [
    tab(words.earlier, addDays(day, -1)),
    tab(words.today, today),
    tab(words.later, addDays(day, 1)),
  ]
  return <Tabs lang={lang} label={words.day} tabs={tabs} />
}

/** Whoever was booked before the house said that it is closed then: somebody must find them another time. */
function Displaced({ lang, displaced }: Props) {
  if (displaced.length === 0) return null
  const count = displaced.reduce((sum, { people }) => sum + people, 0)
  return (
    <Notice lang={lang} kind="warn" title={say(words.displacedTitle, lang, { count })}>
      <p>{say(words.displacedText, lang)}</p>
      <ul>
        {displaced.map(({ day, people, holiday }) => (
          <li>
            <a href={`/appointments?day=${day}`}>
              {say(holiday ? words.displacedHoliday : words.displacedDay, lang, {
                day: dateText(day, lang),
                holiday: holiday ?? '',
                count: people,
              })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function figures({ appointments, free }: Props): Figure[] {
  const count = (...states: AppointmentState[]) =>
    appointments.filter(({ state }) => states.includes(state)).length
  return [
    { label: words.count, value: count('booked', 'arrived', 'no-show') },
    { label: words.came, value: count('arrived') },
    { label: words.missed, value: count('no-show') },
    { label: words.free, value: free },
  ]
}

function hrefOf({ visitId, patientId }: Appointment): string | undefined {
  if (visitId) return `/visits/${visitId}`
  return patientId ? `/patients/${patientId}` : undefined
}

function columns(props: Props): Column<Appointment>[] {
  const { lang } = props
  return [
    { label: words.time, narrow: true, cell: ({ startsAt }) => clockTimeOf(startsAt) },
    { label: words.person, head: true, cell: ({ name }) => name },
    {
      label: words.birthDate,
      minor: true,
      cell: ({ birthDate }) => <DateText lang={lang} date={birthDate} />,
    },
    { label: words.phone, minor: true, cell: ({ phone }) => phone ?? '—' },
    { label: words.licenceClass, narrow: true, cell: ({ licenceClass }) => licenceClass },
    { label: words.purpose, minor: true, cell: ({ purpose }) => say(stateWord(purpose), lang) },
    { label: words.source, minor: true, cell: (one) => sourceText(one, lang) },
    {
      label: words.state,
      narrow: true,
      cell: (one) =>
        isDisplaced(props, one) ? (
          <StatusBadge lang={lang} tone="warn" label={words.displaced} />
        ) : (
          <StatusBadge lang={lang} tone={tones[one.state]} label={words.states[one.state]} />
        ),
    },
    { label: words.act, narrow: true, cell: (one) => <Acts {...props} appointment={one} /> },
  ]
}

function sourceText({ source, groupId, groupName }: Appointment, lang: Lang) {
  if (groupId) return <a href={`/groups/${groupId}`}>{groupName}</a>
  return say(source === 'public' ? words.online : words.atDesk, lang)
}

function isDisplaced({ closed }: Props, { slotId, state }: Appointment): boolean {
  return state === 'booked' && closed.has(slotId)
}

function Acts(props: Props & { appointment: Appointment }) {
  const { lang, now, may, once, appointment } = props
  const { id, state } = appointment
  return (
    <Row>
      {may.arrive && mayDo(state, 'arrive') && isToday(appointment, now) && (
        <LinkButton lang={lang} href={`/appointments/${id}/arrival`} variant="primary" small>
          {say(words.arrive, lang)}
        </LinkButton>
      )}
      {may.book && mayDo(state, 'move') && (
        <LinkButton
          href={`/appointments/${id}/move`}
          variant={isDisplaced(props, appointment) ? 'primary' : 'quiet'}
          small
        >
          {say(words.move, lang)}
        </LinkButton>
      )}
      {may.book && mayDo(state, 'cancel') && (
        <form method="post" action={`/appointments/${id}/cancellation`}>
          <input type="hidden" name="_once" value={`${once}-${id}`} />
          <Button lang={lang} variant="quiet" small>
            {say(words.cancel, lang)}
          </Button>
        </form>
      )}
    </Row>
  )
}
