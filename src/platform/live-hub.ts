import { type LiveMemory, openLiveMemory } from './live-memory.ts'

export type LiveReader = {
  /**
   * Something of its topics changed, or nobody knows. Whoever reads after this has seen everything up
   * to `id`. `wide`: the same is said to a great many at this moment.
   */
  changed(id: number, wide: boolean): void
  /** Nothing will be said any more: the process stops. */
  ended(): void
}

/** Who listens to what, in this process. */
export type LiveHub = {
  /** Up to here every reader has been told everything. */
  latest(): number | undefined
  /** `seen` is the last id that the reader has seen. The answer ends the subscription. */
  subscribe(topics: readonly string[], seen: number | undefined, reader: LiveReader): () => void
  /** From now on all announcements beyond `id` are heard. */
  begin(id: number): void
  hear(id: number, topics: readonly string[]): void
  /** Announcements are not heard until it begins again. */
  lose(): void
  end(): void
}

type Subscription = {
  topics: readonly string[]
  reader: LiveReader
  /** Up to where it was told all; kept up to date only while nothing is heard. */
  seen: number | undefined
}

/** So many readers asking at one moment would be felt by those who work. */
const CROWD = 50

export function openLiveHub(memory: LiveMemory = openLiveMemory(), crowd = CROWD): LiveHub {
  const all = new Set<Subscription>()
  const byTopic = new Map<string, Set<Subscription>>()
  let hearing = false
  const isWide = (topic: string) => (byTopic.get(topic)?.size ?? 0) > crowd

  /** Tells a reader who comes, or who waited through a gap, if there was or may have been anything. */
  const resume = ({ topics, seen, reader }: Subscription, wide: boolean) => {
    if (memory.changedSince(topics, seen)) reader.changed(memory.latest() ?? 0, wide)
  }

  return {
    latest: () => (hearing ? memory.latest() : undefined),
    subscribe(topics, seen, reader) {
      const subscription = { topics, reader, seen }
      all.add(subscription)
      for (const topic of topics) {
        byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(subscription))
      }
      if (hearing) resume(subscription, topics.some(isWide))
      return () => {
        all.delete(subscription)
        for (const topic of topics) {
          byTopic.get(topic)?.delete(subscription)
          if (byTopic.get(topic)?.size === 0) byTopic.delete(topic)
        }
      }
    },
    begin(id) {
      memory.begin(id)
      hearing = true
      for (const subscription of all) resume(subscription, all.size > crowd)
    },
    hear(id, topics) {
      // Heard before it begins, it lies before the id that it will begin with.
      if (!hearing) return
      memory.note(id, topics)
      const hit = new Map<Subscription, boolean>()
      for (const topic of topics) {
        const wide = isWide(topic)
        for (const each of byTopic.get(topic) ?? []) hit.set(each, (hit.get(each) ?? true) && wide)
      }
      const latest = memory.latest() ?? id
      for (const [{ reader }, wide] of hit) reader.changed(latest, wide)
    },
    lose() {
      if (!hearing) return
      hearing = false
      for (const subscription of all) subscription.seen = memory.latest()
    },
    end() {
      for (const { reader } of all) reader.ended()
      all.clear()
      byTopic.clear()
    },
  }
}
