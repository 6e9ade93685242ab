import { z } from 'zod'
import { type Actor, may, type Permission } from '../core/actor.ts'
import type { CalendarDate } from '../core/calendar-date.ts'
import type { DomainEvent, ViewAction } from '../core/event.ts'
import { isId } from '../core/id.ts'
import { type ActionKind, actionKinds } from './action-kind.ts'
import { words } from './words.ts'

export type AuditAction = DomainEvent['type'] | ViewAction

/** One row of the log: identifiers and states, never a patient's name. */
export type AuditEntry = {
  id: string
  at: Date
  actorKind: string
  actorId: string
  /** Null for a patient on their own page. */
  actorName: string | null
  action: string
  subjectType: string
  subjectId: string
  patientId: string | null
  detail: Readonly<Record<string, unknown>>
  requestId: string | null
}

/** An account of the facility whose acts can be asked for: `staff:<id>`, `service:<id>`. */
export type AuditPerson = { kind: 'staff' | 'service'; id: string; name: string }

export type AuditFilter = {
  who?: string | undefined
  /** Only acts of this kind. */
  kind?: ActionKind | undefined
  action?: string | undefined
  /** Whatever is about this id, and whatever is about this patient. */
  subject?: string | undefined
  from?: CalendarDate | undefined
  to?: CalendarDate | undefined
  /** The entry that the page before ended with. */
  before?: string | undefined
}

export const whoOf = (person: AuditPerson): string => `${person.kind}:${person.id}`

const filled = <S extends z.ZodType>(schema: S) =>
  z.preprocess((text) => (text === '' ? undefined : text), schema.optional())

const oneOf = (known: readonly string[]) =>
  z.string().refine((text) => known.includes(text), {
    params: { code: 'unknown-value', text: words.notInList },
  })

const id = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .refine(isId, { params: { code: 'malformed', text: words.noId } })

/** `?who=&kind=&action=&subject=&from=&to=&before=`; what it does not know it does not read. */
export function auditQuery(
  people: readonly AuditPerson[],
  actions: readonly string[],
  typedDay: z.ZodType<CalendarDate | undefined, string | undefined>,
) {
  return z
    .object({
      who: filled(oneOf(['patient', 'system', ...people.map(whoOf)])),
      kind: filled(oneOf(actionKinds).transform((kind) => kind as ActionKind)),
      action: filled(oneOf(actions)),
      subject: filled(id),
      from: typedDay,
      to: typedDay,
      before: filled(id),
    })
    .refine(({ from, to }) => !from || !to || from <= to, {
      path: ['to'],
      params: { code: 'out-of-range', text: words.endsBefore },
    })
}

/** One more than a page was fetched: it says that there is a next page, and is not shown. */
export function pageOf(found: readonly AuditEntry[], size: number) {
  const entries = found.slice(0, size)
  return { entries, next: found.length > size ? entries.at(-1)?.id : undefined }
}

type Address = { needs: Permission; at: (id: string) => string }

const addresses: Readonly<Record<string, Address>> = {
  patient: { needs: 'patient:read', at: (id) => `/patients/${id}` },
  visit: { needs: 'exam:read', at: (id) => `/visits/${id}` },
  ticket: { needs: 'exam:read', at: (id) => `/visits/${id}` },
  station: { needs: 'station:serve', at: (id) => `/stations/${id}` },
  group: { needs: 'group:read', at: (id) => `/groups/${id}` },
  exam: { needs: 'exam:read', at: (id) => `/exams/${id}` },
  consent: { needs: 'exam:read', at: (id) => `/exams/${id}` },
  payee: { needs: 'payee:approve', at: () => '/settings/payee' },
  invoice: { needs: 'invoice:read', at: (id) => `/bills/${id}` },
  'bank-transaction': { needs: 'bank:read', at: (id) => `/bank-transactions/${id}` },
  transmission: { needs: 'renewal:read', at: (id) => `/transmissions/${id}` },
  'renewal-case': { needs: 'renewal:read', at: (id) => `/renewals/${id}` },
}

/** Where the entry's subject can be looked at, for a reader who may look at it. */
export function addressFor(actor: Actor, entry: AuditEntry): string | undefined {
  const address = Object.hasOwn(addresses, entry.subjectType)
    ? addresses[entry.subjectType]
    : undefined
  return address && may(actor, address.needs) ? address.at(entry.subjectId) : undefined
}
