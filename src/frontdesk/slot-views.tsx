import { type CalendarDate, calendarDateOf, clockTimeOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor, FieldErrorText } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { appointmentWords } from './appointment-words.ts'
import type { Slot } from './slot.ts'
import { weekdayNames, slotWords as words } from './slot-words.ts'

type Props = {
  lang: Lang
  day: CalendarDate
  slots: readonly Slot[]
  last: Date | undefined
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
          <SlotTable {...props} />
        </Panel>
        <Panel lang={lang} title={words.open} marked={props.slots.length === 0}>
          <PlanForm {...props} />
        </Panel>
      </Stack>
    </>
  )
}

function SlotTable({ lang, day, slots, once }: Props) {
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
          cell: ({ startsAt }) => clockTimeOf(startsAt),
        },
        { label: words.booked, align: 'end', cell: ({ booked }) => booked },
        { label: words.online, align: 'end', cell: ({ publicBooked }) => publicBooked },
        {
          label: words.places,
          narrow: true,
          cell: (slot) => <Places lang={lang} slot={slot} name="capacity" />,
        },
        {
          label: words.publicCapacity,
          narrow: true,
          cell: (slot) => <Places lang={lang} slot={slot} name="publicCapacity" />,
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

function Places(props: { lang: Lang; slot: Slot; name: 'capacity' | 'publicCapacity' }) {
  const { lang, slot, name } = props
  const at = clockTimeOf(slot.startsAt)
  return (
    <input
      class="input"
      name={name}
      inputmode="numeric"
      autocomplete="off"
      size={3}
      form={formOf(slot)}
      maxlength={3}
      value={slot[name]}
      aria-label={`${say(words[name], lang)}, ${at}`}
    />
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
