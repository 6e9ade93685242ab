import { about } from '../condition.ts'
import type { RuleRow } from '../standard.ts'

const { is, below } = about('eyes')

export const visualFieldRules: readonly RuleRow[] = [
  {
    id: 'eyes.field-horizontal',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Thị trường ngang hai mắt (chiều mũi – thái dương) dưới 160°.',
      en: 'Horizontal field of both eyes (nasal–temporal) below 160°.',
    },
    disqualifies: below('field.horizontal', 160),
  },
  {
    id: 'eyes.field-right',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Thị trường ngang mở rộng bên phải dưới 70°.',
      en: 'Field to the right below 70°.',
    },
    disqualifies: below('field.rightExtent', 70),
  },
  {
    id: 'eyes.field-left',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Thị trường ngang mở rộng bên trái dưới 70°.',
      en: 'Field to the left below 70°.',
    },
    disqualifies: below('field.leftExtent', 70),
  },
  {
    id: 'eyes.field-above',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Thị trường đứng phía trên đường ngang dưới 30°.',
      en: 'Vertical field above the horizontal below 30°.',
    },
    disqualifies: below('field.above', 30),
  },
  {
    id: 'eyes.field-below',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Thị trường đứng phía dưới đường ngang dưới 30°.',
      en: 'Vertical field below the horizontal below 30°.',
    },
    disqualifies: below('field.below', 30),
  },
  {
    id: 'eyes.hemianopia',
    groups: [3],
    verified: 'old',
    message: { vi: 'Bán manh.', en: 'Hemianopia.' },
    disqualifies: is('field.hemianopia'),
  },
  {
    id: 'eyes.scotoma',
    groups: [3],
    verified: 'old',
    message: { vi: 'Ám điểm góc.', en: 'Angular scotoma.' },
    disqualifies: is('field.scotoma'),
  },
]
