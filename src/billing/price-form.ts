import { type CalendarDate, readTypedDate } from '../core/calendar-date.ts'
import { type FieldError, invalid } from '../core/errors.ts'
import { typedDong } from './bill-form.ts'
import type { Price } from './price.ts'
import { priceWords as words } from './price-words.ts'

export const priceFields = [
  'code',
  'name',
  'unit',
  'amount',
  'legalSource',
  'effectiveFrom',
  'effectiveTo',
] as const
export type PriceField = (typeof priceFields)[number]

const MAX_AMOUNT = 100_000_000

/** A price as the form sends it; every fault is named at once. What was decided yesterday is history. */
export function typedPrice(form: Readonly<Record<string, string>>, today: CalendarDate): Price {
  const text = (name: PriceField) => (form[name] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  const errors: FieldError[] = []
  const fault = (name: PriceField, code: keyof typeof words.fault) =>
    errors.push({ pointer: `/${name}`, code, message: words.fault[code] })
  const code = text('code').toUpperCase()
  const amount = typedDong(text('amount'))
  const from = readTypedDate(text('effectiveFrom'))
  const to = text('effectiveTo') === '' ? undefined : readTypedDate(text('effectiveTo'))
  if (!/^[A-Z0-9][A-Z0-9-]{1,29}$/.test(code)) fault('code', 'code')
  if (text('name').length < 2) fault('name', 'name')
  if (text('unit') === '') fault('unit', 'unit')
  if (!amount || amount > MAX_AMOUNT) fault('amount', 'amount')
  if (text('legalSource').length < 5) fault('legalSource', 'source')
  if (!from) fault('effectiveFrom', 'day')
  else if (from < today) fault('effectiveFrom', 'past')
  if (text('effectiveTo') !== '' && !to) fault('effectiveTo', 'day')
  if (from && to && to < from) fault('effectiveTo', 'order')
  if (errors.length > 0 || !amount || !from) throw invalid(errors)
  return {
    code,
    name: text('name').slice(0, 200),
    unit: text('unit').slice(0, 20),
    amount,
    legalSource: text('legalSource').slice(0, 300),
    effectiveFrom: from,
    ...(to && { effectiveTo: to }),
    published: form.published !== undefined,
  }
}
