import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { DomainError } from '../../src/core/errors.ts'
import {
  certificateNumber,
  certificateNumberPattern,
  certificateValidUntil,
} from '../../src/exams/certificate.ts'
import { type ConclusionRequest, decideConclusion } from '../../src/exams/conclusion.ts'
import { allowedActions, type Exam, examStates, requireAction } from '../../src/exams/exam.ts'
import { type Findings, type Section, sections } from '../../src/exams/findings.ts'
import { strictAlcoholLimits } from '../../src/exams/fitness.ts'

const on = calendarDate('2026-11-24')
const at = new Date('2026-11-24T02:00:00Z')

function examWith(findings: Findings, changes: Partial<Exam> = {}): Exam {
  const recorded = Object.entries(findings).map(([section, found]) => [
    section,
    { state: 'signed', findings: found, by: 'BS Hà', registration: '001', at },
  ])
  return {
    id: 'e',
    version: 2,
    patientId: 'p',
    visitId: 'v',
    licenceClass: 'B',
    group: 2,
    purpose: 'renewal',
    delivery: { method: 'collect' },
    disabledApplicant: false,
    convertedFromA1: false,
    state: 'in-progress',
    warnings: [],
    createdAt: at,
    sections: Object.fromEntries(recorded),
    renewal: { eligible: false, reason: 'not-concluded' },
    ...changes,
  }
}

function decide(exam: Exam, request: ConclusionRequest) {
  try {
    return decideConclusion(exam, request, on, strictAlcoholLimits)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

function without(section: Section): Findings {
  const { [section]: _left, ...rest } = fitFindings(on)
  return rest
}

describe('a conclusion', () => {
  const fit = examWith(fitFindings(on))
  const unfit = examWith(unfitFindings(on))

  it('may be fit where the rules find nothing', () => {
    expect(decide(fit, { outcome: 'fit' })).toMatchObject({
      outcome: 'fit',
      assessment: { outcome: 'fit' },
    })
  })

  it('may be unfit against a fit assessment only with a reason', () => {
    expect(decide(fit, { outcome: 'unfit' })).toMatchObject({
      kind: 'invalid',
      errors: [{ pointer: '/reason', code: 'missing' }],
    })
    expect(decide(fit, { outcome: 'unfit', reason: 'Run tay' })).toMatchObject({
      reason: 'Run tay',
    })
  })

  it.each([
    [{}, ['/reason', '/reexamineOn']],
    [{ reason: 'Theo dõi huyết áp' }, ['/reexamineOn']],
    [{ reason: 'Theo dõi', reexamineOn: '2026-11-24' }, ['/reexamineOn']],
    [{ reason: 'Theo dõi', reexamineOn: '2020-01-01' }, ['/reexamineOn']],
  ])('subject to review with %j is refused at %j', (extra, pointers) => {
    const refused = decide(fit, { outcome: 'fit-subject-to-review', ...extra })
    expect((refused as DomainError).errors.map(({ pointer }) => pointer)).toEqual(pointers)
  })

  it('subject to review takes a reason and a future day', () => {
    const request = {
      outcome: 'fit-subject-to-review',
      reason: 'Theo dõi',
      reexamineOn: '2026-11-25',
    } as const
    expect(decide(fit, request)).toMatchObject({ reexamineOn: '2026-11-25' })
  })

  it('takes a day for the re-exam only when it asks for one', () => {
    expect(decide(fit, { outcome: 'fit', reexamineOn: '2027-01-01' })).toMatchObject({
      errors: [{ pointer: '/reexamineOn', code: 'not-asked' }],
    })
  })

  it('against a disqualification is unfit and nothing else, the disqualifications its reason', () => {
    for (const outcome of ['fit', 'fit-subject-to-review'] as const) {
      expect(decide(unfit, { outcome })).toMatchObject({
        kind: 'conflict',
        code: 'outcome-contradicts-assessment',
      })
    }
    expect(decide(unfit, { outcome: 'unfit' })).toMatchObject({
      reason: 'Xét nghiệm ma túy dương tính: morphin.',
    })
  })

  it.each(sections)('waits for the section %s, whether a rule reads it or not', (section) => {
    const refused = decide(examWith(without(section)), { outcome: 'fit' }) as DomainError
    expect(refused.code).toBe('exam-incomplete')
    const missing = refused.extra.missing as { section: string }[]
    expect(new Set(missing.map((item) => item.section))).toEqual(new Set([section]))
  })

  it('waits for a section even where one disqualification is enough', () => {
    const { respiratory: _left, ...rest } = unfitFindings(on)
    expect(decide(examWith(rest), { outcome: 'unfit' })).toMatchObject({
      code: 'exam-incomplete',
      extra: { missing: [{ section: 'respiratory', property: '*' }] },
    })
  })

  it('waits for a single property that a rule reads', () => {
    const { eyes, ...rest } = fitFindings(on)
    const refused = decide(examWith({ ...rest, eyes: { ...eyes, colourVision: null } }), {
      outcome: 'fit',
    })
    expect(refused).toMatchObject({
      code: 'exam-incomplete',
      extra: { missing: [{ section: 'eyes', property: 'colourVision' }] },
    })
  })

  it('does not wait for the specialty that a disabled applicant skips', () => {
    const exam = examWith(without('musculoskeletal'), { disabledApplicant: true })
    expect(decide(exam, { outcome: 'fit' })).toMatchObject({ outcome: 'fit' })
  })
})

describe('the table of states', () => {
  it('lets a conclusion be made once', () => {
    expect(() => requireAction({ state: 'finished' }, 'conclude')).toThrow('already-concluded')
    expect(() => requireAction({ state: 'finished' }, 'record')).toThrow('exam-concluded')
    expect(() => requireAction({ state: 'cancelled' }, 'record')).toThrow('exam-cancelled')
  })

  it('lets nothing be done in an end state', () => {
    for (const state of examStates) {
      const open = ['planned', 'arrived', 'in-progress'].includes(state)
      expect(allowedActions[state].length > 0, state).toBe(open)
      for (const action of ['record', 'conclude'] as const) {
        const act = () => requireAction({ state }, action)
        if (open) expect(act).not.toThrow()
        else expect(act).toThrow('conflict')
      }
    }
  })
})

describe('a certificate', () => {
  it('is numbered by facility and year', () => {
    expect(certificateNumber(1, '48001', on)).toBe('00001/GKSKLX/48001/26')
    expect(certificateNumber(99_999, '4800A', calendarDate('2030-01-01'))).toBe(
      '99999/GKSKLX/4800A/30',
    )
    expect(() => certificateNumber(100_000, '48001', on)).toThrow(RangeError)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (counter) => {
        expect(certificateNumber(counter, '48001', on)).toMatch(certificateNumberPattern)
      }),
    )
  })

  it('is valid for twelve months from the conclusion', () => {
    expect(certificateValidUntil(on)).toBe('2027-11-24')
    expect(certificateValidUntil(calendarDate('2028-02-29'))).toBe('2029-02-28')
  })
})
