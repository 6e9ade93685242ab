import type { DeviceActor } from './device.ts'
import type { StaffActor } from './staff.ts'
import type { ServiceActor } from './token.ts'

/** Who a cookie or token stands for. */
export type Known = {
  actor: StaffActor | ServiceActor | DeviceActor
  /** They hold a password that someone else issued. */
  mustChangePassword: boolean
  /** As the head of their pages names it; programs see no pages. */
  facilityName?: string
}

/** How long a revocation in another process may go unnoticed here. */
const KEPT_MS = 3_000
const MAX_ENTRIES = 5_000

type Entry = { until: number; found: Promise<Known | undefined>; actorId?: string }

/** Answers for a few seconds without asking the database, so that a busy page costs no queries. */
export class ActorCache {
  readonly #entries = new Map<string, Entry>()

  find(key: string, now: Date, load: () => Promise<Known | undefined>): Promise<Known | undefined> {
    const kept = this.#entries.get(key)
    if (kept && kept.until > now.getTime()) return kept.found
    if (this.#entries.size >= MAX_ENTRIES) this.#entries.clear()
    const entry: Entry = { until: now.getTime() + KEPT_MS, found: load() }
    this.#entries.set(key, entry)
    const drop = () => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
    }
    // Nobody found is not kept: a token works at once after it is made.
    entry.found.then((known) => {
      if (known) entry.actorId = known.actor.id
      else drop()
    }, drop)
    return entry.found
  }

  /** The account changed or ended in this very process: ask again at the next request. */
  forget(actorId: string): void {
    for (const [key, entry] of this.#entries) {
      if (entry.actorId === undefined || entry.actorId === actorId) this.#entries.delete(key)
    }
  }
}

const caches = new WeakMap<object, ActorCache>()

/** One memory per database of this process. */
export function actorCacheOf(database: object): ActorCache {
  const kept = caches.get(database) ?? new ActorCache()
  caches.set(database, kept)
  return kept
}
