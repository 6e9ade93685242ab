import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { type Caller, withApp } from '../support/app.ts'
import { domains, fitOn, fitPerson, type Group, judge, type Person } from './health-standards.ts'
import { jsonOf, pointersOf, refused, type Wire, wholeHouse } from './wire.ts'

const app = withApp()
let house: Caller
beforeAll(async () => {
  house = await wholeHouse(app())
})

const classes = {
  1: ['A1', 'B1', 'XMCD'],
  2: ['A', 'B'],
  3: ['C1', 'C', 'D1', 'D2', 'D', 'BE', 'C1E', 'CE', 'D1E', 'D2E', 'DE'],
} as const

const ask = (body: object) => house.post('/api/v1/assessments', body)

async function assessed(findings: object, licenceClass = 'B', more: object = {}): Promise<Wire> {
  const answer = await ask({ licenceClass, on: fitOn, findings, ...more })
  const body = await jsonOf(answer)
  expect(answer.status, JSON.stringify(body)).toBe(200)
  return body
}

/** As a program writes a person down: what is not measured is null or absent, as it likes. */
function written(person: Person, nulls: boolean): Wire {
  const findings: Wire = {}
  for (const [path, value] of Object.entries(person)) {
    if (value === undefined && !nulls) continue
    const eye = /^eyes\.acuity\.\w+$/.test(path)
    const names = eye ? [...path.split('.'), nulls ? 'corrected' : 'uncorrected'] : path.split('.')
    const last = names.pop() ?? ''
    let place = findings
    for (const name of names) {
      place[name] ??= {}
      place = place[name]
    }
    place[last] = value ?? null
    // The corrected value counts where it is given.
    if (eye && value !== undefined && nulls) place.uncorrected = 0
  }
  return findings
}

describe('the health standards, judged a second time by plain predicates', () => {
  const change = fc
    .constantFrom(...Object.keys(domains))
    .chain((path) =>
      fc.tuple(fc.constant(path), fc.constantFrom(undefined, undefined, ...(domains[path] ?? []))),
    )
  const possible = (person: Person) => {
    const [high, low] = [person['cardiovascular.systolic'], person['cardiovascular.diastolic']]
    return typeof high !== 'number' || typeof low !== 'number' || low < high
  }

  it.each([1, 2, 3] as const)(
    'agree for group %i',
    async (group: Group) => {
      const people = fc
        .array(change, { maxLength: 7 })
        .map((changes): Person => ({ ...fitPerson, ...Object.fromEntries(changes) }))
        .filter(possible)
      await fc.assert(
        fc.asyncProperty(
          people,
          fc.boolean(),
          fc.constantFrom(...classes[group]),
          async (person, nulls, licenceClass) => {
            const body = await assessed(written(person, nulls), licenceClass)
            const found = {
              outcome: body.outcome,
              sections: [...new Set(body.disqualifications.map((d: Wire) => d.section))].sort(),
              missing: body.missing
                .map((m: Wire) => `${m.section}.${m.property}`.replace(/\.uncorrected$/, ''))
                .sort(),
            }
            expect(body.group).toBe(group)
            expect(found).toEqual(judge(group, person))
          },
        ),
        { numRuns: 150, seed: 20261124 + group },
      )
    },
    60_000,
  )

  it.each([1, 2, 3] as const)(
    'agree on each single value of group %i',
    async (group: Group) => {
      for (const [path, values] of Object.entries(domains)) {
        for (const value of [...values, undefined]) {
          const person = { ...fitPerson, [path]: value }
          const { outcome } = await assessed(written(person, false), classes[group][0])
          expect({ path, value, outcome }).toEqual({
            path,
            value,
            outcome: judge(group, person).outcome,
          })
        }
      }
    },
    60_000,
  )
})

