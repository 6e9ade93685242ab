import { describe, expect, test } from 'vitest'
import { calendarDate, clockTimeOf } from '../../src/core/calendar-date.ts'
import { isHeld, minutesOf, slotPlanSchema, startsOf } from '../../src/frontdesk/slot.ts'

describe('a time as it is typed', () => {
  test.each([
    ['7:30', 450],
    ['07:30', 450],
    ['7h30', 450],
    ['7h', 420],
    ['13.05', 785],
    ['0:00', 0],
    ['24:00', undefined],
    ['7:60', undefined],
    ['7', undefined],
    ['sáng', undefined],
    ['', undefined],
  ])('%s', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes)
  })
})

const plan = {
  from: calendarDate('2026-11-30'),
  to: calendarDate('2026-12-06'),
  weekdays: [1, 3],
  start: '7:30',
  end: '9:10',
  minutes: '30',
  capacity: '10',
  publicCapacity: '6',
}

const always = { openings: [], holidays: [] }
const holiday = { day: calendarDate('2026-11-30'), name: 'Nghỉ bù' }

describe('a plan', () => {
  test('stands for every whole slot on its weekdays', () => {
    const starts = startsOf(slotPlanSchema.parse(plan), always)
    expect(starts.map((at) => at.toISOString())).toEqual([
      '2026-11-30T00:30:00.000Z',
      '2026-11-30T01:00:00.000Z',
      '2026-11-30T01:30:00.000Z',
      '2026-12-02T00:30:00.000Z',
      '2026-12-02T01:00:00.000Z',
      '2026-12-02T01:30:00.000Z',
    ])
    expect(starts.map(clockTimeOf).slice(0, 3)).toEqual(['07:30', '08:00', '08:30'])
  })

  test('leaves holidays out', () => {
    expect(startsOf(slotPlanSchema.parse(plan), { ...always, holidays: [holiday] })).toHaveLength(3)
  })

  test('keeps to the hours of the house', () => {
    const morning = { weekday: 1, opens: '07:00', closes: '08:30' } as const
    const starts = startsOf(slotPlanSchema.parse(plan), { ...always, openings: [morning] })
    expect(starts.map(clockTimeOf)).toEqual(['07:30', '08:00'])
  })

  test.each([
    [{ to: calendarDate('2026-11-29') }, 'to'],
    [{ to: calendarDate('2027-06-01') }, 'to'],
    [{ weekdays: [] }, 'weekdays'],
    [{ weekdays: [7] }, 'weekdays'],
    [{ start: 'x' }, 'start'],
    [{ end: '7:59' }, 'end'],
    [{ minutes: '4' }, 'minutes'],
    [{ capacity: '0' }, 'capacity'],
    [{ capacity: '' }, 'capacity'],
    [{ minutes: 'nửa giờ' }, 'minutes'],
    [{ capacity: '5' }, 'publicCapacity'],
    [{ from: undefined }, 'from'],
    [{ nonsense: 1 }, undefined],
  ])('with %j is refused at %s', (change, where) => {
    const parsed = slotPlanSchema.safeParse({ ...plan, ...change })
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues[0]?.path[0]).toBe(where)
  })
})

describe('a slot', () => {
  const at = (time: string) => ({ startsAt: new Date(`2026-11-30T${time}:00+07:00`), minutes: 30 })
  const morning = { weekday: 1, opens: '07:00', closes: '11:00' } as const
  const hours = { ...always, openings: [morning] }

  test.each([
    ['at any hour while nobody has said the hours', '22:00', always, true],
    ['within the hours', '07:00', hours, true],
    ['up to the last minute', '10:30', hours, true],
    ['that ends after the house has closed', '10:31', hours, false],
    ['before it opens', '06:59', hours, false],
    [
      'on a weekday without hours',
      '08:00',
      { ...always, openings: [{ ...morning, weekday: 2 as const }] },
      false,
    ],
    ['on a holiday', '08:00', { ...hours, holidays: [holiday] }, false],
  ])('%s', (_, time, calendar, held) => {
    expect(isHeld(at(time), calendar)).toBe(held)
  })
})
