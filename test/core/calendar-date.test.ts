import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  calendarDate,
  faultOfTypedDate,
  formatDayMonthYear,
  readTypedDate,
} from '../../src/core/calendar-date.ts'

describe('a date that is typed', () => {
  it.each([
    ['03/04/1985', '1985-04-03'],
    ['3/4/1985', '1985-04-03'],
    ['3-4-1985', '1985-04-03'],
    ['3.4.1985', '1985-04-03'],
    ['3 4 1985', '1985-04-03'],
    [' 03 / 04 / 1985 ', '1985-04-03'],
    ['03041985', '1985-04-03'],
    ['1985-04-03', '1985-04-03'],
    ['1985/4/3', '1985-04-03'],
    ['29/02/2024', '2024-02-29'],
    ['31/12/2026', '2026-12-31'],
  ])('reads %j as %s', (text, date) => {
    expect(readTypedDate(text)).toBe(date)
    expect(faultOfTypedDate(text)).toBeUndefined()
  })

  it.each([
    ['', 'unreadable'],
    ['hôm qua', 'unreadable'],
    ['3/4', 'unreadable'],
    ['3041985', 'unreadable'],
    ['19850403', 'no-such-day'],
    ['3/4/85', 'short-year'],
    ['29/02/2023', 'no-such-day'],
    ['31/04/2026', 'no-such-day'],
    ['04/13/1985', 'no-such-day'],
    ['0/4/1985', 'no-such-day'],
    ['03/04/1785', 'no-such-day'],
    ['3/4/1985 x', 'unreadable'],
    ['３/４/1985', 'unreadable'],
  ])('finds no day in %j: %s', (text, fault) => {
    expect(readTypedDate(text)).toBeUndefined()
    expect(faultOfTypedDate(text)).toBe(fault)
  })

  it('reads back every day as it is written, in every way of writing it', () => {
    const days = fc.integer({ min: 0, max: 109_000 }).map((n) => addDays(first, n))
    fc.assert(
      fc.property(days, fc.constantFrom('/', '-', '.', ' '), (day, mark) => {
        const [year = '', month = '', date = ''] = day.split('-')
        const bare = `${Number(date)}${mark}${Number(month)}${mark}${year}`
        for (const text of [day, formatDayMonthYear(day), date + month + year, bare]) {
          expect(readTypedDate(text)).toBe(day)
        }
      }),
    )
  })

  it('reads no day that does not exist, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readTypedDate(text)
        expect(read === undefined || calendarDate(read) === read).toBe(true)
        expect(faultOfTypedDate(text) === undefined).toBe(read !== undefined)
      }),
    )
  })
})

const first = calendarDate('1900-01-01')
