import sql from 'sql-template-tag'
import type { Actor } from '../core/actor.ts'
import type { DomainEvent, EventOf, ViewAction } from '../core/event.ts'
import type { Tx } from './database.ts'
import type { Deps } from './deps.ts'

/** What a feature does when it hears of an event: rows and jobs in the publisher's own transaction. */
export type EventHandler<T extends DomainEvent['type']> = (
  tx: Tx,
  event: EventOf<T>,
) => Promise<void>

export type EventHandlers = { [T in DomainEvent['type']]?: readonly EventHandler<T>[] }

export type PendingAudit = {
  id: string
  facility_id: string
  at: Date
  actor_kind: Actor['kind']
  actor_id: string
  actor_name: string
  action: string
  subject_type: string
  subject_id: string
  patient_id: string | null
  detail: object
  request_id: string | null
}

/** The id that names an event's subject, by the first word of its type. */
const subjectKey = {
  patient: 'patientId',
  visit: 'visitId',
  ticket: 'visitId',
  station: 'stationId',
  group: 'groupId',
  slots: 'facilityId',
  slot: 'slotId',
  appointment: 'appointmentId',
  message: 'messageId',
  'message-template': 'templateId',
  exam: 'examId',
  consent: 'examId',
  price: 'facilityId',
  facility: 'facilityId',
  integration: 'facilityId',
  payee: 'payeeChangeId',
  invoice: 'invoiceId',
  payment: 'paymentId',
  'bank-transaction': 'bankTransactionId',
  transmission: 'transmissionId',
  'renewal-case': 'caseId',
  staff: 'staffId',
  token: 'tokenId',
  device: 'deviceId',
} as const

/** Live topics are `<noun>:<id>` for every id an event names, and the whole facility. */
const topicOf: Record<string, string> = {
  visitId: 'visit',
  stationId: 'station',
  groupId: 'group',
  examId: 'exam',
  invoiceId: 'invoice',
  caseId: 'case',
  patientId: 'patient',
}

/**
 * Says that something happened: an audit row, and every handler that app.tsx joined to the event,
 * all inside the publisher's transaction. A handler that throws undoes the whole command.
 */
export async function publish(tx: Tx, event: DomainEvent): Promise<void> {
  tx.audit.push(entryOf(tx, event))
  tx.touched.add(`facility:${tx.facilityId}`)
  for (const [key, value] of Object.entries(event)) {
    const topic = topicOf[key]
    if (topic && typeof value === 'string') tx.touched.add(`${topic}:${value}`)
  }
  const handlers = tx.deps.handlers[event.type] as readonly EventHandler<never>[] | undefined
  for (const handle of handlers ?? []) await handle(tx, event as never)
}

function entryOf(tx: Tx, event: DomainEvent): PendingAudit {
  const { type, ...detail } = event
  const noun = type.split('.')[0] as keyof typeof subjectKey
  const ids = detail as Record<string, unknown>
  return {
    id: tx.deps.clock.id(),
    facility_id: tx.facilityId,
    at: tx.now,
    actor_kind: tx.actor.kind,
    actor_id: tx.actor.id,
    actor_name: tx.actor.name,
    action: type,
    subject_type: noun,
    subject_id: String(ids[subjectKey[noun]]),
    patient_id: typeof ids.patientId === 'string' ? ids.patientId : null,
    detail,
    request_id: tx.deps.requestId ?? null,
  }
}

export const auditInsertion = (entries: readonly PendingAudit[]) => sql`
  INSERT INTO audit_entry
  SELECT * FROM jsonb_populate_recordset(NULL::audit_entry, ${JSON.stringify(entries)}::jsonb)`

/** Who looked at whose data: the log that a patient may ask for (Luật KCB 15/2023, Điều 69). */
export async function recordView(
  deps: Deps,
  actor: Actor,
  view: { action: ViewAction; subjectType: string; subjectId: string; patientId?: string },
): Promise<void> {
  await deps.database.query(
    auditInsertion([
      {
        id: deps.clock.id(),
        facility_id: actor.facilityId,
        at: deps.clock.now(),
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name,
        action: view.action,
        subject_type: view.subjectType,
        subject_id: view.subjectId,
        patient_id: view.patientId ?? null,
        detail: {},
        request_id: deps.requestId ?? null,
      },
    ]),
  )
}
