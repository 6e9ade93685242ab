import { createHash } from 'node:crypto'
import { type Actor, authorise } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import { registerPatientIn } from '../patients/commands.ts'
import { type Patient, searchKey } from '../patients/patient.ts'
import { type Database, type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import type { Spreadsheet } from '../platform/spreadsheet.ts'
import { type Group, requireOpen } from './group.ts'
import { type Choice, type Decision, decide, type ListReport, outcomeOf } from './group-decision.ts'
import { type ListEntry, readList, rowKey, type StoredList } from './group-list.ts'
import { findAlikeAll, findList, keepList, markRegistered } from './group-list-repository.ts'
import {
  countEarlierVisits,
  findMembers,
  insertMembers,
  lockGroup,
  type NewMember,
} from './group-repository.ts'
import { groupWords } from './group-words.ts'

/** Keeps a list to be looked at; nobody is registered by it. */
export async function uploadList(
  deps: Deps,
  actor: Actor,
  input: { groupId: string; list: Spreadsheet },
): Promise<string> {
  authorise(actor, 'group:register')
  const { rows, otherSheets } = input.list
  const sha256 = createHash('sha256').update(JSON.stringify({ rows, otherSheets })).digest('hex')
  return transact(deps, actor, async (tx) => {
    const group = await lockGroup(tx, input.groupId)
    if (!group) throw notFound(groupWords.aGroup)
    requireOpen(group)
    return keepList(tx, { id: deps.clock.id(), groupId: group.id, sha256, rows, otherSheets })
  })
}

/** What would become of each line now; the very decisions that registering takes. */
export async function judgeList(
  db: Pick<Database, 'query'>,
  facilityId: string,
  { group, list, now }: { group: Group; list: StoredList; now: Date },
): Promise<ListReport> {
  const read = readList(list.rows, { ...group, today: calendarDateOf(now) })
  const entries = read.rows.flatMap(({ entry }) => entry ?? [])
  const [alike, members] = await Promise.all([
    findAlikeAll(db, facilityId, entries),
    findMembers(db, group.id),
  ])
  const decisions = read.rows.map((row) =>
    decide(row, row.entry ? among(alike, row.entry) : [], members),
  )
  return { ...read, decisions }
}

function among(alike: readonly Patient[], { person }: ListEntry): Patient[] {
  const number = person.identityCard?.number
  return alike.filter(
    (known) =>
      (number !== undefined && known.identityCard?.number === number) ||
      (known.birthDate === person.birthDate && searchKey(known.name) === searchKey(person.name)),
  )
}

export type RegisterList = {
  groupId: string
  listId: string
  /** By line, for those lines where someone had to look. */
  choices: ReadonlyMap<number, Choice>
}

export type ListRegistered = { added: number; left: number }

/** Registers what can be registered, all of it in one commit; done again, it adds nobody. */
export async function registerList(
  deps: Deps,
  actor: Actor,
  input: RegisterList,
): Promise<ListRegistered> {
  authorise(actor, 'group:register')
  return transact(deps, actor, async (tx) => {
    const group = await lockGroup(tx, input.groupId)
    const list = group && (await findList(tx, tx.facilityId, input))
    if (!group || !list) throw notFound(groupWords.aList)
    requireOpen(group)
    const { decisions } = await judgeList(tx, tx.facilityId, { group, list, now: tx.now })
    const joining: NewMember[] = []
    for (const decision of decisions) {
      const member = await memberOf(tx, decision, input.choices.get(decision.row.line) ?? 'leave')
      if (member) joining.push(member)
    }
    const added = await insertMembers(tx, group.id, joining)
    await countEarlierVisits(tx, group.id)
    await markRegistered(tx, list.id)
    const waiting = decisions.filter(({ standing }) => standing !== 'member').length
    const left = waiting - joining.length
    await publish(tx, { type: 'group.registered', groupId: group.id, added, left })
    return { added, left }
  })
}

async function memberOf(
  tx: Tx,
  decision: Decision,
  choice: Choice,
): Promise<NewMember | undefined> {
  const { entry } = decision.row
  const outcome = outcomeOf(decision, choice)
  if (!entry || outcome.act === 'leave') return undefined
  const { licenceClass, purpose, person } = entry
  const patientId =
    outcome.act === 'join'
      ? outcome.patientId
      : (await registerPatientIn(tx, { person, confirmNew: true, atDesk: true })).patient.id
  return { patientId, licenceClass, purpose, rowKey: rowKey(entry) }
}
