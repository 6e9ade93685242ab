import { addDays, type CalendarDate } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { mondayOf } from './slot-repeat.ts'
import { slotWords as words } from './slot-words.ts'

/** The number of weeks as it was typed, where it came back. */
export type RepeatBack = { weeks: string; errors: readonly FieldError[] }

type Props = { lang: Lang; day: CalendarDate; once: string; back: RepeatBack | undefined }

/** The week that is looked at, opened again in the weeks after it: what a house does the whole year. */
export function RepeatPanel({ lang, day, once, back }: Props) {
  const monday = mondayOf(day)
  const week = { from: dateText(monday, lang), to: dateText(addDays(monday, 6), lang) }
  return (
    <Panel lang={lang} title={words.repeat}>
      <Form lang={lang} action="/appointments/slots/weeks" once={`${once}-weeks`}>
        <ErrorSummary lang={lang} errors={back?.errors} labels={{ weeks: words.weeks }} />
        <input type="hidden" name="day" value={day} />
        <p>{say(words.repeatText, lang, week)}</p>
        <Field
          lang={lang}
          name="weeks"
          label={words.weeks}
          type="number"
          decimals={0}
          unit={words.weekUnit}
          value={back?.weeks ?? '4'}
          error={errorFor(back?.errors, 'weeks')}
          required
        />
        <FormActions>
          <Button lang={lang} icon="plus">
            {say(words.repeatSave, lang)}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  )
}
