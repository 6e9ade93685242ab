import { calendarDateOf, faultOfTypedDate, readTypedDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import type { FieldError } from '../core/errors.ts'
import type { Text } from '../core/text.ts'
import { valueAt } from './condition.ts'
import type { SectionField } from './fields/field.ts'
import { sectionFields } from './fields/section-fields.ts'
import { findingWords } from './finding-words.ts'
import type { Section } from './findings.ts'

/** The form's fields as typed, by name. */
export type Typed = Readonly<Record<string, string>>

export type ReadForm = { findings: Record<string, unknown>; errors: FieldError[] }

/** What a form says, as findings; what is empty was not measured and is left out. */
export function readForm(section: Section, typed: Typed): ReadForm {
  const findings: Record<string, unknown> = {}
  const errors: FieldError[] = []
  for (const field of sectionFields[section]) {
    const text = typed[field.name]?.trim() ?? ''
    if (text === '' || isIdle(field, typed)) continue
    const value = answerOf(field, text)
    if (value === undefined) errors.push(unreadable(field, text))
    else put(findings, field.name.split('.'), value)
  }
  return { findings: withRows(findings), errors }
}

/** A unit without its value says nothing. */
function isIdle(field: SectionField, typed: Typed): boolean {
  return field.name === 'alcohol.unit' && !typed['alcohol.value']?.trim()
}

function answerOf(field: SectionField, text: string): unknown {
  if (field.kind === 'flag') return text === 'true'
  if (field.kind === 'date') return readTypedDate(text)
  if (field.kind !== 'number' && field.kind !== 'grade') return text
  const plain = text.replace(',', '.').replace('−', '-')
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

function unreadable(field: SectionField, text: string): FieldError {
  const pointer = `/${field.name.replaceAll('.', '/')}`
  return { pointer, code: 'malformed', message: faultOf(field, text) }
}

function faultOf({ kind }: SectionField, text: string): Text {
  if (kind !== 'date') return findingWords.notANumber
  return typedDateWords[faultOfTypedDate(text) ?? 'unreadable']
}

function put(target: Record<string, unknown>, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) target[key] = value
  else {
    target[key] ??= {}
    put(target[key] as Record<string, unknown>, rest, value)
  }
}

/** Rows of a list are typed by their number. */
function withRows(findings: Record<string, unknown>): Record<string, unknown> {
  const { otherTests, ...rest } = findings
  return otherTests === undefined
    ? rest
    : { ...rest, otherTests: Object.values(otherTests as object) }
}

/** Recorded findings as the form shows them. */
export function typedOf(
  section: Section,
  findings: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const entries = sectionFields[section].flatMap((field) => {
    const value = valueAt(findings, field.name)
    return value === undefined ? [] : [[field.name, shown(field, String(value))] as const]
  })
  return Object.fromEntries(entries)
}

/** Of an instant that a program sent, the form shows the day. */
function shown({ kind }: SectionField, text: string): string {
  if (kind === 'date') return text.length === 10 ? text : calendarDateOf(new Date(text))
  return text.replace(decimalPoint, ',')
}

const decimalPoint = /(?<=^-?\d+)\.(?=\d+$)/

/** Only the fields of this section, and none too long to be one. */
export function typedFrom(section: Section, body: Readonly<Record<string, unknown>>): Typed {
  const entries = sectionFields[section].flatMap(({ name }) => {
    const value = body[name]
    return typeof value === 'string' ? [[name, value.slice(0, 4000)] as const] : []
  })
  return Object.fromEntries(entries)
}

/**
 * The usual answer wherever nothing is typed yet, for the doctor to look through before signing. A
 * measurement is never filled in.
 */
export function withNormals(
  section: Section,
  typed: Typed,
  asked: readonly SectionField[],
): { typed: Typed; filled: string[] } {
  const names = new Set(asked.map(({ name }) => name))
  const fills = sectionFields[section].filter(
    ({ name, normal }) => normal !== undefined && names.has(name) && !typed[name]?.trim(),
  )
  const filled = fills.filter((field) => !isFollowUp(section, field.name))
  return {
    typed: { ...typed, ...Object.fromEntries(filled.map((f) => [f.name, String(f.normal)])) },
    filled: filled.map(({ name }) => name),
  }
}

/** Asked only after another answer, so a "no" there would answer a question nobody put. */
const followUps: Readonly<Partial<Record<Section, readonly string[]>>> = {
  eyes: ['diplopiaWithPrism'],
  musculoskeletal: ['otherLimbImpaired', 'lengthAid'],
}

function isFollowUp(section: Section, name: string): boolean {
  return followUps[section]?.includes(name) ?? false
}
