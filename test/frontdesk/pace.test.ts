import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import {
  type Pace,
  secondsEach,
  USUAL_SECONDS,
  waitSeconds,
  withServed,
} from '../../src/frontdesk/pace.ts'

const today = calendarDate('2026-11-24')
const yesterday = calendarDate('2026-11-23')
const none: Pace = { served: 0, seconds: 0 }

describe('the pace of a station', () => {
  test('is the usual one until it has served somebody', () => {
    expect(secondsEach(none, today)).toBe(USUAL_SECONDS)
  })

  test.each([
    ['a quick morning', { on: today, served: 30, seconds: 3600 }, 136],
    ['a slow one', { on: today, served: 10, seconds: 6000 }, 531],
    ['one person alone does not turn the belief over', { on: today, served: 1, seconds: 60 }, 240],
    ['another day does not count', { on: yesterday, served: 30, seconds: 3600 }, USUAL_SECONDS],
  ] as const)('%s', (_what, pace, expected) => {
    expect(secondsEach(pace, today)).toBe(expected)
  })

  test('comes as close as one likes to what is measured', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1800 }), (each) => {
        const pace = { on: today, served: 2000, seconds: 2000 * each }
        expect(Math.abs(secondsEach(pace, today) - each)).toBeLessThan(3)
      }),
    )
  })

  test('begins anew with the day', () => {
    const before = { on: yesterday, served: 40, seconds: 9000 }
    expect(withServed(before, 100, today)).toEqual({ on: today, served: 1, seconds: 100 })
  })

  test('leaves out whom somebody forgot to finish', () => {
    const before = { on: today, served: 4, seconds: 900 }
    expect(withServed(before, 3 * 3600, today)).toEqual(before)
  })
})

describe('the wait', () => {
  test.each([
    [{ ahead: 0, busy: false }, 0],
    [{ ahead: 0, busy: true }, 60],
    [{ ahead: 4, busy: false }, 480],
    [{ ahead: 4, busy: true }, 540],
  ])('%j at two minutes each: %i s', (queue, expected) => {
    expect(waitSeconds(120, queue)).toBe(expected)
  })
})
