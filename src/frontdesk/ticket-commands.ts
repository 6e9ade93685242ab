import { type Actor, authorise } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { conflict, notFound } from '../core/errors.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { findOpenStations } from './open-station-repository.ts'
import { type Priority, placeOf, priorityByAge } from './queue.ts'
import type { Arrival } from './repository.ts'
import { lockVisit } from './repository.ts'
import { chooseStation, tasksLeft } from './route.ts'
import type { Task } from './task.ts'
import { prioritised, queued, requireTicketAction, type Ticket } from './ticket.ts'
import { touchTicket } from './ticket-handlers.ts'
import {
  findTicketOfVisit,
  insertTicket,
  lockTicket,
  renumberTicket,
  saveTicket,
} from './ticket-repository.ts'
import { ticketWords as words } from './ticket-words.ts'
import { isRunning } from './visit.ts'

/**
 * Gives a visit its number in the commit that opens it, and its first place. One statement, and the
 * last: the day's counter is held until the commit.
 */
export async function issueTicket(
  tx: Tx,
  arrival: Arrival,
  tasks: readonly Task[],
): Promise<number> {
  const { visitId, birthDate, openStations } = arrival
  const priority = priorityByAge(birthDate, calendarDateOf(tx.now))
  const stationId = chooseStation(tasks, openStations)?.id
  const place = placeOf(tx.now, priority)
  const number = await insertTicket(tx, {
    visitId,
    tasks,
    ...(priority && { priority }),
    ...(stationId && { stationId }),
    place,
  })
  touchTicket(tx, visitId, stationId)
  return number
}

/** Given at the desk to whom the law gives it; null takes it away again. */
export async function setPriority(
  deps: Deps,
  actor: Actor,
  input: { visitId: string; priority: Priority | null },
): Promise<Ticket> {
  authorise(actor, 'exam:open')
  return transact(deps, actor, async (tx) => {
    const found = await lockTicket(tx, input)
    if (!found) throw notFound(words.aTicket)
    const after = prioritised(found.ticket, input.priority ?? undefined)
    await saveTicket(tx, found.ticket, after)
    const { visitId, priority } = input
    await publish(tx, { type: 'ticket.prioritised', visitId, priority: priority ?? 'none' })
    touchTicket(tx, visitId, after.stationId)
    return after
  })
}

/** Whoever was called in vain or went away is here again; on a later day with a number of that day. */
export async function bringBack(
  deps: Deps,
  actor: Actor,
  input: { visitId: string },
): Promise<Ticket> {
  authorise(actor, 'exam:open')
  const { visitId } = input
  return transact(deps, actor, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    const found = await lockTicket(tx, { visitId })
    if (!visit || !found) throw notFound(words.aTicket)
    requireTicketAction(found.ticket, 'bring-back')
    if (!isRunning(visit.state)) throw conflict('visit-over', words.visitOver)
    const open = await findOpenStations(tx, tx.facilityId, tx.now)
    const station = chooseStation(tasksLeft(found.ticket, found.done), open)
    await saveTicket(tx, found.ticket, queued(found.ticket, station?.id, tx.now))
    if (found.ticket.day !== calendarDateOf(tx.now)) await renumberTicket(tx, visitId)
    await publish(tx, { type: 'ticket.brought-back', visitId })
    touchTicket(tx, visitId, station?.id)
    const after = await findTicketOfVisit(tx, tx.facilityId, visitId)
    if (!after) throw notFound(words.aTicket)
    return after
  })
}
