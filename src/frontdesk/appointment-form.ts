import { type CalendarDate, faultOfTypedDate, readTypedDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import { DomainError, type FieldError } from '../core/errors.ts'
import { appointmentWords as words } from './appointment-words.ts'

/** The day of a posted form, and whether its times are those that whoever sent it was looking at. */
export type DayAsked = {
  day: CalendarDate
  /** What stands in the day's field, where that is no date. */
  text?: string
  /** Where it is not: the form comes back with the times of the day, and with these faults. */
  comesBack?: readonly FieldError[]
}

/** A time belongs to one day: whoever typed another day is shown its times and books nothing yet. */
export function dayOf(form: Readonly<Record<string, string>>, usual: CalendarDate): DayAsked {
  const { day: text, shown: before, show } = form
  const shown = readTypedDate(before ?? '')
  if (text === undefined) return { day: shown ?? usual }
  const day = readTypedDate(text)
  if (!day) {
    const fault = text.trim() === '' ? 'missing' : (faultOfTypedDate(text) ?? 'unreadable')
    const error = { pointer: '/day', code: fault, message: typedDateWords[fault] }
    return { day: shown ?? usual, text, comesBack: [error] }
  }
  if (show !== undefined) return { day, comesBack: [] }
  if (!shown || shown === day) return { day }
  return { day, comesBack: [{ pointer: '/slotId', code: 'other-day', message: words.otherDay }] }
}

/** What was filled in, the birth date in our own order. */
export function filled(typed: Readonly<Record<string, string>>): Record<string, string> {
  const given = Object.entries(typed).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(
    given.map(([name, text]) => [
      name,
      name === 'birthDate' ? (readTypedDate(text) ?? text) : text,
    ]),
  )
}

/** What the form can say beside its fields; everything else goes to the error door. */
export function faultsOfBooking(error: unknown): readonly FieldError[] {
  if (!(error instanceof DomainError)) throw error
  if (error.kind === 'invalid' && error.errors.length > 0) return error.errors
  if (error.code !== 'slot-full' && error.code !== 'booked-twice') throw error
  return [{ pointer: '/slotId', code: error.code, message: error.detail }]
}
