import { type Actor, authorise } from '../core/actor.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import type { Holiday, Opening } from './opening.ts'
import { staleSetting } from './setting.ts'
import { insertVersion } from './setting-repository.ts'

type SaveCalendar = { version: number } & (
  | { key: 'hours'; value: readonly Opening[] }
  | { key: 'holidays'; value: readonly Holiday[] }
)

/** The week's hours or the year's holidays, whole; `version` is the one that was being edited. */
export async function saveCalendar(
  deps: Deps,
  actor: Actor,
  { key, version, value }: SaveCalendar,
): Promise<void> {
  authorise(actor, 'setting:manage')
  await transact(deps, actor, async (tx) => {
    if (!(await insertVersion(tx, key, { version: version + 1, value }))) throw staleSetting()
    const type = key === 'hours' ? 'facility.hours-set' : 'facility.holidays-set'
    await publish(tx, { type, facilityId: tx.facilityId, version: version + 1 })
  })
}
