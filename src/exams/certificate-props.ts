import type { CalendarDate } from '../core/calendar-date.ts'

/** What was not measured is absent or null, as in every finding. */
type Answers<T> = { readonly [K in keyof T]?: T[K] | null | undefined }

export type PsychiatryPart = Answers<{
  acuteOrProgressing: boolean
  stableSince: string
  note: string
}>
export type NeurologyPart = Answers<{
  epilepsy: boolean
  lastSeizureOn: string
  paralysedLimbs: number
  extrapyramidalSyndrome: boolean
  deepSensationDisorder: boolean
  superficialSensationDisorder: boolean
  pathologicalVertigo: boolean
  note: string
}>
type Acuity = Answers<{ uncorrected: number; corrected: number }>
export type EyesPart = Answers<{
  acuity: Answers<{ right: Acuity; left: Acuity; both: Acuity }>
  oneEyed: boolean
  refraction: Answers<{ right: number; left: number }>
  colourVision: 'normal' | 'total' | 'red' | 'green' | 'yellow'
  diplopia: boolean
  diplopiaWithPrism: boolean
  field: Answers<{
    horizontal: number
    rightExtent: number
    leftExtent: number
    above: number
    below: number
    hemianopia: boolean
    scotoma: boolean
  }>
  glareDisease: boolean
  nightBlindness: boolean
  diseases: string
  note: string
}>
type Ear = Answers<{ speech: number; whisper: number }>
export type EntPart = Answers<{ right: Ear; left: Ear; hearingAid: boolean; note: string }>
export type CardiovascularPart = Answers<{
  pulse: number
  systolic: number
  diastolic: number
  hypertensionTreated: boolean
  lowPressureSymptoms: boolean
  avBlock: number
  symptomaticBradycardia: boolean
  unstableTachyarrhythmia: boolean
  lown: number
  structuralHeartDisease: boolean
  nyha: number
  vascularDiseaseAffectingDriving: boolean
  coronaryAngina: boolean
  heartTransplant: boolean
  coronaryRevascularised: boolean
  note: string
}>
export type RespiratoryPart = Answers<{
  mmrc: number
  asthma: 'none' | 'controlled' | 'partly' | 'uncontrolled'
  infectiousTuberculosis: boolean
  note: string
}>
export type MusculoskeletalPart = Answers<{
  lostHandOrFoot: boolean
  otherLimbImpaired: boolean
  fusedLargeJoint: boolean
  pseudarthrosis: boolean
  severeSpinalDeformity: boolean
  limbLengthDifference: number
  lengthAid: boolean
  lostFingersOneHand: number
  lostFeet: number
  note: string
}>
export type EndocrinePart = Answers<{
  diabetes: boolean
  lastDiabeticComaOn: string
  note: string
}>
export type DrugResult = 'negative' | 'positive'
export type SubstancesPart = Answers<{
  amphetamin: DrugResult
  marijuana: DrugResult
  morphin: DrugResult
  codein: DrugResult
  heroin: DrugResult
  alcohol: { value: number; unit: 'mg/l-breath' | 'mg/100ml-blood' }
  impairingMedicine: boolean
  stimulantOrHallucinogenAbuse: boolean
  otherTests: readonly { name: string; result: string }[]
  note: string
}>

export type SectionParts = {
  psychiatry: PsychiatryPart
  neurology: NeurologyPart
  eyes: EyesPart
  ent: EntPart
  cardiovascular: CardiovascularPart
  respiratory: RespiratoryPart
  musculoskeletal: MusculoskeletalPart
  endocrine: EndocrinePart
  substances: SubstancesPart
}
export type SectionKey = keyof SectionParts

/** One section as it is printed; `signedOn` is absent while nobody has signed it. */
export type PrintedSection<K extends SectionKey> = {
  findings: SectionParts[K]
  doctor?: { name: string; registration?: string }
  signedOn?: CalendarDate
  /** What the rules found against the class in this section, in Vietnamese. */
  disqualifications?: readonly string[]
}

type HistoryAnswer = Answers<{ answer: boolean; detail: string }>
export type PrintedDeclaration = {
  family?: Readonly<Record<string, HistoryAnswer | undefined>>
  personal?: Readonly<Record<string, HistoryAnswer | undefined>>
  currentIllness?: string | null | undefined
  medicines?: string | null | undefined
  signedOn?: CalendarDate
}

export type PrintedConclusion = {
  outcome: 'fit' | 'unfit' | 'fit-subject-to-review'
  reason?: string
  reexamineOn?: CalendarDate
  doctor: { name: string; registration?: string }
  signedAt: Date
}

export type CertificateProps = {
  /** Printed across every page; absent on a certificate that may be used. */
  hold?: 'draft' | 'unpaid' | 'revoked'
  /** When the printed state came to be: the conclusion's time, or the draft's. */
  createdAt: Date
  facility: { name: string; superior?: string; address?: string; phone?: string; place: string }
  number?: string
  person: {
    name: string
    sex: 'male' | 'female'
    birthDate: CalendarDate
    document?: {
      kind: 'identity-card' | 'passport'
      number: string
      issuedOn?: CalendarDate
      issuedPlace?: string
    }
    address?: string
    phone?: string
  }
  /** JPEG or PNG. */
  portrait?: Uint8Array
  licenceClass: string
  purpose: 'new' | 'renewal' | 'reissue' | 'upgrade'
  declaration?: PrintedDeclaration
  sections: { [K in SectionKey]?: PrintedSection<K> }
  conclusion?: PrintedConclusion
  validUntil?: CalendarDate
  verification?: { url: string; code: string }
}
