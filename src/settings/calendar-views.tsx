import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { TextArea } from '../web/pieces/field.tsx'
import { errorFor, FieldErrorText, fieldId } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { SavedBy } from './facility-views.tsx'
import { type Holiday, type Part, parts, timeField, type Weekday, weekdays } from './opening.ts'
import type { Saved } from './setting.ts'
import { type Difference, StaleNotice } from './stale-view.tsx'
import { SETUP } from './way-back.ts'
import { settingWords, weekdayWords, calendarWords as words } from './words.ts'

export type CalendarForm = {
  values: Readonly<Record<string, string>>
  version: number
  saved?: Saved<unknown> | undefined
  errors?: readonly FieldError[] | undefined
  stale?: readonly Difference[] | undefined
}

export type CalendarProps = {
  lang: Lang
  hours: CalendarForm
  holidays: CalendarForm
  once: string
  /** Opened from the first-run assistant. */
  setup: boolean
}

export function CalendarView(props: CalendarProps) {
  const { lang, hours, holidays } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(words.lead, lang)}
        back={
          props.setup
            ? { href: SETUP, label: settingWords.setup }
            : { href: '/settings', label: settingWords.settings }
        }
      />
      <Columns
        main={
          <Stack>
            {hours.stale && (
              <StaleNotice lang={lang} saved={hours.saved} differences={hours.stale} />
            )}
            <Panel
              lang={lang}
              title={words.hours}
              aside={<SavedBy lang={lang} saved={hours.saved} />}
            >
              <HoursForm {...props} />
            </Panel>
          </Stack>
        }
        side={
          <Stack>
            {holidays.stale && (
              <StaleNotice lang={lang} saved={holidays.saved} differences={holidays.stale} />
            )}
            <Panel
              lang={lang}
              title={words.holidays}
              aside={<SavedBy lang={lang} saved={holidays.saved} />}
            >
              <HolidaysForm {...props} />
            </Panel>
          </Stack>
        }
      />
    </>
  )
}

function HoursForm({ lang, hours, once, setup }: CalendarProps) {
  return (
    <Form lang={lang} action="/settings/hours" once={once} keep={`hours:${hours.version}`}>
      <ErrorSummary lang={lang} errors={hours.errors} labels={timeLabels(lang)} />
      <input type="hidden" name="version" value={String(hours.version)} />
      {setup && <input type="hidden" name="from" value="setup" />}
      <p class="field-hint">{say(words.hoursHint, lang)}</p>
      <div class="week">
        {weekdays.map((weekday) => (
          <fieldset class="week-day">
            <legend>{say(weekdayWords[weekday], lang)}</legend>
            {parts.map((part) => (
              <Stretch lang={lang} weekday={weekday} part={part} form={hours} />
            ))}
            <DayFaults lang={lang} weekday={weekday} form={hours} />
          </fieldset>
        ))}
      </div>
      <FormActions>
        <Button lang={lang} variant="primary">
          {say(words.saveHours, lang)}
        </Button>
      </FormActions>
    </Form>
  )
}

/** Under the day's fields, which stay in their columns. */
function DayFaults(props: { lang: Lang; weekday: Weekday; form: CalendarForm }) {
  const { lang, weekday, form } = props
  const names = parts.flatMap((part) => ends.map((end) => timeField(weekday, part, end)))
  if (!names.some((name) => errorFor(form.errors, name))) return null
  return (
    <div class="week-faults">
      {names.map((name) => (
        <FieldErrorText id={fieldId(name)} lang={lang} error={errorFor(form.errors, name)} />
      ))}
    </div>
  )
}

const ends = ['opens', 'closes'] as const

type StretchProps = { lang: Lang; weekday: Weekday; part: Part; form: CalendarForm }

function Stretch(props: StretchProps) {
  return (
    <div class="week-part">
      <span class="week-part-name" aria-hidden="true">
        {say(words[props.part], props.lang)}
      </span>
      <Time {...props} end="opens" />
      <span aria-hidden="true">–</span>
      <Time {...props} end="closes" />
    </div>
  )
}

function Time({ lang, weekday, part, form, end }: StretchProps & { end: 'opens' | 'closes' }) {
  const name = timeField(weekday, part, end)
  const id = fieldId(name)
  const error = errorFor(form.errors, name)
  return (
    <span class="week-time">
      <label class="unseen" for={id}>
        {timeLabel(lang, weekday, part, end)}
      </label>
      <input
        class="input"
        id={id}
        name={name}
        value={form.values[name]}
        inputmode="numeric"
        autocomplete="off"
        maxlength={5}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
    </span>
  )
}

export function timeLabel(lang: Lang, weekday: Weekday, part: Part, end: 'opens' | 'closes') {
  return say(words.timeLabel, lang, {
    day: say(weekdayWords[weekday], lang),
    part: say(words[part], lang).toLowerCase(),
    end: say(words[end], lang),
  })
}

function timeLabels(lang: Lang): Record<string, string> {
  return Object.fromEntries(
    weekdays.flatMap((weekday) =>
      parts.flatMap((part) =>
        ends.map((end) => [timeField(weekday, part, end), timeLabel(lang, weekday, part, end)]),
      ),
    ),
  )
}

function HolidaysForm({ lang, holidays, once }: CalendarProps) {
  return (
    <Form
      lang={lang}
      action="/settings/holidays"
      once={`${once}-holidays`}
      keep={`holidays:${holidays.version}`}
    >
      <ErrorSummary lang={lang} errors={holidays.errors} />
      <input type="hidden" name="version" value={String(holidays.version)} />
      <TextArea
        lang={lang}
        name="holidays"
        label={words.holidays}
        hint={words.holidaysHint}
        rows={14}
        value={holidays.values.holidays}
        error={errorFor(holidays.errors, 'holidays')}
      />
      <FormActions>
        <Button lang={lang} variant="primary">
          {say(words.saveHolidays, lang)}
        </Button>
      </FormActions>
    </Form>
  )
}

/** The days as they are typed. */
export function holidayLines(holidays: readonly Holiday[]): string {
  return holidays.map(({ day, name }) => `${dateText(day, 'vi')} ${name}`.trim()).join('\n')
}
