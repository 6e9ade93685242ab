import { type Actor, authorise, forbidden, may } from '../core/actor.ts'
import { conflict, notFound } from '../core/errors.ts'
import type { DomainEvent } from '../core/event.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { findOpenStations } from './open-station-repository.ts'
import { placeBehind } from './queue.ts'
import { tasksLeft, tasksNow } from './route.ts'
import { mayServe, type Station } from './station.ts'
import { findStation } from './station-repository.ts'
import { stationWords as words } from './station-words.ts'
import { inBoth, without } from './task.ts'
import {
  isSeated,
  queued,
  recalled,
  requireTicketAction,
  serving,
  skipped,
  type Ticket,
} from './ticket.ts'
import { sendOn, touchTicket } from './ticket-handlers.ts'
import { firstPlaces, lockTicket, saveTicket, type TicketNow } from './ticket-repository.ts'
import { ticketWords } from './ticket-words.ts'

export type AtStation = { stationId: string; visitId: string }

/** Says the number once more. */
export function recall(deps: Deps, actor: Actor, input: AtStation): Promise<Ticket> {
  return atStation(deps, actor, input, async (tx, { ticket }) => {
    const after = recalled(ticket, tx.now)
    await saveTicket(tx, ticket, after)
    await say(tx, 'ticket.recalled', ticket, input.stationId)
    return after
  })
}

/** The person has come. Said twice it stays said. */
export function serve(deps: Deps, actor: Actor, input: AtStation): Promise<Ticket> {
  return atStation(deps, actor, input, async (tx, { ticket }) => {
    if (ticket.state === 'serving') return ticket
    const after = serving(ticket, tx.now)
    await saveTicket(tx, ticket, after)
    touchTicket(tx, ticket.visitId, input.stationId)
    return after
  })
}

/** Nobody came: the number comes back after a few others, and after too often it is a no-show. */
export function skip(deps: Deps, actor: Actor, input: AtStation): Promise<Ticket> {
  return atStation(deps, actor, input, async (tx, { ticket }) => {
    requireTicketAction(ticket, 'skip')
    const waiting = await firstPlaces(tx, tx.facilityId, input.stationId, tx.now)
    const after = skipped(ticket, placeBehind(waiting, ticket.place), tx.now)
    await saveTicket(tx, ticket, after, after.state === 'no-show' ? 'no-show' : undefined)
    await say(tx, 'ticket.skipped', ticket, input.stationId)
    return after
  })
}

/** What was left to do here is let pass by hand, and the route goes on. */
export function finish(deps: Deps, actor: Actor, input: AtStation): Promise<Ticket> {
  return atStation(deps, actor, input, async (tx, { ticket, done }, station) => {
    requireTicketAction(ticket, 'finish')
    const open = await findOpenStations(tx, tx.facilityId, tx.now)
    const here = inBoth(station.tasks, tasksNow(tasksLeft(ticket, done), open))
    const passing = { ...ticket, passed: [...ticket.passed, ...here] }
    const after = await sendOn(tx, { ticket: passing, done }, open, 'finished')
    await say(tx, 'ticket.finished', ticket, input.stationId)
    return after
  })
}

/** To another station's queue, by a person's decision: what it serves is to be done there again. */
export function transfer(
  deps: Deps,
  actor: Actor,
  input: AtStation & { toStationId: string },
): Promise<Ticket> {
  return atStation(deps, actor, input, async (tx, { ticket }) => {
    requireTicketAction(ticket, 'transfer')
    const { stationId, toStationId } = input
    if (toStationId === stationId) throw conflict('same-station', words.sameStation)
    const target = await findStation(tx, tx.facilityId, toStationId)
    if (!target || target.retiredAt) throw notFound(words.aStation)
    if (!target.open) throw conflict('station-shut', words.closed)
    const passed = without(ticket.passed, target.tasks)
    const after = queued({ ...ticket, passed }, toStationId, tx.now)
    await saveTicket(tx, ticket, after, 'transferred')
    await say(tx, 'ticket.transferred', ticket, stationId)
    touchTicket(tx, ticket.visitId, toStationId)
    return after
  })
}

/** A ticket locked at the station that it is said to be at, by somebody who may serve there. */
async function atStation(
  deps: Deps,
  actor: Actor,
  { stationId, visitId }: AtStation,
  work: (tx: Tx, now: TicketNow, station: Station) => Promise<Ticket>,
): Promise<Ticket> {
  authorise(actor, 'station:serve')
  return transact(deps, actor, async (tx) => {
    const found = await lockTicket(tx, { visitId })
    const station = await findStation(tx, tx.facilityId, stationId)
    if (!station || !found) throw notFound(station ? ticketWords.aTicket : words.aStation)
    if (!mayServe(actor, station) && !(isWaiting(found.ticket) && may(actor, 'exam:open'))) {
      throw forbidden()
    }
    if (found.ticket.stationId !== stationId) throw conflict('ticket-elsewhere', words.notHere)
    return work(tx, found, station)
  })
}

/** The front desk may send on whoever only waits. */
function isWaiting({ state }: Ticket): boolean {
  return !isSeated(state)
}

type Said = Extract<
  DomainEvent['type'],
  'ticket.recalled' | 'ticket.skipped' | 'ticket.finished' | 'ticket.transferred'
>

async function say(tx: Tx, type: Said, ticket: Ticket, stationId: string): Promise<void> {
  const { visitId, number } = ticket
  await publish(tx, { type, visitId, stationId, number })
  touchTicket(tx, visitId, stationId)
}
