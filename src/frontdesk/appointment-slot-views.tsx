import { type CalendarDate, clockTimeOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { EnterButton } from '../web/pieces/form.tsx'
import { Select } from '../web/pieces/select.tsx'
import { appointmentWords as words } from './appointment-words.ts'
import { freeIn, type Slot } from './slot.ts'

export type DayAndSlotProps = {
  lang: Lang
  day: CalendarDate
  /** What was typed for the day, where that is no date. */
  dayText: string | undefined
  /** The free ones of the day. */
  slots: readonly Slot[]
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[] | undefined
}

/**
 * A day, then a time of it, first in a form: its button asks for the times of another day and sends along
 * whatever was typed below.
 */
export function DayAndSlot({ lang, day, dayText, slots, typed, errors }: DayAndSlotProps) {
  return (
    <>
      <EnterButton />
      <input type="hidden" name="shown" value={day} />
      <div class="form-inline">
        <DateField
          lang={lang}
          name="day"
          label={words.day}
          value={dayText ?? day}
          error={errorFor(errors, 'day')}
          required
        />
        <Button lang={lang} name="show" value="yes">
          {say(words.chooseDay, lang)}
        </Button>
      </div>
      {slots.length === 0 ? (
        <EmptyState
          lang={lang}
          icon="clock"
          title={say(words.noSlotsOn, lang, { day: dateText(day, lang) })}
          text={words.noSlotsText}
        />
      ) : (
        <Select
          lang={lang}
          name="slotId"
          label={say(words.slotOn, lang, { day: dateText(day, lang) })}
          options={slots.map((slot) => ({
            value: slot.id,
            label: say(words.slotFree, lang, {
              at: clockTimeOf(slot.startsAt),
              free: freeIn(slot),
            }),
          }))}
          // One of another day would leave the first of this one chosen by nobody.
          value={slots.find(({ id }) => id === typed.slotId)?.id}
          error={errorFor(errors, 'slotId')}
          required
        />
      )}
    </>
  )
}
