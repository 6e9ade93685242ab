import { type CalendarDate, yearOf } from '../core/calendar-date.ts'
import { fill } from '../core/text.ts'
import type { Warning } from './warning.ts'
import { warningWords } from './warning-words.ts'

export const sexes = ['male', 'female'] as const
export type Sex = (typeof sexes)[number]

export const personalIdPattern = /^\d{12}$/

/** Birth provinces as numbered before 2025-07-01: all 63 stay valid in the personal id. */
export const birthProvinces: ReadonlySet<string> = new Set(
  `001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036
  037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075
  077 079 080 082 083 084 086 087 089 091 092 093 094 095 096`.split(/\s+/),
)

export type PersonalId = { province: string; sex: Sex; birthYear: number }

/**
 * What the twelve digits say: province (3), century and sex (1), birth year (2), number (6). There
 * is no check digit. Undefined when it is not twelve digits.
 */
export function readPersonalId(number: string): PersonalId | undefined {
  if (!personalIdPattern.test(number)) return undefined
  const centuryAndSex = Number(number[3])
  return {
    province: number.slice(0, 3),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(number.slice(4, 6)),
  }
}

/** Where the number disagrees with the person: registry mistakes exist, so it warns and never blocks. */
export function personalIdWarnings(
  number: string,
  person: { birthDate: CalendarDate; sex: Sex },
): Warning[] {
  const id = readPersonalId(number)
  if (!id) return []
  const warnings: Warning[] = []
  if (!birthProvinces.has(id.province)) {
    warnings.push({ code: 'id-province-unknown', message: fill(warningWords.provinceUnknown, id) })
  }
  if (id.birthYear !== yearOf(person.birthDate)) {
    const values = { year: id.birthYear, given: yearOf(person.birthDate) }
    warnings.push({
      code: 'id-birth-year-mismatch',
      message: fill(warningWords.yearMismatch, values),
    })
  }
  if (id.sex !== person.sex) {
    const message = id.sex === 'male' ? warningWords.numberOfMan : warningWords.numberOfWoman
    warnings.push({ code: 'id-sex-mismatch', message })
  }
  return warnings
}
