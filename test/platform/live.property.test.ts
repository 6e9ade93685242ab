import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openWorld, type Page, topics } from './live-world.ts'

type World = ReturnType<typeof openWorld>

const steps: readonly ((world: World, page: Page, n: number) => unknown)[] = [
  (world, page) => world.write(page.topic),
  (world, _, n) => world.assign(n),
  (world, _, n) => world.publish(n),
  (world, _, n) => world.listen(world.process(n)),
  (world, _, n) => world.begin(world.process(n)),
  (world, _, n) => world.deliver(world.process(n)),
  (world, _, n) => world.deliver(world.process(n)),
  (world, _, n) => n % 3 === 0 && world.loseListener(world.process(n)),
  (world, _, n) => n % 4 === 0 && world.restart(n),
  (world, page, n) => world.open(page, world.process(n)),
  (world, page) => world.close(page),
  (world, page) => world.hearNext(page),
  (world, page, n) => world.beat(page, world.process(n)),
  (world, page, n) => world.ask(page, world.process(n)),
  (world, page) => world.read(page),
  (world, page, n) => world.answer(page, n % 4 !== 0),
  // Several at once, so that what takes long to come about comes about.
  (world, page, n) => world.hearAll(page.topic, world.process(n)),
  (world, page, n) => world.hearAll(page.topic, world.process(n)),
  (world, page, n) => world.ask(page, world.process(n)) && world.answer(page),
]

const step = fc.tuple(
  fc.nat({ max: steps.length - 1 }),
  fc.nat({ max: 2 * topics.length - 1 }),
  fc.nat({ max: 11 }),
)

function play(world: World, script: readonly (readonly [number, number, number])[]): void {
  for (const [which, page, n] of script) steps[which]?.(world, world.pages[page] as Page, n)
}

const showsEverything = fc.property(
  fc.array(step, { maxLength: 120 }),
  fc.boolean(),
  (script, settled) => {
    const world = openWorld()
    if (settled) world.settle()
    play(world, script)
    world.settle()
    for (const { topic, shown } of world.pages) {
      expect([topic, shown]).toEqual([topic, world.committed.get(topic)])
    }
  },
)

describe('a live page', () => {
  it('never misses a change, whatever falls between what', () => {
    fc.assert(showsEverything, { numRuns: 3_000 })
  })

  it.each([true, false])('needs ids to be heard in their order: locked %s', (locked) => {
    const world = openWorld(locked)
    const [page] = world.pages as [Page]
    const process = world.process(0)
    world.settle()
    world.write(page.topic)
    world.assign(0)
    world.hearAll('visit:2', process)
    world.beat(page, process)
    world.close(page)
    world.publish(0)
    world.deliver(process)
    world.open(page, process)
    world.settle()
    expect(page.shown).toBe(locked ? 1 : 0)
  })

  it('asks for nothing when nothing happened: hidden, moved to another process, listener or process lost', () => {
    const quiet = fc.constantFrom(3, 4, 5, 7, 8, 9, 10, 11, 12)
    const script = fc.array(fc.tuple(quiet, fc.nat({ max: 5 }), fc.nat({ max: 11 })))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), script, (before, script) => {
        const world = openWorld()
        play(world, before)
        world.settle()
        // A page that was loaded while nobody listened knows nothing to resume from, once.
        for (const page of world.pages) page.stale = true
        world.settle()
        const asked = world.pages.map(({ fetches }) => fetches)
        play(world, script)
        world.settle()
        expect(world.pages.map(({ fetches }) => fetches)).toEqual(asked)
      }),
      { numRuns: 1_000 },
    )
  })

  it('asks at most for what changed while it was away, as long as it is remembered', () => {
    const world = openWorld()
    world.settle()
    for (const page of world.pages) world.close(page)
    const asked = world.pages.map(({ fetches }) => fetches)
    world.write('visit:1')
    world.settle()
    const more = world.pages.map(({ topic, fetches }, at) => [topic, fetches - (asked[at] ?? 0)])
    expect(new Set(more.map(String))).toEqual(new Set(['visit:1,1', 'visit:2,0', 'facility:1,0']))
  })
})
