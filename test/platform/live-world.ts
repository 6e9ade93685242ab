import { type LiveHub, openLiveHub } from '../../src/platform/live-hub.ts'
import { openLiveMemory } from '../../src/platform/live-memory.ts'

/** A database, processes and pages, each step of which may fall between any two others. */
export const topics = ['visit:1', 'visit:2', 'facility:1'] as const
const TOPICS_REMEMBERED = 1

type Announcement = { id: number; topic: string }
type Stream = { leave(): void; said: { id: number }[] }
type Process = { hub: LiveHub; position: number | undefined; begun: boolean }

export type Page = {
  topic: string
  shown: number
  /** As `public/live.js` keeps them. */
  seen: number | undefined
  stale: boolean
  newest: number | undefined
  stream: Stream | undefined
  asking: { announced: number | undefined; read: number | undefined } | undefined
  fetches: number
}

/** `locked`: one announcement after another, as `announce_live` sees to. */
export function openWorld(locked = true) {
  const committed = new Map<string, number>(topics.map((topic) => [topic, 0]))
  /** Committed, but not announced yet. */
  const touched: string[] = []
  let sequence = 0
  /** Have their ids, and are not to be heard before they are published. */
  const assigned: Announcement[] = []
  const queue: Announcement[] = []
  const processes = Array.from({ length: 2 }, fresh)
  const pages: Page[] = topics.flatMap((topic) => [page(topic), page(topic)])

  function fresh(): Process {
    return {
      hub: openLiveHub(openLiveMemory(TOPICS_REMEMBERED)),
      position: undefined,
      begun: false,
    }
  }
  function page(topic: string): Page {
    const none = { seen: undefined, newest: undefined, stream: undefined, asking: undefined }
    return { topic, shown: -1, stale: true, fetches: 0, ...none }
  }

  const world = {
    pages,
    committed,
    write(topic: string) {
      committed.set(topic, (committed.get(topic) ?? 0) + 1)
      touched.push(topic)
    },
    /** Announcements of several processes go out in any order. */
    assign(which: number) {
      if ((locked && assigned.length > 0) || touched.length === 0) return
      const [topic] = touched.splice(which % touched.length, 1)
      assigned.push({ id: ++sequence, topic: topic as string })
    },
    publish(which: number) {
      queue.push(...assigned.splice(which % (assigned.length || 1), 1))
    },
    listen(process: Process) {
      process.position ??= queue.length
    },
    begin(process: Process) {
      if (process.position === undefined || process.begun) return
      process.begun = true
      process.hub.begin(sequence)
    },
    deliver(process: Process) {
      const next = process.position !== undefined && queue[process.position]
      if (!next) return false
      process.position = (process.position ?? 0) + 1
      process.hub.hear(next.id, [next.topic])
      return true
    },
    /** A write, announced, and heard by one process with all before it. */
    hearAll(topic: string, process: Process) {
      world.write(topic)
      if (locked) world.publish(0)
      world.assign(touched.length - 1)
      world.publish(assigned.length - 1)
      while (world.deliver(process));
    },
    loseListener(process: Process) {
      process.position = undefined
      process.begun = false
      process.hub.lose()
    },
    restart(which: number) {
      const gone = processes[which % processes.length] as Process
      processes[which % processes.length] = fresh()
      gone.hub.end()
    },
    process: (which: number) => processes[which % processes.length] as Process,
    processes,

    open(page: Page, { hub }: Process) {
      if (page.stream) return
      const said: Stream['said'] = []
      const stream: Stream = { said, leave: () => {} }
      page.stream = stream
      stream.leave = hub.subscribe([page.topic], page.seen, {
        changed: (id) => void said.push({ id }),
        ended: () => world.close(page),
      })
    },
    /** Whatever was said and not heard yet is lost. */
    close(page: Page) {
      page.stream?.leave()
      page.stream = undefined
    },
    hearNext(page: Page) {
      const message = page.stream?.said.shift()
      if (!message) return false
      page.newest = message.id
      page.stale = true
      return true
    },
    beat(page: Page, { hub }: Process) {
      const id = hub.latest()
      // Said after everything else on the stream.
      const heardAll = page.stream?.said.length === 0 && !page.stale && !page.asking
      if (heardAll && id !== undefined && world.isOf(page, hub)) page.seen = id
    },
    isOf: (page: Page, hub: LiveHub) => owners.get(page.stream as Stream) === hub,
    ask(page: Page, { hub }: Process) {
      if (!page.stale || page.asking) return false
      page.newest = undefined
      page.asking = { announced: hub.latest(), read: undefined }
      page.fetches += 1
      return true
    },
    read(page: Page) {
      if (page.asking) page.asking.read ??= committed.get(page.topic)
    },
    answer(page: Page, arrives = true) {
      const { asking } = page
      if (!asking) return false
      page.asking = undefined
      if (!arrives) return true
      page.shown = asking.read ?? committed.get(page.topic) ?? 0
      page.seen = asking.announced ?? page.seen
      page.stale = page.newest !== undefined && !(Number(page.seen) >= page.newest)
      return true
    },
    /** Lets everything that is under way come to its end, with all pages looked at. */
    settle() {
      for (let busy = true; busy; ) {
        while (touched.length > 0 || assigned.length > 0) {
          world.assign(0)
          world.publish(0)
        }
        busy = false
        for (const process of processes) {
          world.listen(process)
          world.begin(process)
          while (world.deliver(process)) busy = true
        }
        for (const [at, page] of pages.entries()) {
          world.open(page, world.process(at))
          while (world.hearNext(page)) busy = true
          busy = world.ask(page, world.process(at)) || busy
          busy = world.answer(page) || busy
        }
      }
    },
  }
  const owners = new WeakMap<Stream, LiveHub>()
  const { open } = world
  world.open = (page, process) => {
    open(page, process)
    if (page.stream && !owners.has(page.stream)) owners.set(page.stream, process.hub)
  }
  return world
}
