import { DomainError, type FieldError, invalid } from '../core/errors.ts'
import type { Dong } from '../core/money.ts'
import { billWords } from './bill-words.ts'
import type { ItemInput } from './price.ts'

/** `500.000`, `500 000 đ` and `500000` are the same cash; undefined when it is no amount. */
export function typedDong(text: string): Dong | undefined {
  const digits = text.replace(/[\s.,đ₫]/gi, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

/** The form's name for one price's quantity. */
export function quantityName(code: string): string {
  return `quantity-${code}`
}

/** The posted quantities as a bill's items; an empty field is a service not used. */
export function typedItems(
  form: Readonly<Record<string, string>>,
  codes: readonly string[],
): ItemInput[] {
  const errors: FieldError[] = []
  const items = codes.flatMap((code) => {
    const name = quantityName(code)
    const text = (form[name] ?? '').trim()
    if (text === '' || text === '0') return []
    const quantity = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
    if (quantity !== undefined && quantity <= 100_000) return [{ code, quantity }]
    errors.push({ pointer: `/${name}`, code: 'out-of-range', message: billWords.wholeNumber })
    return []
  })
  const [first] = codes
  if (items.length === 0 && errors.length === 0 && first) {
    const pointer = `/${quantityName(first)}`
    errors.push({ pointer, code: 'missing', message: billWords.nothingChosen })
  }
  if (errors.length > 0) throw invalid(errors)
  return items
}

/** The faults that a form shows beside its fields; everything else goes to the error door. */
export function faultsOf(error: unknown): readonly FieldError[] {
  if (error instanceof DomainError && error.kind === 'invalid') return error.errors
  throw error
}
