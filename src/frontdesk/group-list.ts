import type { CalendarDate } from '../core/calendar-date.ts'
import type { DelimitedRow } from '../core/delimited.ts'
import type { LicenceClass, LicencePurpose } from '../core/licence.ts'
import { fill, type Text } from '../core/text.ts'
import { type Demographics, searchKey } from '../patients/patient.ts'
import { type ListField, readColumns } from './group-list-columns.ts'
import { readRow } from './group-list-row.ts'
import { listWords as words } from './group-list-words.ts'

/** Somebody whom the list names well enough to register them. */
export type ListEntry = {
  person: Demographics
  licenceClass: LicenceClass
  purpose: LicencePurpose
}

/** One line of the list: an entry, or why it is none. Nothing of the file goes unmentioned. */
export type ListRow = {
  line: number
  /** As it stands in the file, to find the line again. */
  name: string
  entry?: ListEntry
  faults: Text[]
  /** What was read otherwise than it stands there. */
  notes: Text[]
}

export type ReadList = {
  rows: ListRow[]
  /** Headings whose columns are not read. */
  unread: string[]
  /** Columns without which nobody can be registered. */
  lacking: ListField[]
}

/** A list as it was uploaded, its cells as text. */
export type StoredList = {
  id: string
  groupId: string
  rows: DelimitedRow[]
  otherSheets: string[]
  uploadedAt: Date
  uploadedBy: string
  registeredAt: Date | null
}

export type ListHead = Pick<StoredList, 'id' | 'uploadedAt' | 'uploadedBy' | 'registeredAt'>

export type ListDefaults = {
  licenceClass: LicenceClass
  purpose: LicencePurpose
  today: CalendarDate
}

/** Reads a company's list: its columns by their headings, each line on its own. */
export function readList(rows: readonly DelimitedRow[], defaults: ListDefaults): ReadList {
  const { columns, headAt, unread } = readColumns(rows)
  const lacking = (['name', 'birthDate'] as const).filter((field) => columns[field] === undefined)
  if (lacking.length > 0) return { rows: [], unread, lacking }
  const read = rows.slice(headAt + 1).map((row) => readRow(row, columns, defaults))
  return { rows: withoutRepeats(read), unread, lacking: [] }
}

/** What makes two lines one: the number where there is one, else name and birth date. */
export function rowKey({ person }: ListEntry): string {
  const { identityCard, birthDate, name } = person
  return identityCard?.number ?? `${searchKey(name)} ${birthDate}`
}

/**
 * The second line of one person is a fault: the same number, or the same name and birth date where
 * not both have a number. Two numbers under one name and day may be namesakes, or a slip.
 */
function withoutRepeats(rows: readonly ListRow[]): ListRow[] {
  const seen: { line: number; person: Demographics }[] = []
  return rows.map((row) => {
    const { entry, ...rest } = row
    if (!entry) return row
    const { person } = entry
    const before = seen.find((one) => isRepeated(one.person, person))
    if (before) return { ...rest, faults: [fill(words.repeats, { line: before.line })] }
    const namesake = seen.find((one) => isNamesake(one.person, person))
    seen.push({ line: row.line, person })
    if (!namesake) return row
    return { ...row, notes: [...row.notes, fill(words.namesake, { line: namesake.line })] }
  })
}

function isNamesake(a: Demographics, b: Demographics): boolean {
  return a.birthDate === b.birthDate && searchKey(a.name) === searchKey(b.name)
}

function isRepeated(a: Demographics, b: Demographics): boolean {
  const [one, other] = [a.identityCard?.number, b.identityCard?.number]
  return one !== undefined && other !== undefined ? one === other : isNamesake(a, b)
}
