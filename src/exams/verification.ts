import type { CalendarDate } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'

/** What anyone who holds a certificate may learn of it: nothing of what was found. */
export type Verification = {
  number: string
  facility: string
  maskedName: string
  licenceClass: string
  outcome: ExamOutcome
  reexamineOn?: CalendarDate
  concludedOn: CalendarDate
  validUntil: CalendarDate
  revokedOn?: CalendarDate
}

export type Standing = 'valid' | 'expired' | 'revoked'

/** The last day of validity still counts. */
export function standingOn(
  { revokedOn, validUntil }: Pick<Verification, 'revokedOn' | 'validUntil'>,
  today: CalendarDate,
): Standing {
  if (revokedOn) return 'revoked'
  return today > validUntil ? 'expired' : 'valid'
}

/** `Nguyễn Văn An` → `Ngu*** V** A*`: enough to compare with a person, too little to learn one. */
export function maskName(name: string): string {
  return name
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean)
    .map((word, index) => {
      const letters = [...word]
      const shown = index === 0 ? Math.min(3, Math.floor(letters.length / 2)) : 1
      const kept = letters.length === 1 ? 0 : Math.max(1, shown)
      return letters.map((letter, at) => (at < kept ? letter : '*')).join('')
    })
    .join(' ')
}
