import { invalid } from '../core/errors.ts'
import { words } from './words.ts'

const MAX_REASON = 500

/** A hand-made decision says why, in the audit and on the screen. */
export function parseReason(text: string): string {
  const reason = text.trim()
  if (reason !== '' && reason.length <= MAX_REASON) return reason
  throw invalid([{ pointer: '/reason', code: 'reason-missing', message: words.reasonMissing }])
}