describe('the answer', () => {
  it('has exactly the contract’s members', async () => {
    const fit = fitFindings(fitOn)
    const eyes = { ...fit.eyes, colourVision: 'green', diplopia: null }
    const cardiovascular = { ...fit.cardiovascular, pulse: 130 }
    const body = await assessed({ ...fit, eyes, cardiovascular })
    expect(body).toEqual({
      standard: {
        id: expect.any(String),
        legalReference: expect.stringContaining('36/2024/TT-BYT'),
        effectiveFrom: '2025-01-01',
      },
      group: 2,
      outcome: 'unfit',
      disqualifications: [
        {
          rule: expect.any(String),
          section: 'eyes',
          legalReference: expect.stringContaining('36/2024/TT-BYT'),
          verified: 'law',
          message: { vi: expect.any(String), en: expect.any(String) },
          found: { colourVision: 'green' },
        },
      ],
      warnings: [
        {
          rule: expect.any(String),
          section: 'cardiovascular',
          message: { vi: expect.any(String), en: expect.any(String) },
        },
      ],
      missing: [{ section: 'eyes', property: 'diplopia' }],
    })
  })

  it.each(Object.entries(classes).flatMap(([group, names]) => names.map((name) => [name, +group])))(
    'puts class %s into group %i',
    async (licenceClass, group) => {
      expect((await assessed({}, String(licenceClass))).group).toBe(group)
    },
  )

  it('lists every specialty that the group reads when there is nothing', async () => {
    const sections = async (licenceClass: string) => {
      const { missing } = await assessed({}, licenceClass)
      return [...new Set(missing.map((m: Wire) => m.section))].sort()
    }
    expect(await sections('A1')).toEqual(
      ['eyes', 'musculoskeletal', 'neurology', 'psychiatry', 'substances'].sort(),
    )
    expect(await sections('B')).not.toContain('ent')
    expect(await sections('C')).toHaveLength(9)
  })

  it('reads a section that is null as one that is absent', async () => {
    const { eyes: _, ...rest } = fitFindings(fitOn)
    const [absent, empty] = [await assessed(rest), await assessed({ ...rest, eyes: null })]
    expect(empty).toEqual(absent)
    expect(absent.outcome).toBe('incomplete')
  })

  it('of a one-eyed person counts the better eye, in group 3 never', async () => {
    const fit = fitFindings(fitOn)
    const eyes = (tenths: number) => ({
      ...fit.eyes,
      oneEyed: true,
      acuity: { right: { uncorrected: 1, corrected: tenths }, left: null, both: null },
    })
    const outcome = async (tenths: number, licenceClass: string) =>
      (await assessed({ ...fit, eyes: eyes(tenths) }, licenceClass)).outcome
    expect(await outcome(4, 'A1')).toBe('fit')
    expect(await outcome(3.9, 'A1')).toBe('unfit')
    expect(await outcome(5, 'B')).toBe('fit')
    expect(await outcome(4.9, 'B')).toBe('unfit')
    expect(await outcome(10, 'C')).toBe('unfit')
  })

  it('warns of untreated 180/100 and of a pulse, and of the treated it does not', async () => {
    const fit = fitFindings(fitOn)
    const of = async (changes: object, licenceClass: string) => {
      const cardiovascular = { ...fit.cardiovascular, ...changes }
      const { outcome, warnings } = await assessed({ ...fit, cardiovascular }, licenceClass)
      return [outcome, warnings.length]
    }
    for (const licenceClass of ['A1', 'B', 'C']) {
      expect(await of({ systolic: 185, diastolic: 105 }, licenceClass)).toEqual(['fit', 1])
      expect(await of({ systolic: 180, diastolic: 99 }, licenceClass)).toEqual(['fit', 1])
      expect(await of({ systolic: 179, diastolic: 99 }, licenceClass)).toEqual(['fit', 0])
      expect(await of({ pulse: 121 }, licenceClass)).toEqual(['fit', 1])
      expect(await of({ pulse: 49 }, licenceClass)).toEqual(['fit', 1])
      expect(await of({ pulse: 120 }, licenceClass)).toEqual(['fit', 0])
    }
    const treated = { systolic: 185, diastolic: 105, hypertensionTreated: true }
    expect(await of(treated, 'C')).toEqual(['unfit', 0])
    expect(await of(treated, 'B')).toEqual(['fit', 0])
  })

  it('counts any alcohol as over the limit, and none ordered as an answer', async () => {
    const fit = fitFindings(fitOn)
    for (const licenceClass of ['A1', 'B', 'C']) {
      for (const unit of ['mg/l-breath', 'mg/100ml-blood']) {
        const outcome = async (value: number) => {
          const substances = { ...fit.substances, alcohol: { value, unit } }
          return (await assessed({ ...fit, substances }, licenceClass)).outcome
        }
        expect(await outcome(0)).toBe('fit')
        expect(await outcome(0.01)).toBe('unfit')
      }
    }
  })

  it('skips the musculoskeletal specialty of a disabled applicant for A1 and B alone', async () => {
    const { musculoskeletal: _, ...rest } = fitFindings(fitOn)
    const outcome = async (licenceClass: string) =>
      (await assessed(rest, licenceClass, { disabledApplicant: true })).outcome
    expect([await outcome('A1'), await outcome('B')]).toEqual(['fit', 'fit'])
    expect([await outcome('A'), await outcome('C'), await outcome('B1')]).toEqual(
      Array(3).fill('incomplete'),
    )
  })

  it('judges a converted A1 by group 1', async () => {
    expect((await assessed({}, 'A', { convertedFromA1: true })).group).toBe(1)
    expect((await assessed({}, 'A', { convertedFromA1: false })).group).toBe(2)
    expect((await assessed({}, 'B', { convertedFromA1: false })).group).toBe(2)
  })
})

