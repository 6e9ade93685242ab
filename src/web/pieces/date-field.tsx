import { parseCalendarDate } from '../../core/calendar-date.ts'
import { pieceWords } from '../words.ts'
import { dateText } from './date-text.tsx'
import { describedBy, FieldFrame, type FieldProps, fieldId } from './field-frame.tsx'
import { told } from './label.ts'

type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD`, or what was typed and could not be read. */
  value?: string | null | undefined
  autocomplete?: 'bday' | undefined
  autofocus?: boolean | undefined
  readOnly?: boolean | undefined
  /** Marks the control for an ES module: rendered as `data-use`. */
  use?: string | undefined
}

/**
 * A date typed as day, month, year; `typedDate` of web/validation.ts reads it. No native picker: its
 * format follows the browser's language and not the page's.
 */
export function DateField(props: DateFieldProps) {
  const id = fieldId(props.name)
  return (
    <FieldFrame {...props} id={id} size="medium">
      <div class="field-control">
        <input
          class="input"
          id={id}
          name={props.name}
          type="text"
          inputmode="numeric"
          value={shownValue(props.value)}
          maxlength={24}
          placeholder={told(pieceWords.datePattern, props.lang)}
          autocomplete={props.autocomplete ?? 'off'}
          autofocus={props.autofocus}
          readonly={props.readOnly}
          required={props.required}
          disabled={props.disabled}
          data-use={props.use}
          data-date
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(id, props)}
        />
      </div>
    </FieldFrame>
  )
}

function shownValue(value: string | null | undefined): string | undefined {
  if (!value) return undefined
  return parseCalendarDate(value) ? dateText(value, 'vi') : value
}
