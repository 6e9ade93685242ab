import { describe, expect, it } from 'vitest'
import { fitFindings, leastFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { assessmentRequest, assessRequest } from '../../src/exams/assessment-request.ts'
import { familyQuestions, personalQuestions } from '../../src/exams/declaration.ts'
import { datesAfter, findingsSchema, sections } from '../../src/exams/findings.ts'
import { fieldErrors } from '../../src/web/validation.ts'

const on = calendarDate('2026-11-24')

function faults(findings: unknown): string[] {
  const parsed = findingsSchema.safeParse(findings)
  return parsed.success ? [] : fieldErrors(parsed.error.issues).map((e) => `${e.pointer} ${e.code}`)
}

describe('findings', () => {
  it('take the whole cast', () => {
    expect(faults(fitFindings(on))).toEqual([])
    expect(faults(unfitFindings(on))).toEqual([])
    for (const group of [1, 2, 3] as const) expect(faults(leastFindings(group))).toEqual([])
  })

  it('take every section empty, and every property null', () => {
    for (const section of sections) {
      expect(faults({ [section]: {} })).toEqual([])
      const full = fitFindings(on)[section]
      const nulls = Object.fromEntries(Object.keys(full ?? {}).map((key) => [key, null]))
      expect(faults({ [section]: nulls })).toEqual([])
    }
  })

  const ranges: [string, (value: unknown) => object, number, number][] = [
    [
      '/eyes/acuity/both/uncorrected',
      (v) => ({ eyes: { acuity: { both: { uncorrected: v } } } }),
      0,
      20,
    ],
    [
      '/eyes/acuity/left/corrected',
      (v) => ({ eyes: { acuity: { left: { corrected: v } } } }),
      0,
      20,
    ],
    ['/eyes/refraction/right', (v) => ({ eyes: { refraction: { right: v } } }), -30, 30],
    ['/eyes/field/horizontal', (v) => ({ eyes: { field: { horizontal: v } } }), 0, 180],
    ['/eyes/field/rightExtent', (v) => ({ eyes: { field: { rightExtent: v } } }), 0, 110],
    ['/eyes/field/leftExtent', (v) => ({ eyes: { field: { leftExtent: v } } }), 0, 110],
    ['/eyes/field/above', (v) => ({ eyes: { field: { above: v } } }), 0, 90],
    ['/eyes/field/below', (v) => ({ eyes: { field: { below: v } } }), 0, 90],
    ['/ent/right/speech', (v) => ({ ent: { right: { speech: v } } }), 0, 10],
    ['/ent/left/whisper', (v) => ({ ent: { left: { whisper: v } } }), 0, 10],
    ['/cardiovascular/pulse', (v) => ({ cardiovascular: { pulse: v } }), 20, 250],
    ['/cardiovascular/systolic', (v) => ({ cardiovascular: { systolic: v } }), 40, 300],
    ['/cardiovascular/diastolic', (v) => ({ cardiovascular: { diastolic: v } }), 20, 200],
    ['/cardiovascular/avBlock', (v) => ({ cardiovascular: { avBlock: v } }), 0, 3],
    ['/cardiovascular/lown', (v) => ({ cardiovascular: { lown: v } }), 0, 5],
    ['/cardiovascular/nyha', (v) => ({ cardiovascular: { nyha: v } }), 0, 4],
    ['/respiratory/mmrc', (v) => ({ respiratory: { mmrc: v } }), 0, 4],
    ['/neurology/paralysedLimbs', (v) => ({ neurology: { paralysedLimbs: v } }), 0, 4],
    [
      '/musculoskeletal/limbLengthDifference',
      (v) => ({ musculoskeletal: { limbLengthDifference: v } }),
      0,
      50,
    ],
    [
      '/musculoskeletal/lostFingersOneHand',
      (v) => ({ musculoskeletal: { lostFingersOneHand: v } }),
      0,
      5,
    ],
    ['/musculoskeletal/lostFeet', (v) => ({ musculoskeletal: { lostFeet: v } }), 0, 2],
    [
      '/substances/alcohol/value',
      (v) => ({ substances: { alcohol: { value: v, unit: 'mg/l-breath' } } }),
      0,
      10,
    ],
    [
      '/substances/alcohol/value',
      (v) => ({ substances: { alcohol: { value: v, unit: 'mg/100ml-blood' } } }),
      0,
      1000,
    ],
  ]
  it.each(ranges)('%s takes its range and nothing beside it (%#)', (pointer, of, low, high) => {
    expect(faults(of(low))).toEqual([])
    expect(faults(of(high))).toEqual([])
    expect(faults(of(low - 1))).toEqual([`${pointer} out-of-range`])
    expect(faults(of(high + 1))).toEqual([`${pointer} out-of-range`])
    expect(faults(of('5'))).toEqual([`${pointer} wrong-type`])
    expect(faults(of(Number.NaN))).toEqual([`${pointer} wrong-type`])
  })

  it.each([
    [{ teeth: {} }, '/teeth unknown-property'],
    [{ eyes: { colour: 'red' } }, '/eyes/colour unknown-property'],
    [{ eyes: { acuity: { both: { with: 3 } } } }, '/eyes/acuity/both/with unknown-property'],
    [{ eyes: { colourVision: 'blue' } }, '/eyes/colourVision unknown-value'],
    [{ psychiatry: { acuteOrProgressing: 'yes' } }, '/psychiatry/acuteOrProgressing wrong-type'],
    [{ psychiatry: { stableSince: '2026-02-30' } }, '/psychiatry/stableSince malformed'],
    [{ psychiatry: { note: 'x'.repeat(2001) } }, '/psychiatry/note out-of-range'],
    [{ neurology: { paralysedLimbs: 1.5 } }, '/neurology/paralysedLimbs wrong-type'],
    [
      { cardiovascular: { systolic: 90, diastolic: 90 } },
      '/cardiovascular/diastolic diastolic-not-below-systolic',
    ],
    [{ substances: { alcohol: { value: 1 } } }, '/substances/alcohol/unit unknown-value'],
    [
      { substances: { otherTests: [{ name: '', result: 'x' }] } },
      '/substances/otherTests/0/name out-of-range',
    ],
    [
      { declaration: { personal: { spine: { answer: true } } } },
      '/declaration/personal/spine/detail detail-required',
    ],
    [
      { declaration: { personal: { spine: { answer: true, detail: ' ' } } } },
      '/declaration/personal/spine/detail detail-required',
    ],
    [
      { declaration: { personal: { teeth: { answer: true } } } },
      '/declaration/personal/teeth unknown-property',
    ],
  ])('%j is refused: %s', (findings, expected) => {
    expect(faults(findings)).toContain(expected)
  })

  it('ask nine questions of the family and twenty of the person', () => {
    expect(familyQuestions).toHaveLength(9)
    expect(personalQuestions).toHaveLength(20)
    expect(faults({ declaration: { family: { cancer: { answer: true } } } })).toEqual([])
  })

  it('cannot have happened after the day of the exam', () => {
    const later = {
      psychiatry: { stableSince: '2026-11-25' },
      neurology: { lastSeizureOn: '2026-11-24' },
      endocrine: { lastDiabeticComaOn: '2027-01-01' },
    }
    expect(datesAfter(later, on, { at: '/findings' }).map(({ pointer }) => pointer)).toEqual([
      '/findings/psychiatry/stableSince',
      '/findings/endocrine/lastDiabeticComaOn',
    ])
  })
})

describe('a request for an assessment', () => {
  const request = (extra: object) =>
    assessmentRequest.safeParse({ licenceClass: 'B', on: '2026-11-24', findings: {}, ...extra })

  it('ignores the declaration, whatever it holds', () => {
    const parsed = request({ findings: { ...fitFindings(on), declaration: { anything: 1 } } })
    expect(parsed.success && assessRequest(parsed.data).outcome).toBe('fit')
  })

  it.each([
    [{ licenceClass: 'B2' }, '/licenceClass'],
    [{ on: '2026-13-01' }, '/on'],
    [{ convertedFromA1: true }, '/convertedFromA1'],
    [{ extra: 1 }, '/extra'],
    [
      { findings: { eyes: { acuity: { both: { uncorrected: 25 } } } } },
      '/findings/eyes/acuity/both/uncorrected',
    ],
  ])('%j is refused at %s', (extra, pointer) => {
    const parsed = request(extra)
    expect(parsed.success).toBe(false)
    expect(fieldErrors(parsed.error?.issues ?? []).map((error) => error.pointer)).toEqual([pointer])
  })

  it('takes special machinery, and convertedFromA1 with class A', () => {
    expect(request({ licenceClass: 'XMCD' }).success).toBe(true)
    expect(request({ licenceClass: 'A', convertedFromA1: true }).success).toBe(true)
    expect(request({ convertedFromA1: false }).success).toBe(true)
  })

  it('refuses a finding dated after its day', () => {
    const parsed = request({ findings: { neurology: { lastSeizureOn: '2026-11-25' } } })
    if (!parsed.success) throw new Error('not parsed')
    expect(() => assessRequest(parsed.data)).toThrow('invalid')
  })
})
