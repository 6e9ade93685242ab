import { about } from '../condition.ts'
import type { RuleRow } from '../standard.ts'

const { is, atLeast, oneOf } = about('respiratory')

export const respiratoryRules: readonly RuleRow[] = [
  {
    id: 'respiratory.mmrc-3',
    groups: [2],
    verified: 'law',
    message: { vi: 'Khó thở mMRC từ độ III trở lên.', en: 'Dyspnoea, mMRC III or worse.' },
    disqualifies: atLeast('mmrc', 3),
  },
  {
    id: 'respiratory.mmrc-2',
    groups: [3],
    verified: 'old',
    message: { vi: 'Khó thở mMRC từ độ II trở lên.', en: 'Dyspnoea, mMRC II or worse.' },
    disqualifies: atLeast('mmrc', 2),
  },
  {
    id: 'respiratory.asthma',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Hen phế quản chỉ kiểm soát được một phần hoặc không kiểm soát được.',
      en: 'Asthma partly controlled or not controlled.',
    },
    disqualifies: oneOf('asthma', 'partly', 'uncontrolled'),
  },
  {
    id: 'respiratory.tuberculosis',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Lao phổi giai đoạn lây nhiễm.',
      en: 'Pulmonary tuberculosis in the infectious stage.',
    },
    disqualifies: is('infectiousTuberculosis'),
  },
]
