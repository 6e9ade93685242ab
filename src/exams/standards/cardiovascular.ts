import { about, all, any } from '../condition.ts'
import type { RuleRow } from '../standard.ts'

const { is, atLeast } = about('cardiovascular')

const block = {
  vi: 'Block nhĩ thất từ độ II trở lên (kể cả đã điều trị nhưng không ổn định).',
  en: 'AV block of degree II or higher (even treated, unstable).',
}
const bradycardia = {
  vi: 'Nhịp chậm kèm triệu chứng lâm sàng (kể cả đã điều trị nhưng không ổn định).',
  en: 'Bradycardia with clinical symptoms (even treated, unstable).',
}

export const cardiovascularRules: readonly RuleRow[] = [
  {
    id: 'cardiovascular.av-block',
    groups: [2],
    verified: 'law',
    message: block,
    disqualifies: atLeast('avBlock', 2),
  },
  {
    id: 'cardiovascular.av-block',
    groups: [3],
    verified: 'old',
    message: block,
    disqualifies: atLeast('avBlock', 2),
  },
  {
    id: 'cardiovascular.bradycardia',
    groups: [2],
    verified: 'law',
    message: bradycardia,
    disqualifies: is('symptomaticBradycardia'),
  },
  {
    id: 'cardiovascular.bradycardia',
    groups: [3],
    verified: 'old',
    message: bradycardia,
    disqualifies: is('symptomaticBradycardia'),
  },
  {
    id: 'cardiovascular.tachyarrhythmia',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Nhịp nhanh trên thất hoặc thất, cuồng nhĩ, rung nhĩ, nhịp nhanh nhĩ, nhịp nhanh xoang trên 120 lần/phút đã điều trị nhưng chưa ổn định.',
      en: 'Tachyarrhythmia (supraventricular, ventricular, flutter, fibrillation, sinus over 120/min) treated but not stable.',
    },
    disqualifies: is('unstableTachyarrhythmia'),
  },
  {
    // Read as: any extrasystoles (Lown ≥ I) with structural disease, or Lown ≥ III alone.
    id: 'cardiovascular.extrasystoles',
    groups: [3],
    verified: 'recalled',
    message: {
      vi: 'Ngoại tâm thu thất trên người có bệnh tim thực tổn và/hoặc từ độ III trở lên theo Lown.',
      en: 'Ventricular extrasystoles with structural heart disease and/or Lown III or higher.',
    },
    disqualifies: any(atLeast('lown', 3), all(atLeast('lown', 1), is('structuralHeartDisease'))),
  },
  {
    id: 'cardiovascular.nyha-3',
    groups: [2],
    verified: 'law',
    message: { vi: 'Suy tim từ độ III trở lên (NYHA).', en: 'Heart failure NYHA III or higher.' },
    disqualifies: atLeast('nyha', 3),
  },
  {
    id: 'cardiovascular.nyha-2',
    groups: [3],
    verified: 'recalled',
    message: { vi: 'Suy tim từ độ II trở lên (NYHA).', en: 'Heart failure NYHA II or higher.' },
    disqualifies: atLeast('nyha', 2),
  },
  {
    id: 'cardiovascular.vascular',
    groups: [3],
    verified: 'recalled',
    message: {
      vi: 'Bệnh viêm tắc mạch (động mạch, tĩnh mạch) hoặc dị dạng mạch máu ảnh hưởng đến thao tác vận hành lái xe ô tô.',
      en: 'Thrombo-occlusive vascular disease or malformation that affects handling the car.',
    },
    disqualifies: is('vascularDiseaseAffectingDriving'),
  },
  {
    id: 'cardiovascular.angina',
    groups: [3],
    verified: 'recalled',
    message: {
      vi: 'Cơn đau thắt ngực do bệnh mạch vành.',
      en: 'Angina from coronary disease.',
    },
    disqualifies: is('coronaryAngina'),
  },
  {
    id: 'cardiovascular.transplant',
    groups: [3],
    verified: 'recalled',
    message: { vi: 'Ghép tim.', en: 'Heart transplant.' },
    disqualifies: is('heartTransplant'),
  },
  {
    id: 'cardiovascular.revascularised',
    groups: [3],
    verified: 'recalled',
    message: {
      vi: 'Sau can thiệp tái thông mạch vành.',
      en: 'After coronary revascularisation.',
    },
    disqualifies: is('coronaryRevascularised'),
  },
]
