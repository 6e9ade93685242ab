import { z } from 'zod'
import { findingWords } from './finding-words.ts'

export const familyQuestions = [
  'infectious',
  'cardiovascular',
  'diabetes',
  'tuberculosis',
  'asthma',
  'cancer',
  'epilepsy',
  'psychiatric',
  'other',
] as const
export type FamilyQuestion = (typeof familyQuestions)[number]

export const personalQuestions = [
  'illnessLast5Years',
  'nerveOrHeadInjury',
  'eyeDisease',
  'earDisease',
  'heartDisease',
  'heartSurgery',
  'hypertension',
  'dyspnoea',
  'lungDisease',
  'kidneyDisease',
  'diabetes',
  'psychiatric',
  'lossOfConsciousness',
  'faintingOrVertigo',
  'digestive',
  'sleepDisorder',
  'strokeOrParalysis',
  'spine',
  'regularAlcohol',
  'narcotics',
] as const
export type PersonalQuestion = (typeof personalQuestions)[number]

const detail = z.string().trim().max(1000)
const answered = z.strictObject({ answer: z.boolean().nullish(), detail: detail.nullish() })

/** The form prints the detail beside every yes, so a yes without one is not an answer. */
const explained = answered.superRefine((value, context) => {
  if (value.answer === true && !value.detail) {
    const params = { code: 'detail-required', text: findingWords.detailRequired }
    context.addIssue({ code: 'custom', path: ['detail'], params })
  }
})

function every<K extends string, T extends z.ZodType>(keys: readonly K[], value: T) {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<K, T>
}

/** Part I of the form: what the applicant says and signs. No rule reads it. */
export const declarationSchema = z.strictObject({
  family: z.strictObject(every(familyQuestions, answered.nullish())).nullish(),
  personal: z.strictObject(every(personalQuestions, explained.nullish())).nullish(),
  currentIllness: detail.nullish(),
  medicines: detail.nullish(),
  signedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).nullish(),
  note: z.string().max(2000).nullish(),
})
export type Declaration = z.infer<typeof declarationSchema>
