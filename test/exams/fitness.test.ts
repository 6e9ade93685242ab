import { describe, expect, it } from 'vitest'
import { fitFindings, leastFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import type { Findings, Section } from '../../src/exams/findings.ts'
import { assess } from '../../src/exams/fitness.ts'
import type { Group, LicenceClass } from '../../src/exams/licence-class.ts'

const on = calendarDate('2026-11-23')
const classOf: Record<Group, LicenceClass> = { 1: 'A1', 2: 'B', 3: 'C' }
const groups = [1, 2, 3] as const

type Plain = Record<string, unknown>
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function merged(base: Plain, patch: Plain): Plain {
  const entries = Object.entries(patch).map(([key, value]) => {
    const old = base[key]
    return [key, isPlain(old) && isPlain(value) ? merged(old, value) : value]
  })
  return { ...base, ...Object.fromEntries(entries) }
}

/** The fit person with one thing changed. */
function patched(section: Section, patch: Plain): Findings {
  return merged(fitFindings(on) as Plain, { [section]: patch }) as Findings
}

function rulesAgainst(group: Group, findings: Findings): string[] {
  return assess({ licenceClass: classOf[group] }, findings, on).disqualifications.map(
    ({ rule }) => rule,
  )
}

function missingIn(group: Group, findings: Findings): string[] {
  const { missing } = assess({ licenceClass: classOf[group] }, findings, on)
  return missing.map(({ section, property }) => `${section}.${property}`)
}

/** What is found, and the rule that speaks in groups 1, 2 and 3 (null: none does). */
type Row = [Section, Plain, string | null, string | null, string | null]

const table: Row[] = [
  [
    'psychiatry',
    { acuteOrProgressing: true },
    'psychiatry.acute',
    'psychiatry.acute',
    'psychiatry.acute',
  ],
  [
    'psychiatry',
    { stableSince: '2026-05-24' },
    null,
    'psychiatry.stable-6-months',
    'psychiatry.stable-24-months',
  ],
  ['psychiatry', { stableSince: '2026-05-23' }, null, null, 'psychiatry.stable-24-months'],
  ['psychiatry', { stableSince: '2024-11-24' }, null, null, 'psychiatry.stable-24-months'],
  ['psychiatry', { stableSince: '2024-11-23' }, null, null, null],
  [
    'neurology',
    { epilepsy: true, lastSeizureOn: '2024-11-24' },
    null,
    'neurology.seizure-24-months',
    'neurology.epilepsy',
  ],
  ['neurology', { epilepsy: true, lastSeizureOn: '2024-11-23' }, null, null, 'neurology.epilepsy'],
  ['neurology', { epilepsy: false, lastSeizureOn: '2026-11-01' }, null, null, null],
  ['neurology', { paralysedLimbs: 1 }, null, null, 'neurology.paralysis-1-limb'],
  [
    'neurology',
    { paralysedLimbs: 2 },
    'neurology.paralysis-2-limbs',
    'neurology.paralysis-2-limbs',
    'neurology.paralysis-1-limb',
  ],
  [
    'neurology',
    { extrapyramidalSyndrome: true },
    null,
    'neurology.extrapyramidal',
    'neurology.extrapyramidal',
  ],
  [
    'neurology',
    { deepSensationDisorder: true },
    null,
    'neurology.deep-sensation',
    'neurology.deep-sensation',
  ],
  [
    'neurology',
    { superficialSensationDisorder: true },
    null,
    null,
    'neurology.superficial-sensation',
  ],
  ['neurology', { pathologicalVertigo: true }, null, 'neurology.vertigo', 'neurology.vertigo'],
  ['eyes', { acuity: { both: { uncorrected: 3.9 } } }, 'eyes.acuity-4', 'eyes.acuity-5', null],
  ['eyes', { acuity: { both: { uncorrected: 4 } } }, null, 'eyes.acuity-5', null],
  ['eyes', { acuity: { both: { uncorrected: 4.9 } } }, null, 'eyes.acuity-5', null],
  ['eyes', { acuity: { both: { uncorrected: 5 } } }, null, null, null],
  ['eyes', { acuity: { both: { uncorrected: 1, corrected: 5 } } }, null, null, null],
  [
    'eyes',
    { acuity: { both: { uncorrected: 9, corrected: 3 } } },
    'eyes.acuity-4',
    'eyes.acuity-5',
    null,
  ],
  [
    'eyes',
    { acuity: { right: { uncorrected: 7.9 }, left: { uncorrected: 7 } } },
    null,
    null,
    'eyes.better-eye',
  ],
  ['eyes', { acuity: { right: { uncorrected: 8 }, left: { uncorrected: 5 } } }, null, null, null],
  [
    'eyes',
    { acuity: { right: { uncorrected: 4.9 }, left: { uncorrected: 10 } } },
    null,
    null,
    'eyes.worse-eye',
  ],
  [
    'eyes',
    { acuity: { right: { uncorrected: 1, corrected: 5 }, left: { uncorrected: 2, corrected: 8 } } },
    null,
    null,
    null,
  ],
  [
    'eyes',
    { oneEyed: true, acuity: { right: { uncorrected: 3.9 }, left: { uncorrected: null } } },
    'eyes.acuity-4',
    'eyes.acuity-5',
    'eyes.better-eye eyes.worse-eye eyes.one-eyed',
  ],
  [
    'eyes',
    { oneEyed: true, acuity: { right: { uncorrected: 4 }, left: { uncorrected: null } } },
    null,
    'eyes.acuity-5',
    'eyes.better-eye eyes.worse-eye eyes.one-eyed',
  ],
  [
    'eyes',
    { oneEyed: true, acuity: { right: { uncorrected: 5 }, left: { uncorrected: null } } },
    null,
    null,
    'eyes.better-eye eyes.one-eyed',
  ],
  [
    'eyes',
    { oneEyed: true, acuity: { right: { uncorrected: 10 }, left: { uncorrected: null } } },
    null,
    null,
    'eyes.one-eyed',
  ],
  ['eyes', { refraction: { right: 5 } }, null, null, null],
  ['eyes', { refraction: { right: 5.01 } }, null, null, 'eyes.lens-right'],
  ['eyes', { refraction: { left: 5.25 } }, null, null, 'eyes.lens-left'],
  ['eyes', { refraction: { left: -8 } }, null, null, null],
  ['eyes', { refraction: { left: -8.01 } }, null, null, 'eyes.lens-left'],
  ['eyes', { refraction: { right: -8.25 } }, null, null, 'eyes.lens-right'],
  ...(['total', 'red', 'green', 'yellow'] as const).map(
    (colourVision): Row => ['eyes', { colourVision }, 'eyes.colour', 'eyes.colour', 'eyes.colour'],
  ),
  ['eyes', { diplopia: true, diplopiaWithPrism: false }, null, null, 'eyes.diplopia'],
  [
    'eyes',
    { diplopia: true, diplopiaWithPrism: true },
    null,
    'eyes.diplopia-with-prism',
    'eyes.diplopia',
  ],
  ['eyes', { field: { horizontal: 160 } }, null, null, null],
  ['eyes', { field: { horizontal: 159 } }, null, null, 'eyes.field-horizontal'],
  ['eyes', { field: { rightExtent: 70 } }, null, null, null],
  ['eyes', { field: { rightExtent: 69 } }, null, null, 'eyes.field-right'],
  ['eyes', { field: { leftExtent: 70 } }, null, null, null],
  ['eyes', { field: { leftExtent: 69 } }, null, null, 'eyes.field-left'],
  ['eyes', { field: { above: 30 } }, null, null, null],
  ['eyes', { field: { above: 29 } }, null, null, 'eyes.field-above'],
  ['eyes', { field: { below: 30 } }, null, null, null],
  ['eyes', { field: { below: 29 } }, null, null, 'eyes.field-below'],
  ['eyes', { field: { hemianopia: true } }, null, null, 'eyes.hemianopia'],
  ['eyes', { field: { scotoma: true } }, null, null, 'eyes.scotoma'],
  ['eyes', { glareDisease: true }, null, null, 'eyes.glare'],
  ['eyes', { nightBlindness: true }, null, null, 'eyes.night-blindness'],
  [
    'ent',
    { right: { speech: 4, whisper: 1.6 }, left: { speech: 0, whisper: 0 } },
    null,
    null,
    null,
  ],
  [
    'ent',
    { right: { speech: 0, whisper: 0 }, left: { speech: 4, whisper: 1.6 } },
    null,
    null,
    null,
  ],
  [
    'ent',
    { right: { speech: 3.9, whisper: 2 }, left: { speech: 3, whisper: 2 } },
    null,
    null,
    'ent.better-ear',
  ],
  [
    'ent',
    { right: { speech: 5, whisper: 1.5 }, left: { speech: 3, whisper: 2 } },
    null,
    null,
    'ent.better-ear',
  ],
  ['cardiovascular', { avBlock: 1 }, null, null, null],
  ['cardiovascular', { avBlock: 2 }, null, 'cardiovascular.av-block', 'cardiovascular.av-block'],
  [
    'cardiovascular',
    { symptomaticBradycardia: true },
    null,
    'cardiovascular.bradycardia',
    'cardiovascular.bradycardia',
  ],
  [
    'cardiovascular',
    { unstableTachyarrhythmia: true },
    null,
    null,
    'cardiovascular.tachyarrhythmia',
  ],
  ['cardiovascular', { lown: 0, structuralHeartDisease: true }, null, null, null],
  [
    'cardiovascular',
    { lown: 1, structuralHeartDisease: true },
    null,
    null,
    'cardiovascular.extrasystoles',
  ],
  ['cardiovascular', { lown: 2, structuralHeartDisease: false }, null, null, null],
  [
    'cardiovascular',
    { lown: 3, structuralHeartDisease: false },
    null,
    null,
    'cardiovascular.extrasystoles',
  ],
  ['cardiovascular', { nyha: 1 }, null, null, null],
  ['cardiovascular', { nyha: 2 }, null, null, 'cardiovascular.nyha-2'],
  ['cardiovascular', { nyha: 3 }, null, 'cardiovascular.nyha-3', 'cardiovascular.nyha-2'],
  ['cardiovascular', { systolic: 179, diastolic: 99, hypertensionTreated: true }, null, null, null],
  [
    'cardiovascular',
    { systolic: 180, diastolic: 99, hypertensionTreated: true },
    null,
    null,
    'cardiovascular.hypertension-treated',
  ],
  [
    'cardiovascular',
    { systolic: 179, diastolic: 100, hypertensionTreated: true },
    null,
    null,
    'cardiovascular.hypertension-treated',
  ],
  [
    'cardiovascular',
    { systolic: 185, diastolic: 105, hypertensionTreated: false },
    null,
    null,
    null,
  ],
  ['cardiovascular', { systolic: 90, diastolic: 60, lowPressureSymptoms: true }, null, null, null],
  [
    'cardiovascular',
    { systolic: 89, diastolic: 60, lowPressureSymptoms: true },
    null,
    null,
    'cardiovascular.low-pressure',
  ],
  ['cardiovascular', { systolic: 89, diastolic: 60, lowPressureSymptoms: false }, null, null, null],
  [
    'cardiovascular',
    { vascularDiseaseAffectingDriving: true },
    null,
    null,
    'cardiovascular.vascular',
  ],
  ['cardiovascular', { coronaryAngina: true }, null, null, 'cardiovascular.angina'],
  ['cardiovascular', { heartTransplant: true }, null, null, 'cardiovascular.transplant'],
  ['cardiovascular', { coronaryRevascularised: true }, null, null, 'cardiovascular.revascularised'],
  ['respiratory', { mmrc: 1 }, null, null, null],
  ['respiratory', { mmrc: 2 }, null, null, 'respiratory.mmrc-2'],
  ['respiratory', { mmrc: 3 }, null, 'respiratory.mmrc-3', 'respiratory.mmrc-2'],
  ['respiratory', { asthma: 'controlled' }, null, null, null],
  ['respiratory', { asthma: 'partly' }, null, null, 'respiratory.asthma'],
  ['respiratory', { asthma: 'uncontrolled' }, null, null, 'respiratory.asthma'],
  ['respiratory', { infectiousTuberculosis: true }, null, null, 'respiratory.tuberculosis'],
  [
    'musculoskeletal',
    { lostHandOrFoot: true, otherLimbImpaired: false },
    null,
    null,
    'musculoskeletal.hand-or-foot',
  ],
  [
    'musculoskeletal',
    { lostHandOrFoot: true, otherLimbImpaired: true },
    'musculoskeletal.limb-and-another',
    'musculoskeletal.limb-and-another',
    'musculoskeletal.hand-or-foot',
  ],
  ['musculoskeletal', { fusedLargeJoint: true }, null, null, 'musculoskeletal.fused-joint'],
  ['musculoskeletal', { pseudarthrosis: true }, null, null, 'musculoskeletal.pseudarthrosis'],
  ['musculoskeletal', { severeSpinalDeformity: true }, null, null, 'musculoskeletal.spine'],
  ['musculoskeletal', { limbLengthDifference: 4.9, lengthAid: false }, null, null, null],
  [
    'musculoskeletal',
    { limbLengthDifference: 5, lengthAid: false },
    null,
    null,
    'musculoskeletal.limb-length',
  ],
  ['musculoskeletal', { limbLengthDifference: 5, lengthAid: true }, null, null, null],
  ['musculoskeletal', { lostFingersOneHand: 1 }, null, null, null],
  ['musculoskeletal', { lostFingersOneHand: 2 }, null, null, 'musculoskeletal.fingers'],
  ['musculoskeletal', { lostFeet: 1 }, null, null, 'musculoskeletal.feet'],
  ['endocrine', { diabetes: true, lastDiabeticComaOn: null }, null, null, null],
  [
    'endocrine',
    { diabetes: true, lastDiabeticComaOn: '2026-10-24' },
    null,
    null,
    'endocrine.diabetic-coma',
  ],
  ['endocrine', { diabetes: true, lastDiabeticComaOn: '2026-10-23' }, null, null, null],
  ...(['amphetamin', 'marijuana', 'morphin', 'codein', 'heroin'] as const).map((drug): Row => {
    const rule = `substances.${drug}`
    return ['substances', { [drug]: 'positive' }, rule, rule, rule]
  }),
  ['substances', { alcohol: { value: 0, unit: 'mg/l-breath' } }, null, null, null],
  [
    'substances',
    { alcohol: { value: 0.01, unit: 'mg/l-breath' } },
    'substances.alcohol',
    'substances.alcohol',
    'substances.alcohol',
  ],
  [
    'substances',
    { alcohol: { value: 1, unit: 'mg/100ml-blood' } },
    'substances.alcohol',
    'substances.alcohol',
    'substances.alcohol',
  ],
  [
    'substances',
    { impairingMedicine: true },
    null,
    'substances.impairing-medicine',
    'substances.impairing-medicine',
  ],
  [
    'substances',
    { stimulantOrHallucinogenAbuse: true },
    null,
    'substances.stimulant-abuse',
    'substances.stimulant-abuse',
  ],
]

describe('every row of the health standards, on both sides of its boundary', () => {
  for (const [section, patch, ...expected] of table) {
    it(`${section} ${JSON.stringify(patch)} → ${expected.map((rule) => rule ?? 'passes').join(' | ')}`, () => {
      for (const group of groups) {
        const rule = expected[group - 1]
        const found = rulesAgainst(group, patched(section, patch))
        expect(found, `group ${group}`).toEqual(rule ? rule.split(' ') : [])
      }
    })
  }

  it('speaks every rule of the table at least once', async () => {
    const { circular36of2024 } = await import('../../src/exams/standards/circular-36-2024.ts')
    const spoken = new Set(
      table.flatMap(([, , ...expected]) =>
        expected.flatMap((rules, index) =>
          (rules ?? '').split(' ').map((rule) => `${rule}/${index + 1}`),
        ),
      ),
    )
    const silent = circular36of2024.rules.filter(({ id, group }) => !spoken.has(`${id}/${group}`))
    expect(silent.map(({ id, group }) => `${id}/${group}`)).toEqual([])
  })
})

describe('an assessment', () => {
  it.each(groups)(
    'of the cast is fit in group %i, complete or with the least recorded',
    (group) => {
      for (const findings of [fitFindings(on), leastFindings(group)]) {
        expect(assess({ licenceClass: classOf[group] }, findings, on)).toMatchObject({
          outcome: 'fit',
          group,
          disqualifications: [],
          missing: [],
          warnings: [],
          standard: { id: 'tt-36-2024-byt', effectiveFrom: '2025-01-01' },
        })
      }
    },
  )

  it.each(groups)('of a positive drug screen is unfit in group %i', (group) => {
    const { outcome, disqualifications } = assess(
      { licenceClass: classOf[group] },
      unfitFindings(on),
      on,
    )
    expect(outcome).toBe('unfit')
    expect(disqualifications).toEqual([
      {
        rule: 'substances.morphin',
        section: 'substances',
        legalReference: expect.stringMatching(
          `^Thông tư 36/2024/TT-BYT, Phụ lục I, .* nhóm ${group}$`,
        ),
        verified: 'old',
        message: { vi: expect.any(String), en: 'Drug screen positive: morphin.' },
        found: { morphin: 'positive' },
      },
    ])
  })

  it('lets unfit win over incomplete and still lists what is missing', () => {
    const { outcome, missing } = assess(
      { licenceClass: 'B' },
      { eyes: { colourVision: 'red' } },
      on,
    )
    expect(outcome).toBe('unfit')
    expect(missing).toContainEqual({ section: 'substances', property: 'heroin' })
    expect(missing).toContainEqual({ section: 'eyes', property: 'acuity.both.uncorrected' })
  })

  it('asks for every specialty that the group reads when nothing is recorded', () => {
    const sections = (group: Group) => [
      ...new Set(missingIn(group, {}).map((name) => name.split('.')[0])),
    ]
    expect(sections(1)).toEqual([
      'psychiatry',
      'neurology',
      'eyes',
      'musculoskeletal',
      'substances',
    ])
    expect(sections(2)).toHaveLength(7)
    expect(sections(3)).toHaveLength(9)
  })

  it('examines the exchange of an old A1 for A by group 1', () => {
    expect(assess({ licenceClass: 'A' }, {}, on).group).toBe(2)
    expect(assess({ licenceClass: 'A', convertedFromA1: true }, {}, on).group).toBe(1)
  })

  it('skips the musculoskeletal specialty of a disabled applicant for A1 and B only', () => {
    const findings = patched('musculoskeletal', { lostHandOrFoot: true, otherLimbImpaired: true })
    const outcome = (licenceClass: LicenceClass) =>
      assess({ licenceClass, disabledApplicant: true }, findings, on).outcome
    expect([outcome('A1'), outcome('B'), outcome('A'), outcome('C')]).toEqual([
      'fit',
      'fit',
      'unfit',
      'unfit',
    ])
  })

  it('takes the alcohol limit of each unit from the configuration', () => {
    const limits = { 'mg/l-breath': 0.25, 'mg/100ml-blood': 50 }
    const outcome = (value: number, unit: 'mg/l-breath' | 'mg/100ml-blood') =>
      assess({ licenceClass: 'B' }, patched('substances', { alcohol: { value, unit } }), on, limits)
        .outcome
    expect(outcome(0.25, 'mg/l-breath')).toBe('fit')
    expect(outcome(0.26, 'mg/l-breath')).toBe('unfit')
    expect(outcome(50, 'mg/100ml-blood')).toBe('fit')
    expect(outcome(51, 'mg/100ml-blood')).toBe('unfit')
  })

  it('clamps the end of the month when it counts months', () => {
    const findings = patched('psychiatry', { stableSince: '2026-08-31' })
    const outcome = (day: string) =>
      assess({ licenceClass: 'B' }, findings, calendarDate(day)).outcome
    expect(outcome('2027-02-27')).toBe('unfit')
    expect(outcome('2027-02-28')).toBe('fit')
  })

  it('is refused for a day without a standard', () => {
    expect(() => assess({ licenceClass: 'B' }, {}, calendarDate('2024-12-31'))).toThrow('invalid')
  })
})

describe('a warning', () => {
  const rules = (patch: Plain) =>
    assess({ licenceClass: 'B' }, patched('cardiovascular', patch), on).warnings.map(
      ({ rule }) => rule,
    )

  it.each([
    [{ systolic: 180, diastolic: 90 }, ['cardiovascular.hypertension-untreated']],
    [{ systolic: 179, diastolic: 100 }, ['cardiovascular.hypertension-untreated']],
    [{ systolic: 179, diastolic: 99 }, []],
    [{ systolic: 190, diastolic: 110, hypertensionTreated: true }, []],
    [{ pulse: 120 }, []],
    [{ pulse: 121 }, ['cardiovascular.pulse-fast']],
    [{ pulse: 50 }, []],
    [{ pulse: 49 }, ['cardiovascular.pulse-slow']],
  ])('%j → %j, and never disqualifies', (patch, expected) => {
    expect(rules(patch)).toEqual(expected)
    expect(rulesAgainst(2, patched('cardiovascular', patch))).toEqual([])
  })
})

describe('a property is missing only where its value could still change the outcome', () => {
  const cases: [Group, Section, Plain, string[]][] = [
    [1, 'eyes', { diplopia: null, refraction: null, field: null }, []],
    [1, 'ent', { right: null, left: null }, []],
    [2, 'eyes', { diplopia: true, diplopiaWithPrism: null }, ['eyes.diplopiaWithPrism']],
    [2, 'eyes', { diplopia: false, diplopiaWithPrism: null }, []],
    [2, 'eyes', { diplopia: null, diplopiaWithPrism: null }, ['eyes.diplopia']],
    [2, 'eyes', { acuity: { both: { uncorrected: null, corrected: 8 } } }, []],
    [2, 'eyes', { acuity: { both: { uncorrected: null } } }, ['eyes.acuity.both.uncorrected']],
    [2, 'eyes', { acuity: { right: null, left: null } }, []],
    [2, 'eyes', { oneEyed: true, acuity: { both: null, left: null } }, []],
    [
      2,
      'eyes',
      { oneEyed: true, acuity: { right: null, left: null } },
      ['eyes.acuity.right.uncorrected', 'eyes.acuity.left.uncorrected'],
    ],
    [2, 'eyes', { oneEyed: null, acuity: { right: null, left: null } }, ['eyes.oneEyed']],
    [3, 'eyes', { acuity: { both: null } }, []],
    [3, 'eyes', { acuity: { left: { uncorrected: null } } }, ['eyes.acuity.left.uncorrected']],
    [3, 'eyes', { oneEyed: true, acuity: { left: null }, refraction: { left: null } }, []],
    [2, 'neurology', { epilepsy: true }, ['neurology.lastSeizureOn']],
    [3, 'neurology', { epilepsy: true }, []],
    [2, 'neurology', { epilepsy: null }, ['neurology.epilepsy']],
    [2, 'neurology', { superficialSensationDisorder: null }, []],
    [1, 'musculoskeletal', { lostHandOrFoot: true }, ['musculoskeletal.otherLimbImpaired']],
    [3, 'musculoskeletal', { lostHandOrFoot: true }, []],
    [1, 'musculoskeletal', { lostHandOrFoot: null }, ['musculoskeletal.lostHandOrFoot']],
    [3, 'musculoskeletal', { limbLengthDifference: 5 }, ['musculoskeletal.lengthAid']],
    [3, 'musculoskeletal', { limbLengthDifference: 4 }, []],
    [3, 'ent', { right: { speech: 4, whisper: 2 }, left: null }, []],
    [
      3,
      'ent',
      { right: { speech: 3, whisper: null }, left: { speech: 5, whisper: null } },
      ['ent.left.whisper'],
    ],
    [
      3,
      'cardiovascular',
      { systolic: 120, hypertensionTreated: null, lowPressureSymptoms: null },
      [],
    ],
    [
      3,
      'cardiovascular',
      { systolic: 180, diastolic: 90, hypertensionTreated: null },
      ['cardiovascular.hypertensionTreated'],
    ],
    [
      3,
      'cardiovascular',
      { systolic: 85, diastolic: 60, lowPressureSymptoms: null },
      ['cardiovascular.lowPressureSymptoms'],
    ],
    [
      3,
      'cardiovascular',
      { systolic: null, hypertensionTreated: null, lowPressureSymptoms: null },
      ['cardiovascular.systolic'],
    ],
    [
      3,
      'cardiovascular',
      { diastolic: null, hypertensionTreated: null },
      ['cardiovascular.diastolic'],
    ],
    [3, 'cardiovascular', { systolic: 100, diastolic: null, hypertensionTreated: null }, []],
    [3, 'cardiovascular', { pulse: null }, []],
    [3, 'cardiovascular', { lown: 0, structuralHeartDisease: null }, []],
    [
      3,
      'cardiovascular',
      { lown: 1, structuralHeartDisease: null },
      ['cardiovascular.structuralHeartDisease'],
    ],
    [3, 'cardiovascular', { lown: 3, structuralHeartDisease: null }, []],
    [2, 'cardiovascular', { systolic: null, diastolic: null, lown: null }, []],
    [3, 'endocrine', { diabetes: true, lastDiabeticComaOn: null }, []],
    [3, 'endocrine', { diabetes: null, lastDiabeticComaOn: null }, ['endocrine.diabetes']],
    [3, 'endocrine', { diabetes: null, lastDiabeticComaOn: '2020-01-01' }, []],
    [2, 'endocrine', { diabetes: null }, []],
    [1, 'substances', { alcohol: null, impairingMedicine: null }, []],
    [2, 'substances', { impairingMedicine: null }, ['substances.impairingMedicine']],
    [1, 'substances', { codein: null }, ['substances.codein']],
    [3, 'psychiatry', { stableSince: null }, []],
    [3, 'psychiatry', { acuteOrProgressing: null }, ['psychiatry.acuteOrProgressing']],
  ]

  it.each(cases)('group %i, %s %j → %j', (group, section, patch, expected) => {
    expect(missingIn(group, patched(section, patch))).toEqual(expected)
  })
})
