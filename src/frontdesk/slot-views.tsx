import { type CalendarDate, calendarDateOf, clockTimeOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { fill, type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor, FieldErrorText, fieldId } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { appointmentWords } from './appointment-words.ts'
import type { Slot } from './slot.ts'
import { type RepeatBack, RepeatPanel } from './slot-repeat-views.tsx'
import { weekdayNames, slotWords as words } from './slot-words.ts'

/** The places of one slot that came back, as they were typed. */
export type PlacesBack = {
  slotId: string
  typed: Readonly<Record<PlaceField, string>>
  errors: readonly FieldError[]
}
type PlaceField = 'capacity' | 'publicCapacity'

type Props = {
  lang: Lang
  day: CalendarDate
  slots: readonly Slot[]
  last: Date | undefined
  /** Ids of those at an hour at which the house has closed since. */
  closed: ReadonlySet<string>
  places: PlacesBack | undefined
  repeat: RepeatBack | undefined
  once: string
  typed: Readonly<Record<string, string | string[]>>
  errors: readonly FieldError[] | undefined
}

/** The hours of one day with their places, and the form that opens more. */
export function SlotsView(props: Props) {
  const { lang, day, last } = props
  const until = last && dateText(calendarDateOf(last), lang)
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={until && say(words.lastOpen, lang, { day: until })}
        back={{ href: `/appointments?day=${day}`, label: appointmentWords.title }}
      />
      <Stack>
        <Panel lang={lang} title={say(words.slotsOf, lang, { day: dateText(day, lang) })}>
          <Form lang={lang} method="get" action="/appointments/slots" class="form-inline">
            <DateField lang={lang} name="day" label={appointmentWords.day} value={day} />
            <Button lang={lang}>{say(appointmentWords.chooseDay, lang)}</Button>
          </Form>
          {props.closed.size > 0 && (
            <Notice lang={lang} kind="warn" title={words.closedTitle}>
              {say(words.closedText, lang)}
            </Notice>
          )}
          <PlacesSummary {...props} />
          <SlotTable {...props} />
        </Panel>
        <Panel lang={lang} title={words.open} marked={props.slots.length === 0}>
          <PlanForm {...props} />
        </Panel>
        <RepeatPanel lang={lang} day={day} once={props.once} back={props.repeat} />
      </Stack>
    </>
  )
}

/** Every fault of the one row that came back, each leading to its field. */
function PlacesSummary({ lang, slots, places }: Props) {
  const slot = slots.find(({ id }) => id === places?.slotId)
  if (!places || !slot) return null
  const errors = places.errors.map((error) => ({
    ...error,
    pointer: `${error.pointer}-${slot.id}`,
  }))
  const labels = Object.fromEntries(
    (['capacity', 'publicCapacity'] as const).map((name) => [
      `${name}-${slot.id}`,
      labelAt(name, slot),
    ]),
  )
  return <ErrorSummary lang={lang} errors={errors} labels={labels} />
}

function SlotTable({ lang, day, slots, closed, places, once }: Props) {
  const back = (slot: Slot) => (places?.slotId === slot.id ? places : undefined)
  return (
    <DataTable
      lang={lang}
      caption={words.title}
      rows={slots}
      empty={<EmptyState lang={lang} icon="clock" title={words.none} text={words.noneText} />}
      columns={[
        {
          label: words.time,
          head: true,
          cell: ({ id, startsAt }) =>
            closed.has(id)
              ? `${clockTimeOf(startsAt)} · ${say(words.closedSlot, lang)}`
              : clockTimeOf(startsAt),
        },
        { label: words.booked, align: 'end', cell: ({ booked }) => booked },
        { label: words.online, align: 'end', cell: ({ publicBooked }) => publicBooked },
        {
          label: words.places,
          // What is wrong with it needs room to be read.
          narrow: places === undefined,
          cell: (slot) => <Places lang={lang} slot={slot} back={back(slot)} name="capacity" />,
        },
        {
          label: words.publicCapacity,
          narrow: places === undefined,
          cell: (slot) => (
            <Places lang={lang} slot={slot} back={back(slot)} name="publicCapacity" />
          ),
        },
        {
          label: words.change,
          narrow: true,
          cell: (slot) => (
            <form method="post" id={formOf(slot)} action={`/appointments/slots/${slot.id}/places`}>
              <input type="hidden" name="_once" value={`${once}-${slot.id}`} />
              <input type="hidden" name="day" value={day} />
              <Button lang={lang} small>
                {say(words.change, lang)}
              </Button>
            </form>
          ),
        },
      ]}
    />
  )
}

