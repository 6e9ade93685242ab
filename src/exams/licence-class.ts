import type { CalendarDate } from '../core/calendar-date.ts'
import { ageOn } from '../core/calendar-date.ts'
import { type LicenceClass, licenceClasses } from '../core/licence.ts'

export const groups = [1, 2, 3] as const
/** Which column of the health standards applies: TT 36/2024/TT-BYT, Phụ lục I. */
export type Group = (typeof groups)[number]

export { type LicenceClass, licenceClasses }

type ClassRule = {
  group: Group
  /** Điều 59.1; XMCD is recalled, not read. */
  minimumAge: number
  /** Điều 57.5; null = no expiry. */
  validYears: 5 | 10 | null
}

const classRules: Record<LicenceClass, ClassRule> = {
  A1: { group: 1, minimumAge: 18, validYears: null },
  A: { group: 2, minimumAge: 18, validYears: null },
  B1: { group: 1, minimumAge: 18, validYears: null },
  B: { group: 2, minimumAge: 18, validYears: 10 },
  C1: { group: 3, minimumAge: 18, validYears: 10 },
  C: { group: 3, minimumAge: 21, validYears: 5 },
  D1: { group: 3, minimumAge: 24, validYears: 5 },
  D2: { group: 3, minimumAge: 24, validYears: 5 },
  D: { group: 3, minimumAge: 27, validYears: 5 },
  BE: { group: 3, minimumAge: 21, validYears: 5 },
  C1E: { group: 3, minimumAge: 24, validYears: 5 },
  CE: { group: 3, minimumAge: 24, validYears: 5 },
  D1E: { group: 3, minimumAge: 27, validYears: 5 },
  D2E: { group: 3, minimumAge: 27, validYears: 5 },
  DE: { group: 3, minimumAge: 27, validYears: 5 },
  XMCD: { group: 1, minimumAge: 18, validYears: null },
}

/** A holder of a pre-2025 A1 who exchanges it for A is examined by group 1. */
export function groupOf(licenceClass: LicenceClass, convertedFromA1 = false): Group {
  return convertedFromA1 && licenceClass === 'A' ? 1 : classRules[licenceClass].group
}

export function validYearsOf(licenceClass: LicenceClass): number | null {
  return classRules[licenceClass].validYears
}

export function minimumAgeOf(licenceClass: LicenceClass): number {
  return classRules[licenceClass].minimumAge
}

export function isUnderAge(
  licenceClass: LicenceClass,
  birthDate: CalendarDate,
  on: CalendarDate,
): boolean {
  return ageOn(birthDate, on) < classRules[licenceClass].minimumAge
}

/** Luật 36/2024/QH15 Điều 59.1: who drives more than 29 seats or a sleeper bus stops at 57 / 55. */
export function isOverAge(
  licenceClass: LicenceClass,
  birthDate: CalendarDate,
  sex: 'male' | 'female',
  on: CalendarDate,
): boolean {
  if (licenceClass !== 'D' && licenceClass !== 'DE') return false
  return ageOn(birthDate, on) >= (sex === 'male' ? 57 : 55)
}

/** A disabled person applying for A1 or B is not examined by the musculoskeletal specialty. */
export function skipsMusculoskeletal(licenceClass: LicenceClass, disabled: boolean): boolean {
  return disabled && (licenceClass === 'A1' || licenceClass === 'B')
}
