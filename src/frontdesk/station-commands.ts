import { type Actor, authorise, forbidden, may } from '../core/actor.ts'
import { conflict, notFound, staleVersion } from '../core/errors.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { endDuty } from './duty-repository.ts'
import { mayServe, type Station, type StationData } from './station.ts'
import { insertStation, listStations, lockStation, saveStation } from './station-repository.ts'
import { stationWords as words } from './station-words.ts'
import { resettle } from './ticket-handlers.ts'
import { findSeated } from './ticket-repository.ts'

export async function addStation(deps: Deps, actor: Actor, input: StationData): Promise<Station> {
  authorise(actor, 'station:manage')
  return transact(deps, actor, async (tx) => {
    await refuseTakenName(tx, input.name)
    const station = await insertStation(tx, { id: deps.clock.id(), ...input })
    await changed(tx, 'station.added', station.id)
    return station
  })
}

export type AmendStation = StationData & { stationId: string; version?: number | undefined }

export async function amendStation(
  deps: Deps,
  actor: Actor,
  input: AmendStation,
): Promise<Station> {
  authorise(actor, 'station:manage')
  const { stationId, version, ...data } = input
  return changeStation(deps, actor, stationId, async (tx, before) => {
    if (version !== undefined && version !== before.version) throw staleVersion()
    await refuseTakenName(tx, data.name, stationId)
    const position = data.position ?? before.position
    const station = await saveStation(tx, { ...before, ...data, position })
    await changed(tx, 'station.amended', stationId)
    return station
  })
}

/** Takes people from now on. */
export async function openStation(deps: Deps, actor: Actor, stationId: string): Promise<Station> {
  return changeStation(deps, actor, stationId, async (tx, before) => {
    requireHand(actor, before)
    if (before.open) return before
    const station = await saveStation(tx, { ...before, open: true })
    await changed(tx, 'station.opened', stationId)
    return station
  })
}

/** Takes nobody any more: who waits there waits elsewhere, who is there is served to the end. */
export async function shutStation(deps: Deps, actor: Actor, stationId: string): Promise<Station> {
  return changeStation(deps, actor, stationId, async (tx, before) => {
    requireHand(actor, before)
    if (!before.open) return before
    const station = await saveStation(tx, { ...before, open: false })
    await endDuty(tx, stationId, undefined)
    await changed(tx, 'station.shut', stationId)
    return station
  })
}

/** Out of use for good; what happened there stays readable. */
export async function retireStation(deps: Deps, actor: Actor, stationId: string): Promise<Station> {
  authorise(actor, 'station:manage')
  return changeStation(deps, actor, stationId, async (tx, before) => {
    if (await findSeated(tx, tx.facilityId, stationId)) throw conflict('station-busy', words.busy)
    const station = await saveStation(tx, { ...before, open: false, retiredAt: tx.now })
    await endDuty(tx, stationId, undefined)
    await changed(tx, 'station.retired', stationId)
    return station
  })
}

async function changeStation(
  deps: Deps,
  actor: Actor,
  stationId: string,
  work: (tx: Tx, before: Station) => Promise<Station>,
): Promise<Station> {
  return transact(deps, actor, async (tx) => {
    const before = await lockStation(tx, stationId)
    if (!before || before.retiredAt) throw notFound(words.aStation)
    return work(tx, before)
  })
}

function requireHand(actor: Actor, station: Station): void {
  if (!may(actor, 'station:manage') && !mayServe(actor, station)) throw forbidden()
}

async function refuseTakenName(tx: Tx, name: string, except?: string): Promise<void> {
  const stations = await listStations(tx, tx.facilityId)
  const same = (other: Station) => other.name.toLowerCase() === name.toLowerCase()
  if (stations.some((station) => station.id !== except && same(station))) {
    throw conflict('station-name-taken', words.nameTaken)
  }
}

type Change =
  | 'station.added'
  | 'station.amended'
  | 'station.opened'
  | 'station.shut'
  | 'station.retired'

async function changed(tx: Tx, type: Change, stationId: string): Promise<void> {
  await publish(tx, { type, stationId })
  tx.touched.add(`board:${tx.facilityId}`)
  await resettle(tx)
}
