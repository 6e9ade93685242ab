import type { CalendarDate } from '../core/calendar-date.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { type Database, sql } from '../platform/database.ts'
import type { QueueLine } from './queue-line.ts'
import type { Task } from './task.ts'
import { doneColumn, type TicketRow, ticketColumns, ticketOf } from './ticket-row-repository.ts'

type Reader = Pick<Database, 'query'>

type Row = TicketRow & {
  done: Task[]
  patient_id: string
  name: string
  birth_date: CalendarDate
  exam_id: string | null
  licence_class: string | null
  invoice_id: string | null
}

/** Who is at this station, first, and then its queue in the order of calling. */
export async function findQueue(
  db: Reader,
  facilityId: string,
  stationId: string,
  now: Date,
): Promise<QueueLine[]> {
  const rows = await db.query<Row>(sql`
    SELECT ${ticketColumns}, ${doneColumn}, p.id AS patient_id, p.name, p.birth_date,
      x.id AS exam_id, x.licence_class,
      (SELECT i.id FROM invoice i WHERE i.exam_id = x.id AND i.state IN ('issued', 'balanced')
       ORDER BY i.issued_at DESC LIMIT 1) AS invoice_id
    FROM ticket t
    JOIN visit v ON v.id = t.visit_id
    JOIN patient p ON p.id = v.patient_id
    LEFT JOIN LATERAL (SELECT e.id, e.licence_class FROM exam e WHERE e.visit_id = t.visit_id
                       ORDER BY e.created_at DESC LIMIT 1) x ON true
    WHERE t.facility_id = ${facilityId} AND t.station_id = ${stationId}
      AND (t.state IN ('called', 'serving')
        OR (t.state = 'waiting' AND t.day = ${calendarDateOf(now)}))
    ORDER BY t.state = 'waiting', t.place, t.number LIMIT 200`)
  return rows.map(lineOf)
}

function lineOf(row: Row): QueueLine {
  return {
    ticket: ticketOf(row),
    done: row.done,
    patientId: row.patient_id,
    name: row.name,
    birthDate: row.birth_date,
    ...(row.exam_id && { examId: row.exam_id }),
    ...(row.licence_class && { licenceClass: row.licence_class }),
    ...(row.invoice_id && { invoiceId: row.invoice_id }),
  }
}
