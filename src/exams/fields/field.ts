import type { Text } from '../../core/text.ts'

/** One answer of a section's form: which property it fills, and how it is asked for. */
export type SectionField = {
  /** Dotted path of the property within its section. */
  name: string
  label: Text
  /** Heading under which it stands; fields of one heading stand together. */
  legend?: Text
  /** Its place where fields of one heading stand as a small table. */
  cell?: { row: Text; column: Text }
  /** Printed on the certificate or measured of everyone, whether a rule reads it or not. */
  always?: boolean
  /** Answer that "all normal" proposes. A measurement has none: it has to be taken. */
  normal?: boolean | number | string
} & (
  | { kind: 'flag' }
  | { kind: 'number'; unit: Text; min: number; max: number; decimals: number }
  | { kind: 'grade'; grades: readonly Text[] }
  | { kind: 'choice'; options: readonly { value: string; label: Text }[] }
  | { kind: 'date' }
  | { kind: 'line' }
  | { kind: 'text' }
)

export const same = (text: string): Text => ({ vi: text, en: text })

/** A yes-or-no question whose usual answer is no. */
export function flag(name: string, vi: string, en: string): SectionField {
  return { name, kind: 'flag', label: { vi, en }, normal: false }
}

type NumberField = Extract<SectionField, { kind: 'number' }>

export function number(
  name: string,
  label: Text,
  unit: Text,
  range: { min: number; max: number; decimals?: number },
): NumberField {
  const { min, max, decimals = 0 } = range
  return { name, kind: 'number', label, unit, min, max, decimals }
}

const roman = ['0', 'I', 'II', 'III', 'IV', 'V']

/** Degrees from 0 (none) to `highest`, written as Roman numerals. */
export function degree(name: string, vi: string, en: string, highest: number): SectionField {
  const grades = roman.slice(0, highest + 1).map(same)
  return { name, kind: 'grade', label: { vi, en }, grades, normal: 0 }
}

/** How many, from none to `highest`. */
export function count(name: string, vi: string, en: string, highest: number): SectionField {
  const grades = Array.from({ length: highest + 1 }, (_, value) => same(String(value)))
  return { name, kind: 'grade', label: { vi, en }, grades, normal: 0 }
}

export function date(name: string, vi: string, en: string): SectionField {
  return { name, kind: 'date', label: { vi, en } }
}

export const note: SectionField = {
  name: 'note',
  kind: 'text',
  label: { vi: 'Ghi chú', en: 'Note' },
  always: true,
}

/** The same fields under one heading. */
export function under(vi: string, en: string, fields: readonly SectionField[]): SectionField[] {
  return fields.map((field) => ({ ...field, legend: { vi, en } }))
}
