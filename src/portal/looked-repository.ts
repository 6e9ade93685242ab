import { type Database, sql } from '../platform/database.ts'
import type { Look } from './looked.ts'
import { deedWords } from './looked-words.ts'

type Reader = Pick<Database, 'query'>
type Whose = { facilityId: string; visitId: string; patientId: string }

type Row = {
  at: Date
  actorKind: string
  action: string
  doctor: string | null
  roles: string[] | null
  program: string | null
}

/** What has a sentence of its own; anything else is the house's affair. */
const told = Object.keys(deedWords)

/**
 * What the log says of one visit, and of its person since the day on which it began: newest first.
 * Another visit of the same person is another link's affair; so is the person, until the desk has seen
 * the card of who registered at a kiosk.
 */
export async function listLooks(db: Reader, whose: Whose, limit: number): Promise<Look[]> {
  const { facilityId, visitId, patientId } = whose
  const rows = await db.query<Row>(sql`
    WITH subject AS (
      SELECT 'visit' AS type, ${visitId}::text AS id
      UNION ALL SELECT unnest(ARRAY['exam', 'consent']), id::text FROM exam
        WHERE facility_id = ${facilityId} AND visit_id = ${visitId}
      UNION ALL SELECT 'invoice', id::text FROM invoice
        WHERE facility_id = ${facilityId} AND visit_id = ${visitId}
      UNION ALL SELECT 'payment', p.id::text FROM payment p JOIN invoice i ON i.id = p.invoice_id
        WHERE i.facility_id = ${facilityId} AND i.visit_id = ${visitId}
      UNION ALL SELECT 'renewal-case', r.id::text FROM renewal_case r JOIN exam e ON e.id = r.exam_id
        WHERE e.facility_id = ${facilityId} AND e.visit_id = ${visitId}
      UNION ALL SELECT 'transmission', t.id::text FROM transmission t JOIN exam e ON e.id = t.exam_id
        WHERE e.facility_id = ${facilityId} AND e.visit_id = ${visitId}
    ), entry AS (
      SELECT a.* FROM audit_entry a JOIN subject s ON a.subject_type = s.type AND a.subject_id = s.id
      UNION ALL
      SELECT a.* FROM audit_entry a WHERE a.subject_type = 'patient' AND a.subject_id = ${patientId}
        AND a.at >= (SELECT started_at - interval '12 hours' FROM visit
                     WHERE id = ${visitId} AND identity = 'verified')
    )
    SELECT e.at, e.actor_kind AS "actorKind", e.action, coalesce(w.roles, t.roles) AS roles,
      d.name AS doctor, t.name AS program
    FROM entry e
    LEFT JOIN staff w ON e.actor_kind = 'staff' AND w.id::text = e.actor_id
    LEFT JOIN api_token t ON e.actor_kind = 'service' AND t.id::text = e.actor_id
    LEFT JOIN staff d ON d.doctor_registration IS NOT NULL AND (d.id = w.id OR (d.id = t.signs_as
      AND (e.action = 'exam.concluded' OR e.detail ->> 'signed' = 'true')))
    WHERE e.facility_id = ${facilityId} AND e.action = ANY (${told}::text[])
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`)
  return rows.map(lookOf)
}

function lookOf({ doctor, program, roles, ...row }: Row): Look {
  return {
    ...row,
    roles: roles ?? [],
    ...(doctor && { doctor }),
    ...(program && { program }),
  }
}

/** Whether this link was noted as read within the last minutes: a page that renews itself is one look. */
export async function wasJustSeen(
  db: Reader,
  { visitId, facilityId }: Omit<Whose, 'patientId'>,
  since: Date,
): Promise<boolean> {
  const found = await db.query(sql`
    SELECT 1 FROM audit_entry WHERE facility_id = ${facilityId} AND subject_type = 'visit'
      AND subject_id = ${visitId}::text AND action = 'visit.viewed' AND actor_kind = 'patient'
      AND at >= ${since} LIMIT 1`)
  return found.length > 0
}
