import { fold } from '../core/text.ts'
import { valueAt } from './condition.ts'
import type { SectionField } from './fields/field.ts'
import { sectionFields } from './fields/section-fields.ts'
import type { Section } from './findings.ts'

/** One answer of a section that was given. */
export type Finding = { field: SectionField; value: unknown }

/** What was found, sorted by how much it asks to be looked at. */
export type SortedFindings = {
  /** Not as usual: a yes, a degree, a positive test, words of the doctor's own. */
  remarkable: Finding[]
  /** Measured, and no rule said here whether it is good. */
  measured: Finding[]
  /** The usual answer. */
  usual: Finding[]
}

export function sortedFindings(
  section: Section,
  findings: Readonly<Record<string, unknown>>,
): SortedFindings {
  const all = sectionFields[section].flatMap((field): Finding[] => {
    const value = valueAt(findings, field.name)
    return value === undefined || value === '' ? [] : [{ field, value }]
  })
  const names = new Set(all.map(({ field }) => field.name))
  const said = all.filter(({ field }) => !isExplained(field, names))
  return {
    remarkable: said.filter(isRemarkable),
    measured: said.filter((each) => !isRemarkable(each) && !isUsual(each)),
    usual: said.filter(isUsual),
  }
}

/** A yes with its detail is said by the detail alone. */
function isExplained({ name }: SectionField, names: ReadonlySet<string>): boolean {
  return name.endsWith('.answer') && names.has(name.replace(/answer$/, 'detail'))
}

function isUsual(finding: Finding): boolean {
  const { field, value } = finding
  return value === false || value === 'negative' || value === field.normal || isNothing(finding)
}

function isRemarkable(finding: Finding): boolean {
  const { field, value } = finding
  if (isUsual(finding)) return false
  if (field.kind === 'line' || field.kind === 'text') return !field.name.startsWith('otherTests')
  return value === true || value === 'positive' || field.normal !== undefined
}

/** People write that there is nothing. */
const nothing = new Set(['khong', 'khong co', 'khong co gi', 'binh thuong', 'no', 'none', '0', '-'])

function isNothing({ field, value }: Finding): boolean {
  if (field.kind !== 'line' && field.kind !== 'text') return false
  return nothing.has(fold(String(value)).replace(/[.\s]+$/, ''))
}
