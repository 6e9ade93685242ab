import { z } from 'zod'
import type { Specialty } from '../core/actor.ts'
import { type CalendarDate, calendarDateOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { daySchema } from './day.ts'
import { type Declaration, declarationSchema } from './declaration.ts'
import { findingWords } from './finding-words.ts'

export const sections = [
  'declaration',
  'psychiatry',
  'neurology',
  'eyes',
  'ent',
  'cardiovascular',
  'respiratory',
  'musculoskeletal',
  'endocrine',
  'substances',
] as const satisfies readonly ('declaration' | Specialty)[]
export type Section = (typeof sections)[number]

const note = z.string().max(2000).nullish()
const flag = z.boolean().nullish()
const between = (low: number, high: number) => z.number().min(low).max(high).nullish()
const whole = (low: number, high: number) => z.int().min(low).max(high).nullish()
const date = daySchema.nullish()

const psychiatry = z.strictObject({ acuteOrProgressing: flag, stableSince: date, note })

const neurology = z.strictObject({
  epilepsy: flag,
  lastSeizureOn: date,
  paralysedLimbs: whole(0, 4),
  extrapyramidalSyndrome: flag,
  deepSensationDisorder: flag,
  superficialSensationDisorder: flag,
  pathologicalVertigo: flag,
  note,
})

const acuity = z.strictObject({ uncorrected: between(0, 20), corrected: between(0, 20) }).nullish()
const dioptres = between(-30, 30)
export const colourVisions = ['normal', 'total', 'red', 'green', 'yellow'] as const

const eyes = z.strictObject({
  acuity: z.strictObject({ right: acuity, left: acuity, both: acuity }).nullish(),
  oneEyed: flag,
  refraction: z.strictObject({ right: dioptres, left: dioptres }).nullish(),
  colourVision: z.enum(colourVisions).nullish(),
  diplopia: flag,
  diplopiaWithPrism: flag,
  field: z
    .strictObject({
      horizontal: between(0, 180),
      rightExtent: between(0, 110),
      leftExtent: between(0, 110),
      above: between(0, 90),
      below: between(0, 90),
      hemianopia: flag,
      scotoma: flag,
    })
    .nullish(),
  glareDisease: flag,
  nightBlindness: flag,
  diseases: z.string().max(2000).nullish(),
  note,
})

const ear = z.strictObject({ speech: between(0, 10), whisper: between(0, 10) }).nullish()
const ent = z.strictObject({ right: ear, left: ear, hearingAid: flag, note })

const cardiovascular = z
  .strictObject({
    pulse: between(20, 250),
    systolic: between(40, 300),
    diastolic: between(20, 200),
    hypertensionTreated: flag,
    lowPressureSymptoms: flag,
    avBlock: whole(0, 3),
    symptomaticBradycardia: flag,
    unstableTachyarrhythmia: flag,
    lown: whole(0, 5),
    structuralHeartDisease: flag,
    nyha: whole(0, 4),
    vascularDiseaseAffectingDriving: flag,
    coronaryAngina: flag,
    heartTransplant: flag,
    coronaryRevascularised: flag,
    note,
  })
  .superRefine(({ systolic, diastolic }, context) => {
    if (typeof systolic === 'number' && typeof diastolic === 'number' && diastolic >= systolic) {
      context.addIssue({
        code: 'custom',
        path: ['diastolic'],
        params: { code: 'diastolic-not-below-systolic', text: findingWords.diastolicBelowSystolic },
      })
    }
  })

export const asthmaStates = ['none', 'controlled', 'partly', 'uncontrolled'] as const
const respiratory = z.strictObject({
  mmrc: whole(0, 4),
  asthma: z.enum(asthmaStates).nullish(),
  infectiousTuberculosis: flag,
  note,
})

const musculoskeletal = z.strictObject({
  lostHandOrFoot: flag,
  otherLimbImpaired: flag,
  fusedLargeJoint: flag,
  pseudarthrosis: flag,
  severeSpinalDeformity: flag,
  limbLengthDifference: between(0, 50),
  lengthAid: flag,
  lostFingersOneHand: whole(0, 5),
  lostFeet: whole(0, 2),
  note,
})

const endocrine = z.strictObject({ diabetes: flag, lastDiabeticComaOn: date, note })

export const screenedDrugs = ['amphetamin', 'marijuana', 'morphin', 'codein', 'heroin'] as const
const screen = z.enum(['negative', 'positive']).nullish()
export const alcoholUnits = ['mg/l-breath', 'mg/100ml-blood'] as const
export type AlcoholUnit = (typeof alcoholUnits)[number]
const alcoholHighest: Record<AlcoholUnit, number> = { 'mg/l-breath': 10, 'mg/100ml-blood': 1000 }

const alcohol = z
  .strictObject({ value: z.number().min(0), unit: z.enum(alcoholUnits) })
  .superRefine(({ value, unit }, context) => {
    const maximum = alcoholHighest[unit]
    if (value > maximum) {
      context.addIssue({
        code: 'too_big',
        maximum,
        origin: 'number',
        inclusive: true,
        path: ['value'],
        input: value,
      })
    }
  })

const substances = z.strictObject({
  amphetamin: screen,
  marijuana: screen,
  morphin: screen,
  codein: screen,
  heroin: screen,
  alcohol: alcohol.nullish(),
  impairingMedicine: flag,
  stimulantOrHallucinogenAbuse: flag,
  otherTests: z
    .array(z.strictObject({ name: z.string().min(1).max(200), result: z.string().min(1).max(500) }))
    .max(50)
    .nullish(),
  note,
})

export const sectionSchemas = {
  declaration: declarationSchema,
  psychiatry,
  neurology,
  eyes,
  ent,
  cardiovascular,
  respiratory,
  musculoskeletal,
  endocrine,
  substances,
} as const satisfies Record<Section, z.ZodType>

/** Any of the ten, each whole: a section that is sent replaces what was there. */
export const findingsSchema = z.strictObject(sectionSchemas).partial()
export type Findings = z.infer<typeof findingsSchema>
export type { Declaration }

const datedProperties = [
  ['declaration', 'signedAt'],
  ['psychiatry', 'stableSince'],
  ['neurology', 'lastSeizureOn'],
  ['endocrine', 'lastDiabeticComaOn'],
] as const

/**
 * Something that happened cannot lie after the day of the exam. The pointers start at `at`, and
 * leave out the section when the request is that section alone.
 */
export function datesAfter(
  findings: Findings,
  on: CalendarDate,
  where: { at?: string; within?: string | undefined } = {},
): FieldError[] {
  return datedProperties.flatMap(([section, property]) => {
    const values: Record<string, unknown> = findings[section] ?? {}
    const value = values[property]
    if (typeof value !== 'string' || dayOf(value) <= on) return []
    const path = where.within ? property : `${section}/${property}`
    const pointer = `${where.at ?? ''}/${path}`
    return [{ pointer, code: 'date-in-future', message: findingWords.dateInFuture }]
  })
}

/** A day, or the day in Vietnam of an instant. */
function dayOf(text: string): string {
  return text.length === 10 ? text : calendarDateOf(new Date(text))
}
