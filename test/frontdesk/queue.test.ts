import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import {
  byPlace,
  PRIORITY_MINUTES,
  placeBehind,
  placeOf,
  priorities,
  priorityByAge,
  SKIPPED_BEHIND,
} from '../../src/frontdesk/queue.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 1, 0) + minutes * 60_000)
const minute = fc.integer({ min: 0, max: 600 })
const priority = fc.option(fc.constantFrom(...priorities), { nil: undefined })

describe('who has priority by age', () => {
  test.each([
    ['1951-11-24', 'elderly'],
    ['1951-11-25', undefined],
    ['1940-02-29', 'elderly'],
    ['1996-11-24', undefined],
  ] as const)('born on %s: %s', (born, expected) => {
    expect(priorityByAge(calendarDate(born), calendarDate('2026-11-24'))).toBe(expected)
  })
})

describe('the place in a queue', () => {
  test('without priority, whoever came first is called first', () => {
    fc.assert(
      fc.property(minute, minute, (one, other) => {
        const order = placeOf(at(one), undefined) <= placeOf(at(other), undefined)
        expect(order).toBe(one <= other)
      }),
    )
  })

  test.each([
    ['passes who came shortly before', PRIORITY_MINUTES - 1, true],
    ['does not pass who has waited longer than that', PRIORITY_MINUTES + 1, false],
  ])('priority %s', (_what, minutesLater, passes) => {
    const waiting = { place: placeOf(at(0), undefined), number: 1 }
    const urgent = { place: placeOf(at(minutesLater), 'pregnant'), number: 2 }
    expect(byPlace(urgent, waiting) < 0).toBe(passes)
  })

  test('nobody is ever passed by who comes later than the priority reaches', () => {
    fc.assert(
      fc.property(minute, minute, priority, (one, later, given) => {
        const first = { place: placeOf(at(one), undefined), number: 1 }
        const second = {
          place: placeOf(at(one + PRIORITY_MINUTES + 1 + later), given),
          number: 2,
        }
        expect(byPlace(first, second)).toBeLessThan(0)
      }),
    )
  })

  test('among people with priority, whoever came first is called first', () => {
    fc.assert(
      fc.property(minute, minute, (one, other) => {
        const place = (minutes: number) => placeOf(at(minutes), 'elderly').getTime()
        expect(place(one) <= place(other)).toBe(one <= other)
      }),
    )
  })
})

describe('who did not come', () => {
  const queue = fc
    .uniqueArray(minute, { maxLength: 12 })
    .map((minutes) => minutes.map((each, index) => ({ place: at(each), number: index + 2 })))

  test('comes back behind the next few, before all the others', () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        // Whoever was called stood before everyone who still waits.
        const own = at(-1)
        const back = { place: placeBehind(waiting, own), number: 1 }
        const order = [...waiting, back].sort(byPlace)
        expect(order.indexOf(back)).toBe(Math.min(SKIPPED_BEHIND, waiting.length))
      }),
    )
  })

  test('never gains by it', () => {
    fc.assert(
      fc.property(queue, minute, (waiting, own) => {
        expect(placeBehind(waiting, at(own)).getTime()).toBeGreaterThan(at(own).getTime())
      }),
    )
  })
})
