import type { Text } from '../core/text.ts'
import { isLikelyOne } from '../patients/duplicates.ts'
import { type Patient, searchKey } from '../patients/patient.ts'
import { type ListEntry, type ListRow, type ReadList, rowKey } from './group-list.ts'
import { decisionWords as words } from './group-words.ts'

/**
 * What becomes of a line: `new` and `known` are registered at once, `differs` and `likely` wait for
 * someone's choice, `member` is there already, `faulty` must be mended in the file.
 */
export type Standing = 'new' | 'known' | 'member' | 'differs' | 'likely' | 'faulty'

export type Decision = {
  row: ListRow
  standing: Standing
  /** On record: whom the line means, or may mean. */
  candidates: Patient[]
  said: Text[]
}

/** The whole list as it would be registered now. */
export type ListReport = ReadList & { decisions: Decision[] }

export type Members = { patientIds: ReadonlySet<string>; rowKeys: ReadonlySet<string> }

/** Judges one line against those on record who share a number or a name and birth date with it. */
export function decide(row: ListRow, alike: readonly Patient[], members: Members): Decision {
  const { entry, faults, notes } = row
  if (!entry) return { row, standing: 'faulty', candidates: [], said: faults }
  const judged = (standing: Standing, candidates: Patient[], said: Text[] = []): Decision => ({
    row,
    standing,
    candidates,
    said: [...said, ...notes],
  })
  const same = alike.find((known) => isSamePerson(entry, known))
  if (members.rowKeys.has(rowKey(entry))) return judged('member', same ? [same] : [])
  if (same)
    return judged(members.patientIds.has(same.id) ? 'member' : 'known', [same], keptAs(entry, same))
  const numbered = alike.find((known) => sharesNumber(entry, known))
  if (numbered) return judged('differs', [numbered])
  const likely = alike.filter((known) => isLikelyOne(entry.person, known, true))
  return likely.length > 0 ? judged('likely', likely) : judged('new', [])
}

function sharesNumber({ person }: ListEntry, known: Patient): boolean {
  const number = person.identityCard?.number
  return number !== undefined && number === known.identityCard?.number
}

/** A list often comes in capitals or without diacritics: number, birth date and letters decide. */
function isSamePerson(entry: ListEntry, known: Patient): boolean {
  const { name, birthDate, sex } = entry.person
  return (
    sharesNumber(entry, known) &&
    birthDate === known.birthDate &&
    sex === known.sex &&
    searchKey(name) === searchKey(known.name)
  )
}

/** The record stays as it is; what the list says otherwise is said. */
function keptAs({ person }: ListEntry, known: Patient): Text[] {
  const otherPhone = person.phone !== undefined && person.phone.slice(-9) !== known.phone?.slice(-9)
  return otherPhone ? [words.otherPhone] : []
}

/** What somebody chose for a line that waits: nothing, a new record, or one of those on record. */
export type Choice = 'leave' | 'new' | { record: string }

export function readChoice(text: string | undefined): Choice {
  if (text === 'new') return 'new'
  const record = /^record:([0-9a-f-]{36})$/.exec(text ?? '')?.[1]
  return record ? { record } : 'leave'
}

export type Outcome = { act: 'register' } | { act: 'join'; patientId: string } | { act: 'leave' }

/** What registering does with a line, given the choice; a choice that the line does not offer is none. */
export function outcomeOf({ standing, candidates }: Decision, choice: Choice): Outcome {
  const [first] = candidates
  if (standing === 'new') return { act: 'register' }
  if (standing === 'known' && first) return { act: 'join', patientId: first.id }
  if (standing === 'likely' && choice === 'new') return { act: 'register' }
  if (standing !== 'likely' && standing !== 'differs') return { act: 'leave' }
  const chosen = typeof choice === 'object' && candidates.find(({ id }) => id === choice.record)
  return chosen ? { act: 'join', patientId: chosen.id } : { act: 'leave' }
}

export function tally(decisions: readonly Decision[]): Record<Standing, number> {
  const counts = { new: 0, known: 0, member: 0, differs: 0, likely: 0, faulty: 0 }
  for (const { standing } of decisions) counts[standing] += 1
  return counts
}
