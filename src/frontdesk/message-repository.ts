import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import type { Message, MessageState, MessageTemplate, Template } from './message.ts'

type Reader = Pick<Database, 'query'>

export async function findTemplates(db: Reader, facilityId: string): Promise<Template[]> {
  return db.query<Template>(sql`
    SELECT key, body, plain, enabled FROM message_template WHERE facility_id = ${facilityId}`)
}

/** Gives back the id of the facility's own wording. */
export async function saveTemplate(tx: Tx, template: Template): Promise<string> {
  const { key, body, plain, enabled } = template
  const [row] = await tx.query<{ id: string }>(sql`
    INSERT INTO message_template (id, facility_id, key, body, plain, enabled, updated_at,
      updated_by_name)
    VALUES (${tx.deps.clock.id()}, ${tx.facilityId}, ${key}, ${body}, ${plain}, ${enabled},
      ${tx.now}, ${tx.actor.name})
    ON CONFLICT (facility_id, key) DO UPDATE SET body = excluded.body, plain = excluded.plain,
      enabled = excluded.enabled, updated_at = excluded.updated_at,
      updated_by_name = excluded.updated_by_name, version = message_template.version + 1
    RETURNING id`)
  if (!row) throw new Error('the template was not saved')
  return row.id
}

export type NewMessage = {
  id: string
  template: MessageTemplate
  subjectId: string
  phone: string
  body: string
  usefulUntil: Date
}

/** Whoever types a stranger's number into a public page shall not be able to pester them. */
const MOST_A_DAY = 8

/** False where this template has said this of the subject before, or the number heard enough today. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const { id, template, subjectId, phone, body, usefulUntil } = message
  const added = await tx.query(sql`
    INSERT INTO message (id, facility_id, template, subject_id, phone, body, state, queued_at,
      useful_until)
    SELECT ${id}, ${tx.facilityId}, ${template}, ${subjectId}, ${phone}, ${body}, 'queued',
      ${tx.now}::timestamptz, ${usefulUntil}::timestamptz
    WHERE (SELECT count(*) FROM message
           WHERE facility_id = ${tx.facilityId} AND phone = ${phone}
             AND queued_at > ${tx.now}::timestamptz - interval '1 day') < ${MOST_A_DAY}
    ON CONFLICT (facility_id, template, subject_id) DO NOTHING RETURNING id`)
  return added.length === 1
}

export type LockedMessage = Pick<Message, 'id' | 'phone' | 'body' | 'state' | 'attempts'> & {
  usefulUntil: Date
}

export async function lockMessage(tx: Tx, id: string): Promise<LockedMessage | undefined> {
  const [row] = await tx.query<LockedMessage>(sql`
    SELECT id, phone, body, state, attempts, useful_until AS "usefulUntil" FROM message
    WHERE facility_id = ${tx.facilityId} AND id = ${id} FOR UPDATE`)
  return row
}

export type MessageChange = {
  state: MessageState
  answer?: string | undefined
  reference?: string | undefined
  attempted?: boolean
}

export async function updateMessage(tx: Tx, id: string, change: MessageChange): Promise<void> {
  const { state, answer = null, reference = null, attempted = false } = change
  await tx.query(sql`
    UPDATE message SET state = ${state}, attempts = attempts + ${attempted ? 1 : 0},
      last_answer = coalesce(${answer}, last_answer), reference = coalesce(${reference}, reference),
      sent_at = CASE WHEN ${state} = 'sent' THEN ${tx.now}::timestamptz ELSE sent_at END
    WHERE facility_id = ${tx.facilityId} AND id = ${id}`)
}

/** What has not left yet and is about something that no longer is. */
export async function dropMessages(tx: Tx, subjectId: string): Promise<void> {
  await tx.query(sql`
    UPDATE message SET state = 'cancelled'
    WHERE facility_id = ${tx.facilityId} AND subject_id = ${subjectId} AND state = 'queued'
      AND template <> 'appointment-cancelled'`)
}

export async function listMessages(db: Reader, facilityId: string): Promise<Message[]> {
  return db.query<Message>(sql`
    SELECT id, template, phone, body, state, attempts, last_answer AS "lastAnswer",
      queued_at AS "queuedAt", sent_at AS "sentAt"
    FROM message WHERE facility_id = ${facilityId}
    ORDER BY state IN ('refused', 'unknown') DESC, queued_at DESC LIMIT 200`)
}

/** An appointment with all that a message says of it. */
export type Told = {
  appointmentId: string
  facilityId: string
  name: string
  phone: string
  startsAt: Date
  minutes: number
  place: string
  address: string
  housePhone: string | null
}

const told = (which: Sql): Sql => sql`
  SELECT a.id AS "appointmentId", a.facility_id AS "facilityId", a.name, a.phone,
    s.starts_at AS "startsAt", s.minutes, f.name AS place, f.address, f.phone AS "housePhone"
  FROM appointment a
  JOIN slot s ON s.id = a.slot_id
  JOIN facility f ON f.id = a.facility_id
  WHERE a.phone IS NOT NULL AND ${which}`

export async function findTold(tx: Tx, appointmentId: string): Promise<Told | undefined> {
  const [row] = await tx.query<Told>(
    told(sql`a.facility_id = ${tx.facilityId} AND a.id = ${appointmentId}`),
  )
  return row
}

/** Who is to be reminded: expected soon, booked before the day at hand, and not told yet. */
export async function findToRemind(
  db: Reader,
  window: { from: Date; until: Date; bookedBefore: Date },
): Promise<Told[]> {
  return db.query<Told>(sql`${told(sql`a.state = 'booked' AND s.starts_at >= ${window.from}
    AND s.starts_at < ${window.until} AND a.booked_at < ${window.bookedBefore}
    AND NOT EXISTS (SELECT 1 FROM message m WHERE m.facility_id = a.facility_id
      AND m.template = 'appointment-reminder' AND m.subject_id = a.id)`)}
    ORDER BY s.starts_at`)
}
