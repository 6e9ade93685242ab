import { formatDayMonthYear, parseCalendarDate } from '../core/calendar-date.ts'
import type { SectionParts } from './certificate-props.ts'

type Maybe<T> = T | null | undefined

/**
 * Answers as the form's sentences: what is there after `Có`, what was looked for and not there
 * after `Không`. What nobody asked is in neither.
 */
export class Answered {
  readonly #present: string[] = []
  readonly #absent: string[] = []

  flag(value: Maybe<boolean>, words: string): this {
    if (value === true) this.#present.push(words)
    if (value === false) this.#absent.push(words)
    return this
  }

  /** A grade of which 0 means none. */
  grade(value: Maybe<number>, words: string, graded = (n: number) => `${words} độ ${n}`): this {
    if (typeof value !== 'number') return this
    return value > 0 ? this.flag(true, graded(value)) : this.flag(false, words)
  }

  sentences(): string {
    const found = this.#present.length > 0 ? `Có: ${this.#present.join('; ')}. ` : ''
    const ruledOut = this.#absent.length > 0 ? `Không: ${this.#absent.join(', ')}.` : ''
    return (found + ruledOut).trim()
  }
}

export function day(date: string): string {
  const parsed = parseCalendarDate(date)
  return parsed ? formatDayMonthYear(parsed) : date
}

export function decimal(value: number): string {
  return String(value).replace('.', ',')
}

export function describePsychiatry(found: SectionParts['psychiatry']): string {
  const answered = new Answered().flag(
    found.acuteOrProgressing,
    'rối loạn tâm thần cấp hoặc đang tiến triển',
  )
  if (found.stableSince) {
    answered.flag(true, `bệnh tâm thần đã điều trị, ổn định hoàn toàn từ ${day(found.stableSince)}`)
  } else if (found.acuteOrProgressing === false) answered.flag(false, 'tiền sử bệnh tâm thần')
  return answered.sentences()
}

export function describeNeurology(found: SectionParts['neurology']): string {
  const seizure = found.lastSeizureOn ? `, cơn gần nhất ngày ${day(found.lastSeizureOn)}` : ''
  return new Answered()
    .flag(found.epilepsy, found.epilepsy ? `động kinh${seizure}` : 'động kinh')
    .grade(found.paralysedLimbs, 'liệt vận động', (limbs) => `liệt vận động ${limbs} chi`)
    .flag(found.extrapyramidalSyndrome, 'hội chứng ngoại tháp')
    .flag(found.superficialSensationDisorder, 'rối loạn cảm giác nông')
    .flag(found.deepSensationDisorder, 'rối loạn cảm giác sâu')
    .flag(found.pathologicalVertigo, 'chóng mặt do bệnh lý')
    .sentences()
}

export function describeEyes(found: SectionParts['eyes']): string {
  const prism = found.diplopiaWithPrism ? ' kể cả khi đeo lăng kính' : ''
  return new Answered()
    .flag(found.oneEyed || undefined, 'chỉ còn một mắt')
    .flag(found.field?.hemianopia, 'bán manh')
    .flag(found.field?.scotoma, 'ám điểm góc')
    .flag(found.diplopia, found.diplopia ? `song thị${prism}` : 'song thị')
    .flag(found.glareDisease, 'bệnh gây chói sáng')
    .flag(found.nightBlindness, 'quáng gà')
    .sentences()
}

export function describeField(field: SectionParts['eyes']['field']): string {
  if (!field) return ''
  const parts = [
    ['ngang hai mắt', field.horizontal],
    ['phải', field.rightExtent],
    ['trái', field.leftExtent],
    ['trên', field.above],
    ['dưới', field.below],
  ] as const
  return parts
    .flatMap(([words, degrees]) =>
      typeof degrees === 'number' ? [`${words} ${decimal(degrees)}°`] : [],
    )
    .join('; ')
}

export function describeEars(found: SectionParts['ent']): string {
  const metres = (value: Maybe<number>) => (typeof value === 'number' ? `${decimal(value)} m` : '–')
  const ear = (side: 'right' | 'left') =>
    `nói thường ${metres(found[side]?.speech)}, thầm ${metres(found[side]?.whisper)}`
  const aid = found.hearingAid ? ' Có dùng máy trợ thính.' : ''
  return `Tai phải: ${ear('right')}. Tai trái: ${ear('left')}.${aid}`
}

