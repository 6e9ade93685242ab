import type { Tx } from '../platform/database.ts'
import { findOpenStations } from './open-station-repository.ts'
import { chooseStation } from './route.ts'
import { queued } from './ticket.ts'
import { touchTicket } from './ticket-handlers.ts'
import { lockTicket, saveTicket } from './ticket-repository.ts'

/**
 * Whoever came by a kiosk shows their card before anything else: they wait at the desk, where one is
 * open, and go on from there.
 */
export async function sendToDesk(tx: Tx, visitId: string): Promise<void> {
  const [found, open] = await Promise.all([
    lockTicket(tx, { visitId }),
    findOpenStations(tx, tx.facilityId, tx.now),
  ])
  const desk = chooseStation(['declaration'], open)
  if (!found || !desk || found.ticket.state !== 'waiting') return
  if (found.ticket.stationId === desk.id) return
  await saveTicket(tx, found.ticket, queued(found.ticket, desk.id, tx.now))
  touchTicket(tx, visitId, found.ticket.stationId, desk.id)
}
