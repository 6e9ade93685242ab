import type { FieldError } from '../core/errors.ts'
import type { Lang, Text } from '../core/text.ts'
import type { Demographics } from '../patients/patient.ts'
import { errorFor } from '../web/pieces/field-frame.tsx'
import type { KioskDraft, KioskStep, KioskTyped } from './kiosk.ts'

export type StepProps = {
  lang: Lang
  step: KioskStep
  /** Whose answers these are: sent back with them, so that an old page cannot answer for the next person. */
  draftId: string
  typed: KioskTyped
  /** What was said at all steps. */
  answers: KioskDraft['typed']
  errors?: readonly FieldError[] | undefined
  /** What the card says, once one was read. */
  scanned?: Demographics | undefined
}

/** A field's shared part: its name, its words, what was typed and what is wrong with it. */
export function common({ lang, typed, errors }: StepProps, name: string, label: Text) {
  return { lang, name, label, value: typed[name] ?? '', error: errorFor(errors, name) }
}