function circulation({ pulse, systolic, diastolic }: SectionParts['cardiovascular']): string {
  const rate = typeof pulse === 'number' ? `${pulse} lần/phút` : '–'
  const pressure =
    typeof systolic === 'number' && typeof diastolic === 'number'
      ? `${systolic}/${diastolic} mmHg`
      : '–'
  return `Mạch ${rate}; huyết áp ${pressure}.`
}

export function describeHeart(found: SectionParts['cardiovascular']): string {
  const conditions = new Answered()
    .flag(found.hypertensionTreated, 'tăng huyết áp đang điều trị')
    .flag(found.lowPressureSymptoms, 'chóng mặt, mệt mỏi, buồn ngủ hoặc ngất do huyết áp thấp')
    .grade(found.avBlock, 'blốc nhĩ thất')
    .flag(found.symptomaticBradycardia, 'nhịp chậm có triệu chứng lâm sàng')
    .flag(found.unstableTachyarrhythmia, 'rối loạn nhịp nhanh điều trị chưa ổn định')
    .grade(found.lown, 'ngoại tâm thu thất', (grade) => `ngoại tâm thu thất Lown độ ${grade}`)
    .flag(found.structuralHeartDisease, 'bệnh tim cấu trúc')
    .grade(found.nyha, 'suy tim', (grade) => `suy tim NYHA độ ${grade}`)
    .flag(found.vascularDiseaseAffectingDriving, 'bệnh mạch máu ảnh hưởng đến thao tác lái xe')
    .flag(found.coronaryAngina, 'đau thắt ngực do bệnh mạch vành')
    .flag(found.heartTransplant, 'ghép tim')
    .flag(found.coronaryRevascularised, 'can thiệp tái thông mạch vành')
    .sentences()
  return `${circulation(found)} ${conditions}`.trim()
}

const asthma = {
  none: 'hen phế quản',
  controlled: 'hen phế quản kiểm soát hoàn toàn',
  partly: 'hen phế quản kiểm soát một phần',
  uncontrolled: 'hen phế quản không kiểm soát',
} as const

export function describeLungs(found: SectionParts['respiratory']): string {
  const answered = new Answered().grade(found.mmrc, 'khó thở', (n) => `khó thở mMRC độ ${n}`)
  if (found.asthma) answered.flag(found.asthma !== 'none', asthma[found.asthma])
  return answered.flag(found.infectiousTuberculosis, 'lao phổi giai đoạn lây nhiễm').sentences()
}

export function describeLimbs(found: SectionParts['musculoskeletal']): string {
  const aid = found.lengthAid ? ' (có dụng cụ hỗ trợ)' : ''
  return new Answered()
    .flag(found.lostHandOrFoot, 'cụt hoặc mất chức năng một bàn tay hoặc một bàn chân')
    .flag(found.otherLimbImpaired || undefined, 'một trong các chi còn lại không toàn vẹn')
    .flag(found.fusedLargeJoint, 'cứng, dính khớp lớn')
    .flag(found.pseudarthrosis, 'khớp giả ở xương lớn')
    .flag(found.severeSpinalDeformity, 'gù, vẹo, ưỡn cột sống quá mức hoặc cứng cột sống')
    .grade(
      found.limbLengthDifference,
      'chênh lệch chiều dài chi',
      (cm) => `chênh lệch chiều dài chi ${decimal(cm)} cm${aid}`,
    )
    .grade(found.lostFingersOneHand, 'mất ngón tay', (n) => `mất ${n} ngón của một bàn tay`)
    .grade(found.lostFeet, 'mất bàn chân', (n) => `mất ${n} bàn chân`)
    .sentences()
}

export function describeHormones(found: SectionParts['endocrine']): string {
  const coma = found.lastDiabeticComaOn
    ? `, hôn mê gần nhất ngày ${day(found.lastDiabeticComaOn)}`
    : ''
  return new Answered()
    .flag(found.diabetes, found.diabetes ? `đái tháo đường${coma}` : 'đái tháo đường')
    .sentences()
}

export function describeSubstances(found: SectionParts['substances']): string {
  return new Answered()
    .flag(found.impairingMedicine, 'dùng thuốc làm giảm sự tỉnh táo')
    .flag(found.stimulantOrHallucinogenAbuse, 'lạm dụng chất kích thần, chất gây ảo giác')
    .sentences()
}
