import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import type { Findings } from '../../src/exams/findings.ts'
import { sectionSchemas } from '../../src/exams/findings.ts'
import { type Assessment, assess, type MissingProperty } from '../../src/exams/fitness.ts'
import { type LicenceClass, licenceClasses } from '../../src/exams/licence-class.ts'
import { someFindings } from './findings-arbitrary.ts'

const on = calendarDate('2026-11-23')
const anyClass = fc.constantFrom(...licenceClasses)
const judge = (licenceClass: LicenceClass, findings: Findings): Assessment =>
  assess({ licenceClass }, findings, on)

type Plain = Record<string, unknown>

function withValue(
  findings: Findings,
  { section, property }: MissingProperty,
  value: unknown,
): Findings {
  const copy = structuredClone(findings) as Plain
  const path = [section, ...property.split('.')]
  let at = copy
  for (const key of path.slice(0, -1)) {
    at[key] = { ...(at[key] as Plain | null | undefined) }
    at = at[key] as Plain
  }
  at[path.at(-1) as string] = value
  return copy as Findings
}

/** What a missing property could turn out to be. */
const candidates: unknown[] = [
  false,
  true,
  'normal',
  'red',
  'none',
  'partly',
  'negative',
  'positive',
  0,
  1,
  2,
  3,
  5,
  8,
  10,
  20,
  30,
  69,
  70,
  74,
  95,
  110,
  120,
  160,
  185,
  '2020-01-01',
  '2026-11-20',
]

function validFor(findings: Findings, missing: MissingProperty): Findings[] {
  return candidates
    .map((value) => withValue(findings, missing, value))
    .filter((filled) => sectionSchemas[missing.section].safeParse(filled[missing.section]).success)
}

/** For several ways of answering all the rest: what each value of one property leads to. */
function completions(
  licenceClass: LicenceClass,
  findings: Findings,
  missing: MissingProperty,
): string[][] {
  return [0, 1, 5].map((pick) =>
    validFor(findings, missing).map((filled) => {
      const complete = completed(licenceClass, filled, () => pick)
      const rules = judge(licenceClass, complete).disqualifications.map(({ rule }) => rule)
      const asked = judge(licenceClass, filled).missing.map(({ property }) => property)
      return JSON.stringify([rules, asked])
    }),
  )
}

const differs = (answers: string[]) => new Set(answers).size > 1

function completed(licenceClass: LicenceClass, start: Findings, pick: () => number): Findings {
  let findings = start
  for (let round = 0; round < 12; round++) {
    const { missing } = judge(licenceClass, findings)
    for (const property of missing) {
      const choices = validFor(findings, property)
      findings = choices[pick() % choices.length] ?? findings
    }
    if (missing.length === 0) break
  }
  return findings
}

describe('the engine, on findings with holes', () => {
  it('answers the same question the same way', () => {
    fc.assert(
      fc.property(anyClass, someFindings, (licenceClass, findings) => {
        expect(judge(licenceClass, structuredClone(findings))).toEqual(
          judge(licenceClass, findings),
        )
      }),
    )
  })

  it('is unfit exactly when something disqualifies and incomplete only when something is missing', () => {
    fc.assert(
      fc.property(anyClass, someFindings, (licenceClass, findings) => {
        const { outcome, disqualifications, missing } = judge(licenceClass, findings)
        expect(outcome === 'unfit').toBe(disqualifications.length > 0)
        expect(outcome === 'incomplete').toBe(disqualifications.length === 0 && missing.length > 0)
      }),
    )
  })

  it('never turns fit when a disqualifying finding is added', () => {
    fc.assert(
      fc.property(anyClass, someFindings, (licenceClass, findings) => {
        const screen = { ...findings.substances, heroin: 'positive' as const }
        expect(judge(licenceClass, { ...findings, substances: screen }).outcome).toBe('unfit')
      }),
    )
  })

  it('never takes a disqualification back when something missing is filled in', () => {
    fc.assert(
      fc.property(anyClass, someFindings, (licenceClass, findings) => {
        const before = judge(licenceClass, findings)
        const rules = before.disqualifications.map(({ rule }) => rule)
        for (const missing of before.missing.slice(0, 3)) {
          for (const filled of validFor(findings, missing).slice(0, 6)) {
            const after = judge(licenceClass, filled).disqualifications.map(({ rule }) => rule)
            expect(after).toEqual(expect.arrayContaining(rules))
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('asks only for what can still change its answer, alone or with the rest of what it asks', () => {
    fc.assert(
      fc.property(anyClass, someFindings, (licenceClass, findings) => {
        for (const missing of judge(licenceClass, findings).missing.slice(0, 3)) {
          const answers = completions(licenceClass, findings, missing)
          expect(answers.some(differs), JSON.stringify(missing)).toBe(true)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('is never incomplete once everything it asks for is answered', () => {
    fc.assert(
      fc.property(
        anyClass,
        someFindings,
        fc.infiniteStream(fc.nat()),
        (licenceClass, start, picks) => {
          const findings = completed(licenceClass, start, () => picks.next().value)
          expect(judge(licenceClass, findings).outcome).not.toBe('incomplete')
        },
      ),
      { numRuns: 25 },
    )
  })

  it('judges the cast alike for every class', () => {
    for (const licenceClass of licenceClasses) {
      expect(judge(licenceClass, fitFindings(on)).outcome).toBe('fit')
      expect(judge(licenceClass, unfitFindings(on)).outcome).toBe('unfit')
    }
  })
})
