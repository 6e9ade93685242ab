import { type CalendarDate, calendarDateOf, clockTimeOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { classNames, purposeNames } from '../core/licence-words.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { ChoiceGroup } from '../web/pieces/choice.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { EnterButton, ErrorSummary, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { type Appointment, mayDo } from './appointment.ts'
import { UnknownPerson } from './appointment-form-views.tsx'
import { appointmentWords } from './appointment-words.ts'
import { bookWords as words } from './book-words.ts'
import { LicenceFields } from './licence-fields-views.tsx'
import { publicFreeIn, type Slot, weekdayOf } from './slot.ts'
import { shortWeekdays, weekdayNames } from './slot-words.ts'

type Props = {
  lang: Lang
  days: readonly { date: CalendarDate; free: number }[]
  day: CalendarDate | undefined
  slots: readonly Slot[]
  once: string
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[] | undefined
}

/** First a day, then a time, then who comes: one form, that works without a script. */
export function BookView(props: Props) {
  const { lang, days, day, slots } = props
  return (
    <Stack>
      <PageHead lang={lang} title={words.title} lead={say(words.lead, lang)} />
      {days.length === 0 && !props.errors ? (
        <Panel lang={lang}>
          <EmptyState lang={lang} icon="calendar" title={words.full} text={words.fullText} />
        </Panel>
      ) : (
        <Form lang={lang} action="/book" once={props.once}>
          <EnterButton />
          <Panel lang={lang} title={words.chooseDay}>
            <DayChoice {...props} />
          </Panel>
          {slots.length === 0 && (
            <Notice lang={lang} kind="warn">
              {say(words.dayFull, lang)}
            </Notice>
          )}
          {day && <BookingPanel {...props} day={day} />}
        </Form>
      )}
    </Stack>
  )
}

/** Buttons of the form below, not links: what was typed there comes along to the other day. */
function DayChoice({ lang, days, day }: Props) {
  return (
    <Row>
      {days.map(({ date, free }) => (
        <Button
          lang={lang}
          name="show"
          value={date}
          formaction="/book/day#time"
          variant={date === day ? 'primary' : 'secondary'}
          small
        >
          {say(free < FEW ? words.dayFew : words.dayMany, lang, { ...shortDay(date, lang), free })}
        </Button>
      ))}
    </Row>
  )
}

/** So few places that it is said. */
const FEW = 10

/** `T3 24/11`, `Tue 24 Nov`: the year is plain within a month. */
function shortDay(date: CalendarDate, lang: Lang) {
  const weekday = shortWeekdays[weekdayOf(date)]
  const day = dateText(date, lang).replace(/[ /]\d{4}$/, '')
  return { weekday: weekday ? say(weekday, lang) : '', day }
}

function dayWords(date: CalendarDate, lang: Lang) {
  const weekday = weekdayNames[weekdayOf(date)]
  return { weekday: weekday ? say(weekday, lang) : '', day: dateText(date, lang) }
}

const { name, birthDate, phone, licenceClass, purpose, slot } = appointmentWords
const labels = { slotId: slot, name, birthDate, phone, licenceClass, purpose }

function BookingPanel(props: Props & { day: CalendarDate }) {
  const { lang, day, slots, typed, errors } = props
  return (
    <Panel lang={lang} id="time" title={say(words.chooseTime, lang, { day: dateText(day, lang) })}>
      <Stack>
        <input type="hidden" name="day" value={day} />
        <ErrorSummary lang={lang} errors={errors} labels={labels} />
        {slots.length > 0 && (
          <ChoiceGroup
            lang={lang}
            name="slotId"
            label={slot}
            layout="row"
            options={slots.map((one) => ({
              value: one.id,
              label: say(appointmentWords.slotFree, lang, {
                at: clockTimeOf(one.startsAt),
                free: publicFreeIn(one),
              }),
            }))}
            value={typed.slotId}
            error={errorFor(errors, 'slotId')}
            required
          />
        )}
        <FieldSet lang={lang} legend={words.you}>
          <UnknownPerson {...props} phoneRequired />
        </FieldSet>
        <FieldSet lang={lang} legend={words.exam}>
          <LicenceFields {...props} />
        </FieldSet>
        <p class="field-hint">{say(words.privacy, lang)}</p>
        {slots.length > 0 && (
          <FormActions>
            <Button lang={lang} variant="primary" wide>
              {say(words.send, lang)}
            </Button>
          </FormActions>
        )}
      </Stack>
    </Panel>
  )
}

type BookedProps = {
  lang: Lang
  appointment: Appointment
  secret: string
  once: string
  over: boolean
  /** The house has said since that it is closed then. */
  closed: boolean
}

/** What whoever booked comes back to. */
export function BookedView(props: BookedProps) {
  const { lang, appointment, over } = props
  const { state } = appointment
  if (state === 'arrived')
    return <Ended {...props} title={words.arrivedTitle} text={words.arrivedText} />
  if (state === 'cancelled') {
    return <Ended {...props} title={words.cancelledTitle} text={words.cancelledText} again />
  }
  if (over) return <Ended {...props} title={words.overTitle} text={words.overText} again />
  const day = calendarDateOf(appointment.startsAt)
  const time = clockTimeOf(appointment.startsAt)
  return (
    <Stack>
      <PageHead
        lang={lang}
        title={words.booked}
        lead={say(words.bookedLead, lang, {
          name: appointment.name,
          time,
          day: dateText(day, lang),
        })}
      />
      <Panel lang={lang} marked>
        <DefinitionList
          lang={lang}
          items={[
            {
              term: words.at,
              value: `${time} · ${dayWords(day, lang).weekday} ${dateText(day, lang)}`,
            },
            { term: words.name, value: appointment.name },
            { term: words.licenceClass, value: say(classNames[appointment.licenceClass], lang) },
            { term: words.purpose, value: say(purposeNames[appointment.purpose], lang) },
          ]}
        />
      </Panel>
      {props.closed ? (
        <Notice lang={lang} kind="warn" title={words.closedTitle}>
          {say(words.closedText, lang)}
        </Notice>
      ) : (
        <Notice lang={lang}>{say(words.bring, lang)}</Notice>
      )}
      <p class="soft">{say(words.keep, lang)}</p>
      {mayDo(state, 'cancel') && <CancelForm {...props} />}
    </Stack>
  )
}

function CancelForm({ lang, secret, once }: BookedProps) {
  return (
    <Form lang={lang} action={`/book/${secret}/cancellation`} once={once}>
      <Button lang={lang} wide>
        {say(words.cancel, lang)}
      </Button>
    </Form>
  )
}

function Ended(props: BookedProps & { title: Text; text: Text; again?: boolean }) {
  const { lang } = props
  return (
    <Stack>
      <PageHead lang={lang} title={props.title} />
      <Panel lang={lang}>
        <EmptyState lang={lang} icon="calendar" title={props.title} text={props.text}>
          {props.again && (
            <LinkButton href="/book" variant="primary">
              {say(words.again, lang)}
            </LinkButton>
          )}
        </EmptyState>
      </Panel>
    </Stack>
  )
}
