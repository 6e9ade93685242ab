import { type Actor, authorise } from '../core/actor.ts'
import { calendarDateOf, startOfDay } from '../core/calendar-date.ts'
import { conflict, notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { endDutiesBefore } from './duty-repository.ts'
import { listFacilitiesSeated, listLeftOver } from './ending-repository.ts'
import { findVisit, lockVisit } from './repository.ts'
import { ended, isOver } from './ticket.ts'
import { touchTicket } from './ticket-handlers.ts'
import { lockTicket, saveTicket } from './ticket-repository.ts'
import { ticketWords as words } from './ticket-words.ts'
import { isRunning } from './visit.ts'
import { words as visitWords } from './words.ts'

/** The desk ends a visit that comes to nothing. What hangs on it follows by the event. */
export async function giveUpVisit(
  deps: Deps,
  actor: Actor,
  input: { visitId: string },
): Promise<void> {
  authorise(actor, 'exam:open')
  await transact(deps, actor, async (tx) => {
    const visit = await lockVisit(tx, input.visitId)
    if (!visit) throw notFound(visitWords.aVisit)
    if (visit.state === 'cancelled') return
    if (!isRunning(visit.state)) throw conflict('visit-over', words.visitOver)
    await publish(tx, { type: 'visit.given-up', visitId: visit.id, ending: 'cancelled' })
    const after = await findVisit(tx, tx.facilityId, visit.id)
    if (after && isRunning(after.state)) throw conflict('exam-signed', words.examSigned)
  })
}

/** The night ends what the day left open, one visit at a time: each in a commit of its own. */
export async function endDay(deps: Deps): Promise<void> {
  const today = startOfDay(calendarDateOf(deps.clock.now()))
  for (const left of await listLeftOver(deps.database, calendarDateOf(deps.clock.now()))) {
    await endLeftOver(deps, left)
  }
  for (const facilityId of await listFacilitiesSeated(deps.database, today)) {
    await transact(deps, night(facilityId), (tx) => endDutiesBefore(tx, today))
  }
}

/** Asked again it finds nothing to do: the ticket is over, or the visit is. */
async function endLeftOver(
  deps: Deps,
  { facilityId, visitId }: { facilityId: string; visitId: string },
): Promise<void> {
  await transact(deps, night(facilityId), async (tx) => {
    const visit = await lockVisit(tx, visitId)
    const found = await lockTicket(tx, { visitId })
    if (!visit || !found) return
    const { ticket } = found
    const running = isRunning(visit.state)
    const as = running ? 'abandoned' : visit.state === 'cancelled' ? 'cancelled' : 'done'
    if (!isOver(ticket.state)) {
      const ending = as === 'done' ? 'finished' : as
      await saveTicket(tx, ticket, ended(ticket, as, tx.now), ending)
      touchTicket(tx, visitId, ticket.stationId)
    }
    if (!running) return
    const ending = ticket.state === 'no-show' ? 'no-show' : 'abandoned'
    await publish(tx, { type: 'visit.given-up', visitId, ending })
    const after = await findVisit(tx, tx.facilityId, visitId)
    // Something is signed: the visit may be gone on with on another day, under a new number.
    if (ending === 'no-show' && after && isRunning(after.state)) {
      await saveTicket(tx, ticket, ended(ticket, 'abandoned', tx.now))
    }
  })
}

function night(facilityId: string): Actor {
  return { kind: 'system', id: 'night', name: 'night', facilityId }
}