describe('what is refused with 422', () => {
  const ranges: [string, number, number][] = [
    ['eyes/acuity/right/uncorrected', 0, 20],
    ['eyes/acuity/both/corrected', 0, 20],
    ['eyes/refraction/left', -30, 30],
    ['eyes/field/horizontal', 0, 180],
    ['eyes/field/rightExtent', 0, 110],
    ['eyes/field/leftExtent', 0, 110],
    ['eyes/field/above', 0, 90],
    ['eyes/field/below', 0, 90],
    ['ent/right/speech', 0, 10],
    ['ent/left/whisper', 0, 10],
    ['cardiovascular/pulse', 20, 250],
    ['cardiovascular/systolic', 40, 300],
    ['cardiovascular/diastolic', 20, 200],
    ['cardiovascular/avBlock', 0, 3],
    ['cardiovascular/lown', 0, 5],
    ['cardiovascular/nyha', 0, 4],
    ['neurology/paralysedLimbs', 0, 4],
    ['respiratory/mmrc', 0, 4],
    ['musculoskeletal/limbLengthDifference', 0, 50],
    ['musculoskeletal/lostFingersOneHand', 0, 5],
    ['musculoskeletal/lostFeet', 0, 2],
  ]
  const nest = (path: string, value: unknown): object =>
    path.split('/').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object
  const request = (findings: object, more: object = {}) =>
    ask({ licenceClass: 'B', on: fitOn, findings, ...more })

  it.each(ranges)('%s outside %d…%d', async (path, low, high) => {
    for (const value of [low, high]) {
      expect((await request(nest(path, value))).status).toBe(200)
    }
    for (const value of [low - 0.1, low - 1, high + 0.1, high + 1, 1e300, String(low), true, []]) {
      const problem = await refused(await request(nest(path, value)), 422)
      expect([...new Set(pointersOf(problem))]).toEqual([`/findings/${path}`])
    }
  })

  it.each<[string, object, string]>([
    [
      'alcohol over 10 mg/l',
      { substances: { alcohol: { value: 10.1, unit: 'mg/l-breath' } } },
      '/findings/substances/alcohol/value',
    ],
    [
      'alcohol over 1000 mg/100 ml',
      { substances: { alcohol: { value: 1001, unit: 'mg/100ml-blood' } } },
      '/findings/substances/alcohol/value',
    ],
    [
      'alcohol below nothing',
      { substances: { alcohol: { value: -1, unit: 'mg/100ml-blood' } } },
      '/findings/substances/alcohol/value',
    ],
    [
      'alcohol in another unit',
      { substances: { alcohol: { value: 1, unit: 'promille' } } },
      '/findings/substances/alcohol/unit',
    ],
    [
      'alcohol without a unit',
      { substances: { alcohol: { value: 1 } } },
      '/findings/substances/alcohol/unit',
    ],
    [
      'a diastolic as high as the systolic',
      { cardiovascular: { systolic: 120, diastolic: 120 } },
      '/findings/cardiovascular/diastolic',
    ],
    ['an unknown section', { teeth: {} }, '/findings/teeth'],
    ['an unknown property', { eyes: { colour: 'red' } }, '/findings/eyes/colour'],
    [
      'an unknown property deeper down',
      { eyes: { acuity: { right: { best: 9 } } } },
      '/findings/eyes/acuity/right/best',
    ],
    ['an unknown colour', { eyes: { colourVision: 'blue' } }, '/findings/eyes/colourVision'],
    ['an unknown asthma', { respiratory: { asthma: 'mild' } }, '/findings/respiratory/asthma'],
    ['an unknown result', { substances: { heroin: 'unclear' } }, '/findings/substances/heroin'],
    ['a half limb', { neurology: { paralysedLimbs: 1.5 } }, '/findings/neurology/paralysedLimbs'],
    ['a yes as a word', { neurology: { epilepsy: 'yes' } }, '/findings/neurology/epilepsy'],
    ['a yes as a number', { neurology: { epilepsy: 1 } }, '/findings/neurology/epilepsy'],
    [
      'a day to come',
      { psychiatry: { stableSince: '2026-11-24' } },
      '/findings/psychiatry/stableSince',
    ],
    [
      'a seizure to come',
      { neurology: { lastSeizureOn: '2027-01-01' } },
      '/findings/neurology/lastSeizureOn',
    ],
    [
      'a coma to come',
      { endocrine: { lastDiabeticComaOn: '2026-11-24' } },
      '/findings/endocrine/lastDiabeticComaOn',
    ],
    [
      'a day that does not exist',
      { psychiatry: { stableSince: '2026-02-30' } },
      '/findings/psychiatry/stableSince',
    ],
    [
      'an instant for a day',
      { psychiatry: { stableSince: '2026-02-03T00:00:00Z' } },
      '/findings/psychiatry/stableSince',
    ],
    ['a section that is a list', { eyes: [] }, '/findings/eyes'],
    ['a note of 2001 characters', { ent: { note: 'x'.repeat(2001) } }, '/findings/ent/note'],
    [
      'a test without its result',
      { substances: { otherTests: [{ name: 'x' }] } },
      '/findings/substances/otherTests/0/result',
    ],
  ])('%s', async (_, findings, pointer) => {
    expect(pointersOf(await refused(await request(findings), 422))).toEqual([pointer])
  })

  it.each<[string, object, string]>([
    ['an unknown class', { licenceClass: 'B2' }, '/licenceClass'],
    ['a class in small letters', { licenceClass: 'b' }, '/licenceClass'],
    ['no class', { licenceClass: undefined }, '/licenceClass'],
    ['no day', { on: undefined }, '/on'],
    ['an instant', { on: '2026-11-23T10:00:00Z' }, '/on'],
    ['a day before the standard', { on: '2024-12-31' }, '/on'],
    ['convertedFromA1 with class B', { convertedFromA1: true }, '/convertedFromA1'],
    ['a disability as a word', { disabledApplicant: 'no' }, '/disabledApplicant'],
    ['no findings', { findings: undefined }, '/findings'],
    ['findings that are a list', { findings: [] }, '/findings'],
    ['an unknown member', { exam: 'x' }, '/exam'],
  ])('%s', async (_, changes, pointer) => {
    const answer = await ask({ licenceClass: 'B', on: fitOn, findings: {}, ...changes })
    expect(pointersOf(await refused(answer, 422))).toEqual([pointer])
  })

  it('nesting without end', async () => {
    const body = `{"licenceClass":"B","on":"${fitOn}","findings":{"declaration":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`
    await refused(await house.post('/api/v1/assessments', body), 422)
  })

  it('never the declaration, whatever stands in it', async () => {
    for (const declaration of [{}, null, { anything: [1] }, 'x', fitFindings(fitOn).declaration]) {
      expect((await request({ declaration })).status).toBe(200)
    }
  })
})