/** The form of a row, for fields that stand in other cells of it. */
function formOf({ id }: Slot): string {
  return `places-${id}`
}

function labelAt(name: PlaceField, { startsAt }: Slot): Text {
  return fill(words[name === 'capacity' ? 'placesAt' : 'publicAt'], { at: clockTimeOf(startsAt) })
}

type PlacesProps = { lang: Lang; slot: Slot; back: PlacesBack | undefined; name: PlaceField }

function Places({ lang, slot, back, name }: PlacesProps) {
  const id = fieldId(`${name}-${slot.id}`)
  const error = errorFor(back?.errors, name)
  return (
    <>
      <input
        class="input"
        id={id}
        name={name}
        inputmode="numeric"
        autocomplete="off"
        size={3}
        form={formOf(slot)}
        maxlength={3}
        value={back?.typed[name] ?? slot[name]}
        aria-label={say(labelAt(name, slot), lang)}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      <FieldErrorText id={id} lang={lang} error={error} />
    </>
  )
}

function PlanForm({ lang, once, typed, errors }: Props) {
  const field = (name: keyof typeof words) => ({
    lang,
    name,
    label: words[name],
    value: String(typed[name] ?? ''),
    error: errorFor(errors, name),
    required: true,
  })
  const chosen = [typed.weekdays ?? []].flat()
  return (
    <Form lang={lang} action="/appointments/slots" once={`${once}-plan`}>
      <ErrorSummary lang={lang} errors={errors} labels={words} />
      <FieldGrid>
        <DateField {...field('from')} />
        <DateField {...field('to')} />
      </FieldGrid>
      <FieldSet lang={lang} legend={words.weekdays}>
        <Row>
          {[1, 2, 3, 4, 5, 6, 0].map((weekday) => (
            <Weekday lang={lang} weekday={weekday} checked={chosen.includes(String(weekday))} />
          ))}
        </Row>
        <FieldErrorText id="f-weekdays" lang={lang} error={errorFor(errors, 'weekdays')} />
      </FieldSet>
      <FieldGrid columns={3}>
        <Field {...field('start')} hint={words.timeHint} size="short" />
        <Field {...field('end')} size="short" />
        <Field {...field('minutes')} type="number" decimals={0} unit={words.minuteUnit} />
      </FieldGrid>
      <FieldGrid>
        <Field {...field('capacity')} type="number" decimals={0} />
        <Field {...field('publicCapacity')} type="number" decimals={0} hint={words.publicHint} />
      </FieldGrid>
      <FormActions>
        <Button lang={lang} variant="primary" icon="plus">
          {say(words.open, lang)}
        </Button>
      </FormActions>
    </Form>
  )
}

function Weekday(props: { lang: Lang; weekday: number; checked: boolean }) {
  const { lang, weekday, checked } = props
  return (
    <label class="choice-option" for={`f-weekday-${weekday}`}>
      <input
        type="checkbox"
        id={`f-weekday-${weekday}`}
        name="weekdays"
        value={String(weekday)}
        checked={checked}
      />
      <span class="choice-text">{say(weekdayNames[weekday] ?? words.time, lang)}</span>
    </label>
  )
}
