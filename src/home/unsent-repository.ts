import { type Database, sql } from '../platform/database.ts'
import type { Unbilled } from './unsent.ts'

type Reader = Pick<Database, 'query'>

const MOST = 300

/** Whose exam is open and has no bill that stands. */
export function listUnbilled(db: Reader, facilityId: string): Promise<Unbilled[]> {
  return db.query<Unbilled>(sql`
    SELECT e.id, p.name, date_part('year', p.birth_date)::int AS year,
      e.licence_class AS "licenceClass"
    FROM exam e JOIN patient p ON p.id = e.patient_id
    WHERE e.facility_id = ${facilityId} AND e.state IN ('planned', 'arrived', 'in-progress')
      AND NOT EXISTS (SELECT 1 FROM invoice i
        WHERE i.exam_id = e.id AND i.state IN ('issued', 'balanced'))
    ORDER BY e.created_at DESC LIMIT ${MOST}`)
}
