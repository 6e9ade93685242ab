import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { exchangeableFor, oldClasses } from '../../src/exams/held-licence.ts'
import { intakeSchema, intakeWarnings, isConversion } from '../../src/exams/intake.ts'
import {
  groupOf,
  isOverAge,
  isUnderAge,
  type LicenceClass,
  licenceClasses,
  minimumAgeOf,
  validYearsOf,
} from '../../src/exams/licence-class.ts'
import { fieldErrors } from '../../src/web/validation.ts'

const on = calendarDate('2026-11-24')
const person = { birthDate: calendarDate('1985-06-01'), sex: 'female' as const }
const base = { patientId: 'p', licenceClass: 'B', purpose: 'new', consents: { exam: true } }

function faults(extra: object): string[] {
  const parsed = intakeSchema.safeParse({ ...base, ...extra })
  return parsed.success ? [] : fieldErrors(parsed.error.issues).map((e) => `${e.pointer} ${e.code}`)
}

const codes = (extra: object, who = person) =>
  intakeWarnings(intakeSchema.parse({ ...base, ...extra }), who, on).map(({ code }) => code)

describe('licence classes', () => {
  it('each have a group, an age and a validity', () => {
    const rows = licenceClasses.map((c) => [c, groupOf(c), minimumAgeOf(c), validYearsOf(c)])
    expect(rows).toEqual([
      ['A1', 1, 18, null],
      ['A', 2, 18, null],
      ['B1', 1, 18, null],
      ['B', 2, 18, 10],
      ['C1', 3, 18, 10],
      ['C', 3, 21, 5],
      ['D1', 3, 24, 5],
      ['D2', 3, 24, 5],
      ['D', 3, 27, 5],
      ['BE', 3, 21, 5],
      ['C1E', 3, 24, 5],
      ['CE', 3, 24, 5],
      ['D1E', 3, 27, 5],
      ['D2E', 3, 27, 5],
      ['DE', 3, 27, 5],
      ['XMCD', 1, 18, null],
    ])
  })

  it('begin on the birthday and end for the big bus at 57 and 55', () => {
    expect(isUnderAge('B', calendarDate('2008-11-24'), on)).toBe(false)
    expect(isUnderAge('B', calendarDate('2008-11-25'), on)).toBe(true)
    expect(isOverAge('D', calendarDate('1969-11-25'), 'male', on)).toBe(false)
    expect(isOverAge('D', calendarDate('1969-11-24'), 'male', on)).toBe(true)
    expect(isOverAge('D', calendarDate('1971-11-24'), 'female', on)).toBe(true)
    expect(isOverAge('C', calendarDate('1940-01-01'), 'male', on)).toBe(false)
  })

  it('follow from the old classes as the law numbers them', () => {
    const old = (name: string) => exchangeableFor({ class: name, scheme: 'pre-2025' }).join(' ')
    expect(oldClasses.map((name) => `${name}→${old(name)}`)).toEqual([
      'A1→A',
      'A2→A',
      'A3→B1',
      'A4→XMCD',
      'B1→B C1',
      'B2→B C1',
      'C→C',
      'D→D2',
      'E→D',
      'FB2→BE C1E',
      'FC→CE',
      'FD→D2E',
      'FE→DE',
    ])
    expect(exchangeableFor({ class: 'B', scheme: '2025' })).toEqual(['B'])
  })
})

describe('an intake', () => {
  it.each([
    [{}, []],
    [{ licenceClass: 'B2' }, ['/licenceClass unknown-value']],
    [{ purpose: 'exchange' }, ['/purpose unknown-value']],
    [{ consents: { exam: false } }, ['/consents/exam unknown-value']],
    [{ consents: {} }, ['/consents/exam unknown-value']],
    [{ convertedFromA1: true }, ['/convertedFromA1 only-with-class-a']],
    [{ convertedFromA1: true, licenceClass: 'A' }, []],
    [{ id: 'mine' }, ['/id unknown-property']],
    [
      { heldLicence: { number: '1', class: 'B2', scheme: '2025' } },
      ['/heldLicence/class unknown-class'],
    ],
    [{ heldLicence: { number: '1', class: 'B2', scheme: 'pre-2025' } }, []],
    [
      {
        heldLicence: {
          number: '1',
          class: 'B2',
          scheme: 'pre-2025',
          issuedOn: '2020-01-02',
          expiresOn: '2020-01-01',
        },
      },
      ['/heldLicence/expiresOn expires-before-issued'],
    ],
    [{ delivery: { method: 'drone' } }, ['/delivery/method unknown-value']],
  ])('%j → %j', (extra, expected) => {
    expect(faults(extra)).toEqual(expected)
  })

  const young = { ...person, birthDate: calendarDate('2006-01-01') }

  it.each(['new', 'upgrade'])('refuses a class above the age for %s', (purpose) => {
    expect(() => codes({ licenceClass: 'C', purpose }, young)).toThrow('under-age')
  })

  it.each(['renewal', 'reissue'])('only warns of the age for %s', (purpose) => {
    const heldLicence = { number: '790123456789', class: 'C', scheme: '2025' }
    expect(codes({ licenceClass: 'C', purpose, heldLicence }, young)).toEqual(['under-age'])
  })

  it('points out what the renewal will stumble over', () => {
    expect(codes({ purpose: 'renewal' })).toEqual(['held-licence-missing'])
    const heldLicence = { number: 'AB 123', class: 'C', scheme: 'pre-2025' }
    expect(codes({ purpose: 'renewal', heldLicence })).toEqual([
      'not-exchangeable',
      'licence-number-form',
    ])
    expect(codes({ purpose: 'new', heldLicence })).toEqual([])
  })

  it('sees the exchange of an old A1 for A by itself', () => {
    const heldLicence = { number: '790123456789', class: 'A1', scheme: 'pre-2025' }
    const conversion = (extra: object) =>
      isConversion(intakeSchema.parse({ ...base, licenceClass: 'A' as LicenceClass, ...extra }))
    expect(conversion({ purpose: 'renewal', heldLicence })).toBe(true)
    expect(conversion({ purpose: 'renewal', heldLicence, convertedFromA1: false })).toBe(false)
    expect(conversion({ purpose: 'upgrade', heldLicence })).toBe(false)
    expect(
      conversion({ purpose: 'renewal', heldLicence: { ...heldLicence, scheme: '2025' } }),
    ).toBe(false)
    expect(conversion({ convertedFromA1: true })).toBe(true)
  })
})
