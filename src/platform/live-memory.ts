/** Some three thousand visits of topics; what was touched longer ago than these is forgotten. */
const MAX_TOPICS = 20_000

/** What this process knows of the announcements that every process hears, in the order of their ids. */
export type LiveMemory = {
  /** Whoever reads data from now on sees what was announced up to this id; undefined: nobody knows. */
  latest(): number | undefined
  /**
   * From now on all announcements beyond `id` are heard. What was heard before stays known if that
   * was all there was.
   */
  begin(id: number): void
  note(id: number, topics: readonly string[]): void
  /** False only if nothing of these topics was announced after `seen`, for sure. */
  changedSince(topics: readonly string[], seen: number | undefined): boolean
}

export function openLiveMemory(maxTopics = MAX_TOPICS): LiveMemory {
  /** The last id of each topic, the one touched longest ago first. */
  const lastIds = new Map<string, number>()
  let latest: number | undefined
  /** All announcements after this one are known. */
  let completeAfter = 0

  const forgetOldest = () => {
    for (const [topic, id] of lastIds) {
      if (lastIds.size <= maxTopics) return
      lastIds.delete(topic)
      completeAfter = Math.max(completeAfter, id)
    }
  }

  return {
    latest: () => latest,
    begin(id) {
      if (latest === id) return
      lastIds.clear()
      latest = id
      completeAfter = id
    },
    note(id, topics) {
      latest = Math.max(latest ?? id, id)
      for (const topic of topics) {
        lastIds.delete(topic)
        lastIds.set(topic, id)
      }
      forgetOldest()
    },
    changedSince(topics, seen) {
      if (latest === undefined || seen === undefined) return true
      // From before what we know, or from a time that this database has not had: a restored one.
      if (seen < completeAfter || seen > latest) return true
      return topics.some((topic) => (lastIds.get(topic) ?? 0) > seen)
    },
  }
}
