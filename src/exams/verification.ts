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

/** The one thing to learn at a glance: a genuine certificate of an unfit person is no licence. */
export type Verdict = Standing | 'unfit' | 'review'

export function verdictOn(verification: Verification, today: CalendarDate): Verdict {
  const standing = standingOn(verification, today)
  if (standing !== 'valid' || verification.outcome === 'fit') return standing
  return verification.outcome === 'unfit' ? 'unfit' : 'review'
}

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
