import type { Prisma } from '../../prisma/generated/client.ts'
import { addDays, startOfDay } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import type { Database } from '../platform/database.ts'
import { type ActionKind, kindOf } from './action-kind.ts'
import { actionWords } from './action-words.ts'
import type { AuditEntry, AuditFilter, AuditPerson } from './audit-entry.ts'
import { words } from './words.ts'

type Reader = Pick<Database, 'prisma'>
type Where = Prisma.AuditEntryWhereInput

const MOST_ACCOUNTS = 500

/** What an auditor is shown of a row, and nothing that is added to the table later. */
const shown = {
  id: true,
  at: true,
  actorKind: true,
  actorId: true,
  actorName: true,
  action: true,
  subjectType: true,
  subjectId: true,
  patientId: true,
  detail: true,
  requestId: true,
} as const satisfies Prisma.AuditEntrySelect

/** The newest first, from the entry `before` on; one more than the limit when there are more. */
export async function listAudit(
  { prisma }: Reader,
  facilityId: string,
  filter: AuditFilter,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await prisma.auditEntry.findMany({
    where: { facilityId, AND: await conditions({ prisma }, facilityId, filter) },
    select: shown,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  return rows.map((row) => ({
    ...row,
    actorName: row.actorKind === 'patient' ? null : row.actorName,
    detail: row.detail as AuditEntry['detail'],
  }))
}

async function conditions(db: Reader, facilityId: string, filter: AuditFilter): Promise<Where[]> {
  const { who, kind, action, subject, from, to, before } = filter
  return [
    ...(who ? [byWhom(who)] : []),
    ...(kind ? [{ action: { in: actionsOf(kind) } }] : []),
    ...(action ? [{ action }] : []),
    ...(subject ? [{ OR: [{ subjectId: subject }, { patientId: subject }] }] : []),
    ...(from ? [{ at: { gte: startOfDay(from) } }] : []),
    ...(to ? [{ at: { lt: startOfDay(addDays(to, 1)) } }] : []),
    ...(before ? await beyond(db, facilityId, before) : []),
  ]
}

function actionsOf(kind: ActionKind): string[] {
  return Object.keys(actionWords).filter((action) => kindOf(action) === kind)
}

function byWhom(who: string): Where {
  const [kind = '', id] = who.split(':')
  return id ? { actorKind: kind, actorId: id } : { actorKind: kind }
}

/** The first condition is the second's bound, which the index can use. */
async function beyond({ prisma }: Reader, facilityId: string, id: string): Promise<Where[]> {
  const mark = await prisma.auditEntry.findFirst({
    where: { id, facilityId },
    select: { at: true },
  })
  if (!mark) throw notFound(words.anEntry)
  return [
    { at: { lte: mark.at } },
    { OR: [{ at: { lt: mark.at } }, { at: mark.at, id: { lt: id } }] },
  ]
}

/** Whose acts can be asked for: the facility's accounts and programs, those that left too. */
export async function listAuditPeople(
  { prisma }: Reader,
  facilityId: string,
): Promise<AuditPerson[]> {
  const [staff, tokens] = await Promise.all([
    prisma.staff.findMany({
      where: { facilityId },
      select: { id: true, name: true, username: true },
      orderBy: { username: 'asc' },
      take: MOST_ACCOUNTS,
    }),
    prisma.apiToken.findMany({
      where: { facilityId },
      select: { id: true, name: true, hint: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST_ACCOUNTS,
    }),
  ])
  return [
    ...staff.map(({ id, name, username }) => ({
      kind: 'staff' as const,
      id,
      name: `${name} (${username})`,
    })),
    ...tokens.map(({ id, name, hint }) => ({
      kind: 'service' as const,
      id,
      name: `${name} …${hint}`,
    })),
  ]
}
