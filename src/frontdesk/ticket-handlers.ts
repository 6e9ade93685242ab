import type { Tx } from '../platform/database.ts'
import type { EventHandler } from '../platform/publish.ts'
import { findOpenStations } from './open-station-repository.ts'
import { chooseStation, isServedBy, isThrough, type OpenStation, tasksLeft } from './route.ts'
import { findStation } from './station-repository.ts'
import type { StopEnding } from './stop.ts'
import type { Task } from './task.ts'
import { ended, isOver, isSeated, queued, type Ticket } from './ticket.ts'
import { lockTicket, saveTicket, type TicketNow, waitingToday } from './ticket-repository.ts'

/** What was recorded, paid or concluded may have been all that a ticket was at its station for. */
const advanceTicketOf = async (
  tx: Tx,
  which: { examId: string } | { visitId: string },
): Promise<void> => {
  const [found, open] = await Promise.all([
    lockTicket(tx, which),
    findOpenStations(tx, tx.facilityId, tx.now),
  ])
  if (found) await advanceTicket(tx, found, open)
}

export const advanceOnSections: EventHandler<'exam.sections-recorded'> = (tx, { examId }) =>
  advanceTicketOf(tx, { examId })

export const advanceOnPayment: EventHandler<'invoice.balanced'> = (tx, { examId }) =>
  advanceTicketOf(tx, { examId })

export const advanceOnConclusion: EventHandler<'exam.concluded'> = (tx, { examId }) =>
  advanceTicketOf(tx, { examId })

/** The card has been seen at the desk: a declaration from the kiosk counts from now on. */
export const advanceOnIdentity: EventHandler<'visit.identity-verified'> = (tx, { visitId }) =>
  advanceTicketOf(tx, { visitId })

/** A visit that came to nothing takes its ticket with it. */
export const cancelTicket: EventHandler<'exam.cancelled'> = async (tx, { visitId }) => {
  const found = await lockTicket(tx, { visitId })
  if (!found || isOver(found.ticket.state)) return
  await saveTicket(tx, found.ticket, ended(found.ticket, 'cancelled', tx.now), 'cancelled')
  touchTicket(tx, visitId, found.ticket.stationId)
}

/** Moves on when nothing is left to do where the ticket stands; else it stays in its place. */
export async function advanceTicket(
  tx: Tx,
  { ticket, done }: TicketNow,
  open: readonly OpenStation[],
): Promise<void> {
  if (isOver(ticket.state)) return
  const left = tasksLeft(ticket, done)
  if (await isStillServed(tx, ticket, left, open)) return
  await sendOn(tx, { ticket, done }, open, isSeated(ticket.state) ? 'served' : 'moved')
}

/** Somebody who was called stays until it is done, though the station takes no others meanwhile. */
async function isStillServed(
  tx: Tx,
  { stationId, state }: Ticket,
  left: readonly Task[],
  open: readonly OpenStation[],
): Promise<boolean> {
  if (!stationId) return false
  const here = open.find(({ id }) => id === stationId)
  if (here || !isSeated(state)) return here !== undefined && isServedBy(here, left, open)
  const shut = await findStation(tx, tx.facilityId, stationId)
  return shut !== undefined && isServedBy(shut, left, open)
}

/** Ends the stop and queues at the station that the route names now, or ends the ticket. */
export async function sendOn(
  tx: Tx,
  { ticket, done }: TicketNow,
  open: readonly OpenStation[],
  ending: StopEnding,
): Promise<Ticket> {
  const left = tasksLeft(ticket, done)
  const next = isThrough(left, open)
    ? ended(ticket, 'done', tx.now)
    : queued(ticket, chooseStation(left, open)?.id, tx.now)
  const stays = next.state === ticket.state && next.stationId === ticket.stationId
  if (stays) return ticket
  await saveTicket(tx, ticket, next, ending)
  touchTicket(tx, ticket.visitId, ticket.stationId, next.stationId)
  return next
}

/** Whoever waits where nothing is done for them any more, or nowhere, is sent where it is. */
export async function resettle(tx: Tx): Promise<void> {
  const [stations, waiting] = await Promise.all([
    findOpenStations(tx, tx.facilityId, tx.now),
    waitingToday(tx, tx.facilityId, tx.now),
  ])
  const misplaced = waiting.filter(({ ticket, done }) => {
    const here = stations.find(({ id }) => id === ticket.stationId)
    return !here || !isServedBy(here, tasksLeft(ticket, done), stations)
  })
  for (const { ticket } of misplaced) {
    const now = await lockTicket(tx, { visitId: ticket.visitId })
    if (now?.ticket.state !== 'waiting') continue
    await sendOn(tx, now, await findOpenStations(tx, tx.facilityId, tx.now), 'moved')
  }
}

/** Whoever shows this ticket or these stations hears of it. */
export function touchTicket(tx: Tx, visitId: string, ...stations: (string | undefined)[]): void {
  tx.touched.add(`board:${tx.facilityId}`)
  tx.touched.add(`visit:${visitId}`)
  for (const station of stations) if (station) tx.touched.add(`station:${station}`)
}
