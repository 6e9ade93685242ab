import { type Actor, authorise } from '../core/actor.ts'
import { actorCacheOf } from '../identity/actor-cache.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { putFile } from '../platform/storage.ts'
import { parseOrRefuse } from '../web/validation.ts'
import { facilityForm } from './facility.ts'
import { findLogoHash, saveFacility, saveLogo } from './facility-repository.ts'
import type { Logo } from './logo.ts'
import { staleSetting } from './setting.ts'
import { findSetting, insertVersion } from './setting-repository.ts'

/** `version`: the one the editor was looking at. */
export type AmendFacility = { version: number; form: unknown }

/** The house's own data; papers printed from now on carry it. */
export async function amendFacility(
  deps: Deps,
  actor: Actor,
  input: AmendFacility,
): Promise<number> {
  authorise(actor, 'setting:manage')
  const data = parseOrRefuse(facilityForm, input.form)
  const saved = await transact(deps, actor, async (tx) => {
    const version = input.version + 1
    if (!(await insertVersion(tx, 'facility', { version, value: data }))) throw staleSetting()
    await saveFacility(tx, data)
    await publish(tx, { type: 'facility.amended', facilityId: tx.facilityId, version })
    return version
  })
  // The page that comes next is headed with the new name; others' follow within seconds.
  if ('id' in actor) actorCacheOf(deps.database).forget(actor.id)
  return saved
}

/** Sets the logo, or with nothing takes it away; the version before stays in the file of versions. */
export async function setLogo(deps: Deps, actor: Actor, logo: Logo | undefined): Promise<void> {
  authorise(actor, 'setting:manage')
  await transact(deps, actor, async (tx) => {
    const sha256 = logo ? await putFile(tx, logo) : null
    if (((await findLogoHash(tx, tx.facilityId)) ?? null) === sha256) return
    const before = await findSetting(tx, tx.facilityId, 'logo')
    const version = (before?.version ?? 0) + 1
    if (!(await insertVersion(tx, 'logo', { version, value: { sha256 } }))) throw staleSetting()
    await saveLogo(tx, sha256)
    await publish(tx, { type: 'facility.logo-set', facilityId: tx.facilityId, version })
  })
}
