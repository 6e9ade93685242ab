import { calendarDateOf } from '../core/calendar-date.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import { withServed } from './pace.ts'
import { SKIPPED_BEHIND } from './queue.ts'
import type { StopEnding } from './stop.ts'
import type { Task } from './task.ts'
import { isSeated, type Ticket } from './ticket.ts'
import { doneColumn, type TicketRow, ticketColumns, ticketOf } from './ticket-row-repository.ts'

type Reader = Pick<Database, 'query'>

export async function findTicketOfVisit(
  db: Reader,
  facilityId: string,
  visitId: string,
): Promise<Ticket | undefined> {
  const [row] = await db.query<TicketRow>(sql`
    SELECT ${ticketColumns} FROM ticket t
    WHERE t.facility_id = ${facilityId} AND t.visit_id = ${visitId}`)
  return row && ticketOf(row)
}

export type NewTicket = Pick<Ticket, 'visitId' | 'tasks' | 'priority' | 'stationId' | 'place'>

/** The day's next number. Its row is held from here to the commit, so this comes last. */
export async function insertTicket(tx: Tx, ticket: NewTicket): Promise<number> {
  const [row] = await tx.query<{ number: number }>(sql`
    WITH ${nextNumber(tx)}
    INSERT INTO ticket (visit_id, facility_id, day, number, priority, tasks, state, station_id,
      place, queued_at)
    SELECT ${ticket.visitId}, ${tx.facilityId}, counted.day, counted.last,
      ${ticket.priority ?? null}, ${ticket.tasks}::text[], 'waiting', ${ticket.stationId ?? null},
      ${ticket.place}, ${tx.now}
    FROM counted
    RETURNING number`)
  if (!row) throw new Error('the ticket was not written')
  return row.number
}

const nextNumber = (tx: Tx): Sql => sql`counted AS (
  INSERT INTO ticket_day (facility_id, day, last)
  VALUES (${tx.facilityId}, ${calendarDateOf(tx.now)}, 1)
  ON CONFLICT (facility_id, day) DO UPDATE SET last = ticket_day.last + 1
  RETURNING day, last)`

/** A later day's number for a ticket that goes on then. */
export async function renumberTicket(tx: Tx, visitId: string): Promise<void> {
  await tx.query(sql`
    WITH ${nextNumber(tx)}
    UPDATE ticket SET day = counted.day, number = counted.last FROM counted
    WHERE visit_id = ${visitId} AND facility_id = ${tx.facilityId}`)
}

export type TicketNow = { ticket: Ticket; done: Task[] }

/**
 * The ticket, locked until the transaction ends, and then what is done of its visit: read after the
 * lock, so that whoever waited for it sees what the one before did. Both go out together.
 */
export async function lockTicket(
  tx: Tx,
  which: { visitId: string } | { examId: string },
): Promise<TicketNow | undefined> {
  const visit =
    'visitId' in which
      ? sql`${which.visitId}::uuid`
      : sql`(SELECT visit_id FROM exam WHERE facility_id = ${tx.facilityId} AND id = ${which.examId})`
  const [, [row]] = await Promise.all([
    tx.query(sql`
      SELECT 1 FROM ticket WHERE facility_id = ${tx.facilityId} AND visit_id = ${visit} FOR UPDATE`),
    tx.query<TicketRow & { done: Task[] }>(sql`
      SELECT ${ticketColumns}, ${doneColumn} FROM ticket t
      WHERE t.facility_id = ${tx.facilityId} AND t.visit_id = ${visit}`),
  ])
  return row && { ticket: ticketOf(row), done: row.done }
}

/** Who is called to this station now, or being served there. */
export async function findSeated(
  db: Reader,
  facilityId: string,
  stationId: string,
): Promise<Ticket | undefined> {
  const [row] = await db.query<TicketRow>(sql`
    SELECT ${ticketColumns} FROM ticket t
    WHERE t.facility_id = ${facilityId} AND t.station_id = ${stationId}
      AND t.state IN ('called', 'serving')`)
  return row && ticketOf(row)
}

/** The places of the next few who wait here. */
export function firstPlaces(
  db: Reader,
  facilityId: string,
  stationId: string,
  now: Date,
): Promise<Pick<Ticket, 'place' | 'number'>[]> {
  return db.query(sql`
    SELECT place, number FROM ticket
    WHERE facility_id = ${facilityId} AND station_id = ${stationId} AND state = 'waiting'
      AND day = ${calendarDateOf(now)}
    ORDER BY place, number LIMIT ${SKIPPED_BEHIND}`)
}

