import { type Lang, say } from '../../core/text.ts'
import { pieceWords } from '../words.ts'

/**
 * Attributes of what `keys.js` runs when these keys are pressed and nothing is being typed: one key
 * (`n`) or two after another (`g b`).
 */
export function shortcutOf(keys: string | undefined, lang: Lang) {
  if (!keys) return {}
  return { 'data-key': keys, title: say(pieceWords.shortcut, lang, { keys: keys.toUpperCase() }) }
}
