import { fill, type Text } from '../core/text.ts'
import { answerWords as words } from './answer-words.ts'
import { authorityStatus } from './authority-status.ts'
import { lineFaultWords, wordOf } from './state-words.ts'

/** An answer from outside in words: a status, a fault of the line, a code; else as it was said. */
export function answerText(answer: string): Text {
  const status = authorityStatus(answer)?.label
  if (status) return status
  const code = /^HTTP (\d{3})(, unreadable answer)?$/.exec(answer)
  if (!code) return wordOf(lineFaultWords, answer)
  return code[2] ? words.unreadable : fill(wordsOf(Number(code[1])), { status: code[1] ?? '' })
}

function wordsOf(status: number): Text {
  if (status === 401 || status === 403) return words.notLetIn
  if (status === 429) return words.busy
  if (status === 503) return words.down
  return status >= 500 ? words.broken : words.refused
}
