import type { Text } from '../../core/text.ts'
import type { FamilyQuestion, PersonalQuestion } from '../declaration.ts'
import { date, type SectionField, under } from './field.ts'

export const familyLabels: Record<FamilyQuestion, Text> = {
  infectious: { vi: 'Bệnh truyền nhiễm', en: 'Infectious disease' },
  cardiovascular: { vi: 'Bệnh tim mạch', en: 'Cardiovascular disease' },
  diabetes: { vi: 'Đái tháo đường', en: 'Diabetes' },
  tuberculosis: { vi: 'Lao', en: 'Tuberculosis' },
  asthma: { vi: 'Hen phế quản', en: 'Asthma' },
  cancer: { vi: 'Ung thư', en: 'Cancer' },
  epilepsy: { vi: 'Động kinh', en: 'Epilepsy' },
  psychiatric: { vi: 'Rối loạn tâm thần', en: 'Psychiatric illness' },
  other: { vi: 'Bệnh khác', en: 'Other' },
}

export const personalLabels: Record<PersonalQuestion, Text> = {
  illnessLast5Years: {
    vi: 'Bệnh hoặc thương tích trong 5 năm qua',
    en: 'Illness or injury in the last 5 years',
  },
  nerveOrHeadInjury: { vi: 'Bệnh thần kinh hoặc chấn thương đầu', en: 'Nerve or head injury' },
  eyeDisease: {
    vi: 'Bệnh mắt hoặc giảm thị lực (trừ đeo kính)',
    en: 'Eye disease or loss of sight (spectacles aside)',
  },
  earDisease: {
    vi: 'Bệnh tai, giảm sức nghe hoặc thăng bằng',
    en: 'Ear disease, loss of hearing or balance',
  },
  heartDisease: {
    vi: 'Bệnh tim, nhồi máu cơ tim, bệnh tim mạch khác',
    en: 'Heart disease, infarction, other cardiovascular',
  },
  heartSurgery: {
    vi: 'Phẫu thuật, can thiệp tim mạch (thay van, bắc cầu, nong mạch, máy tạo nhịp, ghép tim)',
    en: 'Heart or vascular surgery (valve, bypass, angioplasty, pacemaker, transplant)',
  },
  hypertension: { vi: 'Tăng huyết áp', en: 'Hypertension' },
  dyspnoea: { vi: 'Khó thở', en: 'Shortness of breath' },
  lungDisease: {
    vi: 'Bệnh phổi, hen, khí phế thũng, viêm phế quản mạn',
    en: 'Lung disease, asthma, emphysema, chronic bronchitis',
  },
  kidneyDisease: { vi: 'Bệnh thận, lọc máu', en: 'Kidney disease, dialysis' },
  diabetes: { vi: 'Đái tháo đường', en: 'Diabetes' },
  psychiatric: { vi: 'Bệnh tâm thần', en: 'Psychiatric disorder' },
  lossOfConsciousness: {
    vi: 'Mất hoặc rối loạn ý thức',
    en: 'Loss or clouding of consciousness',
  },
  faintingOrVertigo: { vi: 'Ngất, chóng mặt', en: 'Fainting, vertigo' },
  digestive: { vi: 'Bệnh tiêu hóa', en: 'Digestive disease' },
  sleepDisorder: {
    vi: 'Rối loạn giấc ngủ, ngừng thở khi ngủ, ngủ rũ, ngáy to',
    en: 'Sleep disorder, apnoea, narcolepsy, loud snoring',
  },
  strokeOrParalysis: { vi: 'Tai biến mạch máu não hoặc liệt', en: 'Stroke or paralysis' },
  spine: { vi: 'Bệnh hoặc chấn thương cột sống', en: 'Spine disease or injury' },
  regularAlcohol: { vi: 'Uống rượu bia thường xuyên', en: 'Regular alcohol' },
  narcotics: { vi: 'Dùng ma túy, chất gây nghiện', en: 'Narcotics' },
}

const asked = (part: string, labels: Readonly<Record<string, Text>>): SectionField[] =>
  Object.entries(labels).flatMap(([question, label]): SectionField[] => [
    { name: `${part}.${question}.answer`, kind: 'flag', label, normal: false, always: true },
    {
      name: `${part}.${question}.detail`,
      kind: 'line',
      label: { vi: `Ghi rõ: ${label.vi}`, en: `Detail: ${label.en}` },
      always: true,
    },
  ])

export const declarationFields: readonly SectionField[] = [
  ...under('Tiền sử gia đình', 'Family history', asked('family', familyLabels)),
  ...under('Tiền sử bản thân', 'Own history', asked('personal', personalLabels)),
  ...under('Hiện tại', 'At present', [
    {
      name: 'currentIllness',
      kind: 'text',
      label: { vi: 'Bệnh đang mắc', en: 'Present illness' },
      always: true,
    },
    {
      name: 'medicines',
      kind: 'text',
      label: { vi: 'Thuốc đang dùng, liều', en: 'Medicines and doses' },
      always: true,
    },
    {
      ...date('signedAt', 'Người khám ký tờ khai ngày', 'Signed by the applicant on'),
      always: true,
    },
  ]),
]
