import { about, onlyWhen } from '../condition.ts'
import type { RuleRow } from '../standard.ts'

const { is, atLeast, withinKnown } = about('neurology')

export const neurologyRules: readonly RuleRow[] = [
  {
    id: 'neurology.seizure-24-months',
    groups: [2],
    verified: 'law',
    message: {
      vi: 'Động kinh, còn cơn trong vòng 24 tháng qua (có hoặc không dùng thuốc).',
      en: 'Epilepsy with a seizure in the last 24 months (on or off medication).',
    },
    disqualifies: onlyWhen(is('epilepsy'), withinKnown('lastSeizureOn', 24)),
  },
  {
    id: 'neurology.epilepsy',
    groups: [3],
    verified: 'law',
    message: { vi: 'Động kinh.', en: 'Epilepsy.' },
    disqualifies: is('epilepsy'),
  },
  {
    id: 'neurology.paralysis-2-limbs',
    groups: [1, 2],
    verified: 'law',
    message: {
      vi: 'Liệt vận động từ hai chi trở lên.',
      en: 'Motor paralysis of two or more limbs.',
    },
    disqualifies: atLeast('paralysedLimbs', 2),
  },
  {
    id: 'neurology.paralysis-1-limb',
    groups: [3],
    verified: 'law',
    message: {
      vi: 'Liệt vận động từ một chi trở lên.',
      en: 'Motor paralysis of one or more limbs.',
    },
    disqualifies: atLeast('paralysedLimbs', 1),
  },
  {
    id: 'neurology.extrapyramidal',
    groups: [2, 3],
    verified: 'law',
    message: { vi: 'Hội chứng ngoại tháp.', en: 'Extrapyramidal syndrome.' },
    disqualifies: is('extrapyramidalSyndrome'),
  },
  {
    id: 'neurology.deep-sensation',
    groups: [2, 3],
    verified: 'law',
    message: { vi: 'Rối loạn cảm giác sâu.', en: 'Disorder of deep sensation.' },
    disqualifies: is('deepSensationDisorder'),
  },
  {
    id: 'neurology.superficial-sensation',
    groups: [3],
    verified: 'law',
    message: { vi: 'Rối loạn cảm giác nông.', en: 'Disorder of superficial sensation.' },
    disqualifies: is('superficialSensationDisorder'),
  },
  {
    id: 'neurology.vertigo',
    groups: [2, 3],
    verified: 'law',
    message: {
      vi: 'Chóng mặt do nguyên nhân bệnh lý.',
      en: 'Vertigo of pathological cause.',
    },
    disqualifies: is('pathologicalVertigo'),
  },
]
