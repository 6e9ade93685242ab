import { type Actor, authorise, forbidden } from '../core/actor.ts'
import { conflict, notFound } from '../core/errors.ts'
import { fill } from '../core/text.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { findDuty, insertDuty } from './duty-repository.ts'
import { findOpenStations } from './open-station-repository.ts'
import { isServedBy, tasksLeft } from './route.ts'
import { mayServe, type Station } from './station.ts'
import { lockStation } from './station-repository.ts'
import { stationWords as words } from './station-words.ts'
import { called, type Ticket } from './ticket.ts'
import { touchTicket } from './ticket-handlers.ts'
import { findSeated, lockFirst, lockSeen, saveTicket, waitingToday } from './ticket-repository.ts'

/**
 * Calls the next of this station's queue, unless somebody stood earlier before a station at which
 * nobody sits; when nobody waits here, whoever waits elsewhere for what is also done here. Undefined when there is nobody. Called twice it is the same person again.
 */
export async function callNext(
  deps: Deps,
  actor: Actor,
  input: { stationId: string },
): Promise<Ticket | undefined> {
  authorise(actor, 'station:serve')
  return transact(deps, actor, async (tx) => {
    const station = await lockStation(tx, input.stationId)
    if (!station || station.retiredAt) throw notFound(words.aStation)
    if (!mayServe(actor, station)) throw forbidden()
    if (!station.open) throw conflict('station-shut', words.closed)
    await requireSeat(tx, station)
    const seated = await findSeated(tx, tx.facilityId, station.id)
    if (seated?.state === 'called') return seated
    if (seated) throw conflict('station-busy', words.busy)
    const own = await lockFirst(tx, station.id)
    const ticket = (await fetchElsewhere(tx, station, own)) ?? own
    return ticket && call(tx, ticket, station.id)
  })
}

async function call(tx: Tx, ticket: Ticket, stationId: string): Promise<Ticket> {
  const after = called(ticket, stationId, tx.now)
  const fetched = ticket.stationId !== stationId
  await saveTicket(tx, ticket, after, fetched ? 'fetched' : undefined)
  const { visitId, number } = ticket
  await publish(tx, { type: 'ticket.called', visitId, stationId, number })
  touchTicket(tx, visitId, stationId, ticket.stationId)
  return after
}

/**
 * The one who waits longest elsewhere for something that this station does too. While it has a queue
 * of its own, only whoever stands before an empty station, and longer than its own first.
 */
async function fetchElsewhere(
  tx: Tx,
  station: Station,
  own: Ticket | undefined,
): Promise<Ticket | undefined> {
  const [open, waiting] = await Promise.all([
    findOpenStations(tx, tx.facilityId, tx.now),
    waitingToday(tx, tx.facilityId, tx.now),
  ])
  const staffed = new Set(open.filter((each) => each.staffed).map(({ id }) => id))
  const left = ({ stationId, place }: Ticket) =>
    !own || (!staffed.has(stationId ?? '') && place < own.place)
  const fitting = waiting.filter(
    ({ ticket, done }) =>
      ticket.stationId !== station.id &&
      left(ticket) &&
      isServedBy(station, tasksLeft(ticket, done), open),
  )
  for (const { ticket } of fitting) {
    const taken = await lockSeen(tx, ticket)
    if (taken) return taken
  }
  return undefined
}

/** Whoever calls sits there; a seat that somebody else holds is taken over in words, not by calling. */
export async function requireSeat(tx: Tx, station: Station): Promise<void> {
  const duty = await findDuty(tx, tx.facilityId, station.id)
  if (duty?.staffId === tx.actor.id) return
  if (duty) throw conflict('station-taken', fill(words.taken, { name: duty.staffName }))
  await insertDuty(tx, station.id)
  await publish(tx, { type: 'station.taken', stationId: station.id })
}
