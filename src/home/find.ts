import { type Actor, may } from '../core/actor.ts'
import type { CalendarDate } from '../core/calendar-date.ts'
import type { Dong } from '../core/money.ts'
import type { ExamState } from '../exams/exam.ts'
import { searchWords } from '../patients/search.ts'
import type { CaseState } from '../renewals/renewal-case.ts'

export type FoundPerson = { id: string; name: string; birthDate: CalendarDate; idEnd?: string }
export type FoundExam = {
  id: string
  name: string
  birthDate: CalendarDate
  licenceClass: string
  state: ExamState
}
export type FoundBill = {
  id: string
  number: string
  name: string
  state: 'draft' | 'issued' | 'balanced' | 'cancelled' | 'entered-in-error'
  remaining: Dong
}
export type FoundCase = {
  id: string
  name: string
  licenceClass: string
  state: CaseState
  dossierCode?: string
}

export const findGroups = ['people', 'exams', 'bills', 'cases', 'acts'] as const
export type FindGroup = (typeof findGroups)[number]

/** What was found in the house; what there is to do is matched beside it. */
export type Found = {
  people: readonly FoundPerson[]
  exams: readonly FoundExam[]
  bills: readonly FoundBill[]
  cases: readonly FoundCase[]
}

export const nothingFound: Found = { people: [], exams: [], bills: [], cases: [] }

/** What is looked for: the words of a name or a number, and the code that it may be. */
export type Query = { text: string; words: readonly string[]; code?: string }

const LONGEST = 100
/** One letter finds half of all people. */
export const SHORTEST = 2

export function queryOf(typed: string): Query {
  const text = typed
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST)
  // A scanner types the whole card: its first field is the personal id.
  const [first = ''] = text.split('|')
  const asked = /^\d{9,12}$/.test(first) ? first : text
  const words = searchWords(asked)
  const code = asked.replace(/\s/g, '').toUpperCase()
  const isCode = /^[A-Z0-9./-]{1,40}$/.test(code) && /\d/.test(code)
  return { text, words, ...(isCode && { code }) }
}

/** Whether there is enough to look for people and papers. */
export function isLongEnough({ words }: Query): boolean {
  return words.join('').length >= SHORTEST
}

/** Which kinds of things this person may look for at all. */
export function groupsFor(actor: Actor): ReadonlySet<FindGroup> {
  const allowed = {
    people: may(actor, 'patient:read'),
    exams: may(actor, 'exam:read'),
    bills: may(actor, 'invoice:read'),
    cases: may(actor, 'renewal:read'),
    acts: true,
  } satisfies Record<FindGroup, boolean>
  return new Set(findGroups.filter((group) => allowed[group]))
}

/** What each desk works on stands first, so that Enter leads there. */
export function orderFor(actor: Actor): readonly FindGroup[] {
  const first = firstGroup(actor)
  return [first, ...findGroups.filter((group) => group !== first)]
}

function firstGroup(actor: Actor): FindGroup {
  if (may(actor, 'patient:write')) return 'people'
  if (may(actor, 'payment:take')) return 'bills'
  if (may(actor, 'renewal:manage')) return 'cases'
  return may(actor, 'exam:examine') || may(actor, 'exam:conclude') ? 'exams' : 'people'
}