/** The first of this station's queue whom nobody else is moving at this moment. */
export async function lockFirst(tx: Tx, stationId: string): Promise<Ticket | undefined> {
  const [row] = await tx.query<TicketRow>(sql`
    SELECT ${ticketColumns} FROM ticket t
    WHERE t.facility_id = ${tx.facilityId} AND t.station_id = ${stationId} AND t.state = 'waiting'
      AND t.day = ${calendarDateOf(tx.now)}
    ORDER BY t.place, t.number LIMIT 1 FOR UPDATE SKIP LOCKED`)
  return row && ticketOf(row)
}

/** Takes a ticket that was seen elsewhere, if it is still as it was seen. */
export async function lockSeen(tx: Tx, seen: Ticket): Promise<Ticket | undefined> {
  const [row] = await tx.query<TicketRow>(sql`
    SELECT ${ticketColumns} FROM ticket t
    WHERE t.facility_id = ${tx.facilityId} AND t.visit_id = ${seen.visitId}
      AND t.version = ${seen.version} AND t.state = 'waiting' FOR UPDATE SKIP LOCKED`)
  return row && ticketOf(row)
}

/** All who wait today, first those who stand at no station; with what is done of each. */
export async function waitingToday(
  db: Reader,
  facilityId: string,
  now: Date,
): Promise<TicketNow[]> {
  const rows = await db.query<TicketRow & { done: Task[] }>(sql`
    SELECT ${ticketColumns}, ${doneColumn} FROM ticket t
    WHERE t.facility_id = ${facilityId} AND t.day = ${calendarDateOf(now)} AND t.state = 'waiting'
    ORDER BY t.station_id IS NOT NULL, t.place, t.number LIMIT 300`)
  return rows.map((row) => ({ ticket: ticketOf(row), done: row.done }))
}

/** Writes what a ticket has become and, when its stay at a station is over with that, the stop. */
export async function saveTicket(
  tx: Tx,
  before: Ticket,
  after: Ticket,
  ending?: StopEnding,
): Promise<void> {
  const stopped = ending && before.stationId
  await tx.query(sql`
    WITH kept AS (${update(tx, after)})
    ${stopped ? sql`, stopped AS (${insertStop(tx, before, ending)})` : sql``}
    ${stopped && wasServed(before, ending) ? sql`, paced AS (${paceUpdate(tx, before)})` : sql``}
    SELECT 1`)
}

const update = (tx: Tx, after: Ticket): Sql => sql`
  UPDATE ticket SET version = version + 1, priority = ${after.priority ?? null},
    passed = ${after.passed}::text[], state = ${after.state},
    station_id = ${after.stationId ?? null}, place = ${after.place}, queued_at = ${after.queuedAt},
    called_at = ${after.calledAt ?? null}, served_at = ${after.servedAt ?? null},
    calls = ${after.calls}, skips = ${after.skips}, ended_at = ${after.endedAt ?? null}
  WHERE facility_id = ${tx.facilityId} AND visit_id = ${after.visitId}`

const insertStop = (tx: Tx, before: Ticket, ending: StopEnding): Sql => sql`
  INSERT INTO ticket_stop (id, facility_id, visit_id, station_id, queued_at, called_at, served_at,
    ended_at, calls, ending, by_name)
  VALUES (${tx.deps.clock.id()}::uuid, ${tx.facilityId}::uuid, ${before.visitId}::uuid,
    ${before.stationId}::uuid, ${before.queuedAt}::timestamptz, ${before.calledAt ?? null}::timestamptz,
    ${before.servedAt ?? null}::timestamptz, ${tx.now}::timestamptz, ${before.calls}, ${ending},
    ${tx.actor.name})`

function wasServed(before: Ticket, ending: StopEnding): boolean {
  return isSeated(before.state) && (ending === 'served' || ending === 'finished')
}

/** The measured pace of the day; the rule of it is `withServed`. */
const paceUpdate = (tx: Tx, before: Ticket): Sql => {
  const today = calendarDateOf(tx.now)
  const seconds = (tx.now.getTime() - (before.calledAt ?? tx.now).getTime()) / 1000
  const one = withServed({ on: today, served: 0, seconds: 0 }, seconds, today)
  return sql`
    UPDATE station SET paced_on = ${today}::date,
      paced_served = ${one.served} + CASE WHEN paced_on = ${today}::date THEN paced_served ELSE 0 END,
      paced_seconds = ${one.seconds} + CASE WHEN paced_on = ${today}::date THEN paced_seconds ELSE 0 END
    WHERE id = ${before.stationId} AND facility_id = ${tx.facilityId}`
}
