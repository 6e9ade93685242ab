import type { Text } from '../core/text.ts'
import { faultWords } from './fault-words.ts'

type Fault = keyof typeof faultWords

/** For a check whose refusal speaks in our own words. */
export function own(code: Fault): { params: { code: Fault; text: Text } } {
  return { params: { code, text: faultWords[code] } }
}
