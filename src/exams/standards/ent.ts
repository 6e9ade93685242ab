import { about, all, any, not } from '../condition.ts'
import type { RuleRow } from '../standard.ts'

const { atLeast, above } = about('ent')

const rightPasses = all(atLeast('right.speech', 4), above('right.whisper', 1.5))
const leftPasses = all(atLeast('left.speech', 4), above('left.whisper', 1.5))

export const entRules: readonly RuleRow[] = [
  {
    id: 'ent.better-ear',
    groups: [3],
    verified: 'old',
    message: {
      vi: 'Tai tốt hơn nghe tiếng nói thường dưới 4 m hoặc nghe tiếng nói thầm từ 1,5 m trở xuống (kể cả khi dùng máy trợ thính).',
      en: 'The better ear hears ordinary speech below 4 m or a whisper at 1.5 m or less (hearing aid allowed).',
    },
    disqualifies: not(any(rightPasses, leftPasses)),
  },
]
