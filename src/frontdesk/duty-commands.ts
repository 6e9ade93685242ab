import { type Actor, authorise, forbidden } from '../core/actor.ts'
import { conflict, notFound } from '../core/errors.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { endDuty, findDuty, insertDuty } from './duty-repository.ts'
import { mayServe, type Station } from './station.ts'
import { lockStation, saveStation } from './station-repository.ts'
import { stationWords as words } from './station-words.ts'
import { resettle } from './ticket-handlers.ts'

/** Sits down at a station, whoever sat there before; a station that was shut is open with that. */
export async function takeStation(
  deps: Deps,
  actor: Actor,
  input: { stationId: string },
): Promise<void> {
  await atSeat(deps, actor, input.stationId, async (tx, station) => {
    const duty = await findDuty(tx, tx.facilityId, station.id)
    if (duty?.staffId === actor.id && station.open) return
    await insertDuty(tx, station.id)
    await publish(tx, { type: 'station.taken', stationId: station.id })
    if (station.open) return
    await saveStation(tx, { ...station, open: true })
    await resettle(tx)
  })
}

/** Rises, and leaves a note for whoever comes next. The queue stays. */
export async function handOver(
  deps: Deps,
  actor: Actor,
  input: { stationId: string; note?: string | undefined },
): Promise<void> {
  await atSeat(deps, actor, input.stationId, async (tx, station) => {
    const duty = await findDuty(tx, tx.facilityId, station.id)
    if (duty?.staffId !== actor.id) throw conflict('not-on-duty', words.notOnDuty)
    await endDuty(tx, station.id, input.note?.trim().slice(0, 1000) || undefined)
    await publish(tx, { type: 'station.handed-over', stationId: station.id })
  })
}

async function atSeat(
  deps: Deps,
  actor: Actor,
  stationId: string,
  work: (tx: Tx, station: Station) => Promise<void>,
): Promise<void> {
  authorise(actor, 'station:serve')
  await transact(deps, actor, async (tx) => {
    const station = await lockStation(tx, stationId)
    if (!station || station.retiredAt) throw notFound(words.aStation)
    if (!mayServe(actor, station)) throw forbidden()
    await work(tx, station)
    tx.touched.add(`board:${tx.facilityId}`)
  })
}
