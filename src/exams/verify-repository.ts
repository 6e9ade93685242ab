import { type CalendarDate, calendarDateOf } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import { type Database, sql } from '../platform/database.ts'
import { maskName, type Verification } from './verification.ts'

type Row = {
  number: string
  facility: string
  name: string
  licence_class: string
  outcome: ExamOutcome
  reexamine_on: CalendarDate | null
  concluded_on: CalendarDate
  valid_until: CalendarDate
  revoked_at: Date | null
}

/** Whichever facility issued it: the code on the paper is the right to ask. */
export async function findVerification(
  db: Pick<Database, 'query'>,
  code: string,
): Promise<Verification | undefined> {
  const [row] = await db.query<Row>(sql`
    SELECT t.number, f.name AS facility, c.person ->> 'name' AS name, e.licence_class, c.outcome, c.reexamine_on,
      c.concluded_on, t.valid_until, t.revoked_at
    FROM certificate t
    JOIN facility f ON f.id = t.facility_id
    JOIN conclusion c ON c.exam_id = t.exam_id
    JOIN exam e ON e.id = t.exam_id
    WHERE t.verify_code = ${code}`)
  return (
    row && {
      number: row.number,
      facility: row.facility,
      maskedName: maskName(row.name),
      licenceClass: row.licence_class,
      outcome: row.outcome,
      ...(row.reexamine_on && { reexamineOn: row.reexamine_on }),
      concludedOn: row.concluded_on,
      validUntil: row.valid_until,
      ...(row.revoked_at && { revokedOn: calendarDateOf(row.revoked_at) }),
    }
  )
}
