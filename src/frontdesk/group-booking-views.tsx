import { addDays } from '../core/calendar-date.ts'
import { say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, Form, FormActions } from '../web/pieces/form.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { isAwaited } from './group.ts'
import type { GroupProps } from './group-views.tsx'
import { groupWords as words } from './group-words.ts'

/** Gives everybody who is still awaited a time, as long as there is somebody without one. */
export function BookingPanel({ lang, group, members, once, refused, today }: GroupProps) {
  const count = members.filter(isAwaited).length
  if (count === 0) return null
  const errors = refused?.errors.filter(({ pointer }) => pointer !== '/file')
  return (
    <Panel lang={lang} title={words.book}>
      <Form lang={lang} action={`/groups/${group.id}/appointments`} once={`${once}-book`}>
        <ErrorSummary
          lang={lang}
          errors={errors}
          labels={{ day: words.bookDay, from: words.bookFrom }}
        />
        <FieldGrid>
          <DateField
            lang={lang}
            name="day"
            label={words.bookDay}
            value={refused?.typed.day ?? addDays(today, 1)}
            error={errorFor(errors, 'day')}
            required
          />
          <Field
            lang={lang}
            name="from"
            label={words.bookFrom}
            hint={words.bookHint}
            value={refused?.typed.from ?? '7:30'}
            error={errorFor(errors, 'from')}
            size="short"
            required
          />
        </FieldGrid>
        <FormActions>
          <Button lang={lang} icon="calendar">
            {say(words.bookCount, lang, { count })}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  )
}
