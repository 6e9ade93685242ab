import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chooseStation,
  isThrough,
  legsOf,
  type OpenStation,
  tasksNow,
  waitAt,
} from '../../src/frontdesk/route.ts'
import { inBoth, isExamTask, type Task, tasks, without } from '../../src/frontdesk/task.ts'

let made = 0
function station(serves: readonly Task[], more: Partial<OpenStation> = {}): OpenStation {
  made += 1
  return {
    id: String(made).padStart(4, '0'),
    name: `S${made}`,
    room: `R${made}`,
    tasks: serves,
    position: made,
    waiting: 0,
    busy: false,
    staffed: true,
    secondsEach: 300,
    ...more,
  }
}

const anyTasks = fc.subarray([...tasks])
const anyStation = fc
  .record({
    serves: fc.subarray([...tasks], { minLength: 1 }),
    waiting: fc.nat({ max: 30 }),
    busy: fc.boolean(),
    staffed: fc.boolean(),
    secondsEach: fc.integer({ min: 30, max: 900 }),
  })
  .map(({ serves, ...more }) => station(serves, more))
const anyHouse = fc.array(anyStation, { maxLength: 8 })

describe('what may be done now', () => {
  test.each<[string, Task[], Task[], Task[]]>([
    ['sections in any order', ['eyes', 'ent', 'conclusion'], ['eyes', 'ent'], ['eyes', 'ent']],
    ['payment among them', ['eyes', 'payment', 'conclusion'], ['payment'], ['eyes', 'payment']],
    ['the conclusion when all else is done', ['conclusion'], ['conclusion'], ['conclusion']],
    ['payment first where it is taken', ['payment', 'conclusion'], ['payment'], ['payment']],
    ['no payment desk holds nothing up', ['payment', 'conclusion'], ['conclusion'], ['conclusion']],
    ['a section that nobody serves holds it up', ['eyes', 'conclusion'], ['conclusion'], ['eyes']],
    ['nothing', [], ['eyes'], []],
  ])('%s', (_what, left, served, expected) => {
    expect(tasksNow(left, [station(served)])).toEqual(expected)
  })

  test('the conclusion is never offered beside anything else', () => {
    fc.assert(
      fc.property(anyTasks, anyHouse, (left, house) => {
        const now = tasksNow(left, house)
        if (now.includes('conclusion')) expect(now).toEqual(['conclusion'])
        if (left.some(isExamTask)) expect(now).not.toContain('conclusion')
      }),
    )
  })
})

describe('where to go', () => {
  test('the shorter wait, not the shorter queue', () => {
    const quick = station(['eyes'], { waiting: 5, secondsEach: 60 })
    const slow = station(['eyes'], { waiting: 2, secondsEach: 600 })
    expect(chooseStation(['eyes'], [slow, quick])).toBe(quick)
  })

  test('never before an empty station while somebody sits where it is done too', () => {
    const empty = station(['eyes'], { staffed: false })
    const taken = station(['eyes'], { waiting: 20 })
    expect(chooseStation(['eyes'], [empty, taken])).toBe(taken)
    expect(chooseStation(['eyes'], [empty])).toBe(empty)
  })

  test('among equals, the first in the house', () => {
    const first = station(['ent'])
    const second = station(['eyes'])
    expect(chooseStation(['eyes', 'ent'], [second, first])).toBe(first)
  })

  test('is always a station that serves something left, and none has a shorter wait', () => {
    fc.assert(
      fc.property(anyTasks, anyHouse, (left, house) => {
        const chosen = chooseStation(left, house)
        const fitting = house.filter(
          ({ tasks: served }) => inBoth(served, tasksNow(left, house)).length > 0,
        )
        if (!chosen) expect(fitting).toEqual([])
        else {
          expect(fitting).toContain(chosen)
          const manned = fitting.filter(({ staffed }) => staffed)
          expect(chosen.staffed).toBe(manned.length > 0)
          const rivals = manned.length > 0 ? manned : fitting
          expect(Math.min(...rivals.map(waitAt))).toBe(waitAt(chosen))
        }
      }),
    )
  })
})

describe('the way through the house', () => {
  test('ends, passes everything once and leaves only what nobody serves', () => {
    fc.assert(
      fc.property(anyTasks, anyHouse, (left, house) => {
        const { legs, unserved } = legsOf(left, house)
        const passed = legs.flatMap(({ tasks: here }) => here)
        expect(new Set(passed).size).toBe(passed.length)
        expect([...passed, ...unserved].sort()).toEqual([...left].sort())
        const served = house.flatMap((each) => each.tasks)
        const blocked = unserved.some((task) => isExamTask(task))
        for (const task of unserved) {
          if (task !== 'conclusion' || !blocked) expect(served).not.toContain(task)
        }
      }),
    )
  })

  test('somebody who walks it is through, or waits for what nobody serves', () => {
    fc.assert(
      fc.property(anyTasks, anyHouse, (all, house) => {
        let left: Task[] = [...all]
        for (const leg of legsOf(all, house).legs) left = without(left, leg.tasks)
        expect(chooseStation(left, house)).toBeUndefined()
        expect(isThrough(left, house)).toBe(left.every((task) => task === 'payment'))
      }),
    )
  })
})
