import { faultOfTypedDate, readTypedDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import type { FieldError } from '../core/errors.ts'
import type { HeldLicence } from '../exams/exam.ts'
import { isClassOfScheme, licenceSchemes, schemeTold } from '../exams/held-licence.ts'
import { words as examWords } from '../exams/words.ts'
import type { KioskTyped } from './kiosk.ts'
import { kioskWords as words } from './kiosk-words.ts'

export const heldFields = [
  'heldLicence.number',
  'heldLicence.class',
  'heldLicence.scheme',
  'heldLicence.expiresOn',
] as const
/** Said by its own button: the licence is not at hand, and the licence desk asks for it later. */
export const NO_LICENCE = { 'heldLicence.none': 'true' } as const

type Held =
  | { value: HeldLicence | undefined; errors?: undefined }
  | { value?: undefined; errors: FieldError[] }

/** The licence as the person read it off, as the desk's own form keeps it; undefined when not at hand. */
export function readHeld(typed: KioskTyped = {}): Held {
  if (typed['heldLicence.none']) return { value: undefined }
  const [number = '', licenceClass = '', schemeTyped = '', expires = ''] = heldFields.map(
    (name) => typed[name]?.trim() ?? '',
  )
  const told = schemeTold({ class: licenceClass, scheme: schemeTyped })
  const scheme = licenceSchemes.find((each) => each === told)
  const errors: FieldError[] = []
  const fault = (field: string, code: string, message: FieldError['message']) => {
    errors.push({ pointer: `/heldLicence/${field}`, code, message })
  }
  if (number === '') fault('number', 'missing', words.heldNumberMissing)
  if (number.length > 30) fault('number', 'too-long', words.heldNumberMissing)
  if (licenceClass === '') fault('class', 'missing', words.heldClassMissing)
  if (!scheme) fault('scheme', 'missing', words.heldSchemeMissing)
  else if (licenceClass !== '' && !isClassOfScheme(licenceClass, scheme)) {
    fault('class', 'unknown-class', examWords.notOfScheme)
  }
  const unreadable = expires === '' ? undefined : faultOfTypedDate(expires)
  if (unreadable) fault('expiresOn', unreadable, typedDateWords[unreadable])
  if (errors.length > 0 || !scheme) return { errors }
  const expiresOn = readTypedDate(expires)
  return { value: { number, class: licenceClass, scheme, ...(expiresOn && { expiresOn }) } }
}
