import fc from 'fast-check'
import type { Findings } from '../../src/exams/findings.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 })
const flag = maybe(fc.boolean())
const whole = (min: number, max: number) => maybe(fc.integer({ min, max }))
const date = maybe(
  fc.constantFrom(
    '2020-01-01',
    '2024-11-23',
    '2024-11-24',
    '2026-05-23',
    '2026-10-23',
    '2026-11-20',
  ),
)
const drug = maybe(fc.constantFrom('negative' as const, 'positive' as const))
const acuity = maybe(fc.record({ uncorrected: whole(0, 12), corrected: whole(0, 12) }))
const ear = maybe(
  fc.record({ speech: whole(2, 6), whisper: maybe(fc.constantFrom(1, 1.5, 1.6, 3)) }),
)

const pressures = fc
  .record({ systolic: whole(80, 200), diastolic: whole(50, 110) })
  .filter(
    ({ systolic, diastolic }) => systolic === null || diastolic === null || diastolic < systolic,
  )

/** Valid findings with holes in them, dense around the boundaries of the rules. */
export const someFindings: fc.Arbitrary<Findings> = fc.record(
  {
    psychiatry: fc.record({ acuteOrProgressing: flag, stableSince: date }),
    neurology: fc.record({
      epilepsy: flag,
      lastSeizureOn: date,
      paralysedLimbs: whole(0, 4),
      extrapyramidalSyndrome: flag,
      deepSensationDisorder: flag,
      superficialSensationDisorder: flag,
      pathologicalVertigo: flag,
    }),
    eyes: fc.record({
      acuity: maybe(fc.record({ right: acuity, left: acuity, both: acuity })),
      oneEyed: flag,
      refraction: maybe(fc.record({ right: whole(-10, 7), left: whole(-10, 7) })),
      colourVision: maybe(fc.constantFrom('normal' as const, 'normal' as const, 'red' as const)),
      diplopia: flag,
      diplopiaWithPrism: flag,
    }),
    ent: fc.record({ right: ear, left: ear }),
    cardiovascular: fc
      .record({
        pressures,
        hypertensionTreated: flag,
        lowPressureSymptoms: flag,
        avBlock: whole(0, 3),
        lown: whole(0, 5),
        structuralHeartDisease: flag,
        nyha: whole(0, 4),
      })
      .map(({ pressures: pair, ...rest }) => ({ ...rest, ...pair })),
    respiratory: fc.record({ mmrc: whole(0, 4), infectiousTuberculosis: flag }),
    musculoskeletal: fc.record({
      lostHandOrFoot: flag,
      otherLimbImpaired: flag,
      limbLengthDifference: whole(0, 8),
      lengthAid: flag,
      lostFingersOneHand: whole(0, 5),
    }),
    endocrine: fc.record({ diabetes: flag, lastDiabeticComaOn: date }),
    substances: fc.record({ amphetamin: drug, morphin: drug, impairingMedicine: flag }),
  },
  { requiredKeys: [] },
)
