import { demonstrationStations } from '../fixtures/reference/stations.ts'
import type { Actor } from '../src/core/actor.ts'
import { insertStation, listStations } from '../src/frontdesk/station-repository.ts'
import { transact } from '../src/platform/database.ts'
import type { Deps } from '../src/platform/deps.ts'

/** A demonstration's stations, once: what the centre changed of them since stays as it is. */
export async function seedStations(deps: Deps, actor: Actor): Promise<void> {
  const { facilityId } = actor
  if ((await listStations(deps.database, facilityId)).length > 0) return
  await transact(deps, actor, async (tx) => {
    for (const station of demonstrationStations) {
      await insertStation(tx, { id: deps.clock.id(), ...station })
    }
  })
}
