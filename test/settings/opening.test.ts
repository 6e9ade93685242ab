import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import {
  isOpenDay,
  type Opening,
  openingsOn,
  readTime,
  shownOpenings,
  typedOpenings,
  weekdayOf,
} from '../../src/settings/opening.ts'

describe('a time as people write it', () => {
  test.each([
    ['7h30', '07:30'],
    ['7:30', '07:30'],
    ['0730', '07:30'],
    ['7h', '07:00'],
    ['7', '07:00'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['7:60', undefined],
    ['sáng', undefined],
  ])('%s', (text, time) => {
    expect(readTime(text)).toBe(time)
  })
})

describe('which days are open', () => {
  const openings: Opening[] = [{ weekday: 1, opens: '07:30', closes: '11:30' }]
  const holidays = [{ day: calendarDate('2026-11-30'), name: 'nghỉ' }]

  test('Monday is the first day', () => {
    expect(weekdayOf(calendarDate('2026-11-23'))).toBe(1)
    expect(weekdayOf(calendarDate('2026-11-29'))).toBe(7)
  })

  test('a weekday with hours is, one without is not, a holiday never', () => {
    const calendar = { openings, holidays }
    expect(isOpenDay(calendar, calendarDate('2026-11-23'))).toBe(true)
    expect(isOpenDay(calendar, calendarDate('2026-11-24'))).toBe(false)
    expect(openingsOn(calendar, calendarDate('2026-11-30'))).toEqual([])
  })

  test('before anyone said the hours every day counts as open, holidays excepted', () => {
    const calendar = { openings: [], holidays }
    expect(isOpenDay(calendar, calendarDate('2026-11-29'))).toBe(true)
    expect(isOpenDay(calendar, calendarDate('2026-11-30'))).toBe(false)
  })
})

test('a week that was shown and sent back is the same week', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
  const text = (m: number) =>
    `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
  const day = fc
    .uniqueArray(minute, { minLength: 4, maxLength: 4 })
    .map((times) => times.sort((a, b) => a - b).map(text))
  const stretches = fc.constantFrom(0, 1, 2)
  fc.assert(
    fc.property(fc.array(fc.tuple(day, stretches), { minLength: 7, maxLength: 7 }), (week) => {
      const openings = week.flatMap(([[a = '', b = '', c = '', d = ''], count], index) => {
        const weekday = (index + 1) as Opening['weekday']
        return [
          { weekday, opens: a, closes: b },
          { weekday, opens: c, closes: d },
        ].slice(0, count)
      })
      expect(typedOpenings(shownOpenings(openings))).toEqual(openings)
    }),
  )
})
