import type { ExamOutcome } from '../core/event.ts'
import { type Database, sql } from '../platform/database.ts'
import type { ConcludedLine, DoneLine, FlowLine, Outcomes } from './flow.ts'

type Reader = Pick<Database, 'query'>

/** More than this a page does not list; a day of one centre has fewer in the house at once. */
const MOST_LINES = 200

type Row = Omit<FlowLine, 'number' | 'touchedAt' | 'bill' | 'sections'> & {
  number: number | null
  sections: FlowLine['sections'] | null
  touchedAt: Date | null
  bill: (Omit<NonNullable<FlowLine['bill']>, 'issuedAt'> & { issuedAt: string }) | null
}

const columns = sql`
  e.visit_id AS "visitId", e.id AS "examId", t.number, e.patient_id AS "patientId", p.name,
  p.birth_date AS "birthDate", e.licence_class AS "licenceClass",
  e.disabled_applicant AS "disabledApplicant", e.state, v.started_at AS "arrivedAt"`

const people = sql`
  JOIN patient p ON p.id = e.patient_id
  JOIN visit v ON v.id = e.visit_id
  LEFT JOIN ticket t ON t.visit_id = e.visit_id`

/** The bill that counts, if there is one. */
const bill = sql`
  LEFT JOIN LATERAL (
    SELECT i.state AS bill_state, json_build_object('state', i.state,
      'remaining', greatest(i.total - i.paid, 0), 'issuedAt', i.issued_at) AS bill
    FROM invoice i WHERE i.exam_id = e.id AND i.state IN ('draft', 'issued', 'balanced')
    ORDER BY i.issued_at DESC LIMIT 1) b ON true`

/** Everyone whose exam of this day is under way. */
export async function openLines(db: Reader, facilityId: string, from: Date): Promise<FlowLine[]> {
  const rows = await db.query<Row>(sql`
    SELECT ${columns}, s.sections, s.touched_at AS "touchedAt", b.bill
    FROM (SELECT * FROM exam
          WHERE facility_id = ${facilityId} AND created_at >= ${from}
            AND state IN ('planned', 'arrived', 'in-progress')
          ORDER BY created_at LIMIT ${MOST_LINES}) e ${people} ${bill}
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(x.section, x.state) AS sections, max(x.recorded_at) AS touched_at
      FROM exam_section x WHERE x.exam_id = e.id) s`)
  return rows.map(lineOf)
}

/** So many certificates one desk hands out at a time. */
const MOST_HANDED = 30

/**
 * Of those whose conclusion was signed today whoever has not paid, and the newest of the others, with
 * when their certificate was first printed.
 */
export async function doneLines(db: Reader, facilityId: string, from: Date): Promise<DoneLine[]> {
  const rows = await db.query<
    Omit<Row, 'sections' | 'touchedAt'> & {
      concludedAt: Date
      certificateNumber: string
      printedAt: Date | null
    }
  >(sql`
    WITH finished AS MATERIALIZED (
      SELECT e.*, b.bill, coalesce(b.bill_state = 'balanced', false) AS paid,
        row_number() OVER (ORDER BY e.created_at DESC) AS newest
      FROM (SELECT * FROM exam
            WHERE facility_id = ${facilityId} AND created_at >= ${from} AND state = 'finished'
            ORDER BY created_at DESC LIMIT ${MOST_LINES}) e ${bill}
    )
    SELECT ${columns}, e.bill, k.concluded_at AS "concludedAt", c.number AS "certificateNumber",
      (SELECT min(a.at) FROM audit_entry a
       WHERE a.subject_type = 'exam' AND a.subject_id = e.id::text
         AND a.action = 'certificate.printed') AS "printedAt"
    FROM (SELECT * FROM finished WHERE NOT paid OR newest <= ${MOST_HANDED}) e ${people}
    JOIN conclusion k ON k.exam_id = e.id
    JOIN certificate c ON c.exam_id = e.id AND c.revoked_at IS NULL`)
  return rows.map(({ concludedAt, certificateNumber, printedAt, ...row }) => ({
    ...lineOf({ ...row, sections: null, touchedAt: null }),
    concludedAt,
    certificateNumber,
    ...(printedAt && { printedAt }),
  }))
}

/** How many came today, and how many of them are concluded. */
export async function countArrivals(
  db: Reader,
  facilityId: string,
  from: Date,
): Promise<{ arrived: number; done: number }> {
  const [row] = await db.query<{ arrived: number; done: number }>(sql`
    SELECT count(*) AS arrived, count(*) FILTER (WHERE state = 'finished') AS done FROM exam
    WHERE facility_id = ${facilityId} AND created_at >= ${from}
      AND state NOT IN ('cancelled', 'entered-in-error')`)
  return row ?? { arrived: 0, done: 0 }
}

/** How many sections, and of how many people, somebody signed today. */
export async function countSigned(
  db: Reader,
  facilityId: string,
  by: { actorId: string; from: Date },
): Promise<{ sections: number; people: number }> {
  const [row] = await db.query<{ sections: number; people: number }>(sql`
    SELECT count(*) AS sections, count(DISTINCT s.exam_id) AS people
    FROM exam e JOIN exam_section s ON s.exam_id = e.id
    WHERE e.facility_id = ${facilityId} AND e.created_at >= ${by.from}
      AND s.recorded_by = ${by.actorId} AND s.section <> 'declaration'
      AND s.recorded_at >= ${by.from}`)
  return row ?? { sections: 0, people: 0 }
}

/** What was concluded today, by outcome. */
export async function countOutcomes(db: Reader, facilityId: string, on: string): Promise<Outcomes> {
  const rows = await db.query<{ outcome: ExamOutcome; count: number }>(sql`
    SELECT outcome, count(*) AS count FROM conclusion
    WHERE facility_id = ${facilityId} AND concluded_on = ${on} GROUP BY outcome`)
  const counted = Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]))
  return { fit: 0, unfit: 0, 'fit-subject-to-review': 0, ...counted }
}

/** The newest conclusions, for who keeps the records. */
export function newestConcluded(db: Reader, facilityId: string): Promise<ConcludedLine[]> {
  return db.query<ConcludedLine>(sql`
    SELECT e.patient_id AS "patientId", p.name, p.birth_date AS "birthDate",
      e.licence_class AS "licenceClass", k.outcome, k.concluded_at AS "concludedAt"
    FROM (SELECT * FROM exam WHERE facility_id = ${facilityId} AND state = 'finished'
          ORDER BY created_at DESC LIMIT 15) e
    JOIN conclusion k ON k.exam_id = e.id JOIN patient p ON p.id = e.patient_id
    ORDER BY k.concluded_at DESC`)
}

function lineOf({ number, sections, touchedAt, bill, ...row }: Row): FlowLine {
  return {
    ...row,
    ...(number !== null && { number }),
    sections: sections ?? {},
    ...(touchedAt && { touchedAt }),
    ...(bill && { bill: { ...bill, issuedAt: new Date(bill.issuedAt) } }),
  }
}
