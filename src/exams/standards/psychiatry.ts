import { about } from '../condition.ts'
import type { RuleRow } from '../standard.ts'

const { is, within } = about('psychiatry')

export const psychiatryRules: readonly RuleRow[] = [
  {
    id: 'psychiatry.acute',
    groups: [1, 2, 3],
    verified: 'law',
    message: {
      vi: 'Đang rối loạn tâm thần cấp hoặc đang tiến triển.',
      en: 'Acute or progressing psychiatric illness.',
    },
    disqualifies: is('acuteOrProgressing'),
  },
  {
    id: 'psychiatry.stable-6-months',
    groups: [2],
    verified: 'law',
    message: {
      vi: 'Rối loạn tâm thần đã điều trị ổn định hoàn toàn nhưng chưa đủ 6 tháng.',
      en: 'Psychiatric illness treated and fully stable for less than 6 months.',
    },
    disqualifies: within('stableSince', 6),
  },
  {
    id: 'psychiatry.stable-24-months',
    groups: [3],
    verified: 'law',
    message: {
      vi: 'Rối loạn tâm thần đã điều trị ổn định hoàn toàn nhưng chưa đủ 24 tháng.',
      en: 'Psychiatric illness treated and fully stable for less than 24 months.',
    },
    disqualifies: within('stableSince', 24),
  },
]
