import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '../../src/core/calendar-date.ts'
import { standards } from '../../src/exams/standards/circular-36-2024.ts'
import { quartersOf, type Stay, waitOf } from '../../src/reports/flow.ts'
import { reasonText } from '../../src/reports/outcomes.ts'
import { periodNamed, stepOf, stepsOf } from '../../src/reports/period.ts'
import { quantile } from '../../src/reports/quantile.ts'
import { type CaseGroup, completionOf, sumUp } from '../../src/reports/timeliness.ts'

const today = calendarDate('2026-11-24')

describe('a period', () => {
  test('ends today and begins so many days before', () => {
    expect(periodNamed('today', today).from).toBe('2026-11-24')
    expect(periodNamed('week', today).from).toBe('2026-11-18')
    expect(periodNamed('month', today).from).toBe('2026-10-26')
    expect(periodNamed('quarter', today).from).toBe('2026-10-01')
    expect(periodNamed('quarter', calendarDate('2026-03-31')).from).toBe('2026-01-01')
  })

  test('is read by the day, a long one by the week, and no day of it is lost', () => {
    const days = fc.integer({ min: 0, max: 365 })
    fc.assert(
      fc.property(days, days, (before, length) => {
        const from = addDays(today, -before)
        const period = { name: 'custom' as const, from, to: addDays(from, length) }
        const steps = stepsOf(period, stepOf(period))
        expect(steps[0]).toBe(from)
        expect(steps.every((day) => day >= from && day <= period.to)).toBe(true)
        expect([...steps].sort()).toEqual(steps)
        if (stepOf(period) === 'day') expect(steps.length).toBe(length + 1)
        else for (const day of steps.slice(1)) expect(new Date(day).getUTCDay()).toBe(1)
      }),
    )
  })
})

describe('the course of a day', () => {
  const began = Date.parse('2026-11-24T07:30:00+07:00')
  const minute = (at: number) => new Date(began + at * 60_000)
  const stays: fc.Arbitrary<Stay[]> = fc.array(
    fc
      .tuple(fc.nat(400), fc.option(fc.nat(60)), fc.option(fc.nat(90)))
      .map(([came, waited, took]): Stay => {
        const begunAt = waited === null ? undefined : minute(came + waited)
        const endedAt = waited === null || took === null ? undefined : minute(came + waited + took)
        return { arrivedAt: minute(came), begunAt, endedAt }
      }),
    { minLength: 1, maxLength: 60 },
  )

  test('loses nobody: at its end all who came are waiting, in exam or done', () => {
    fc.assert(
      fc.property(stays, (people) => {
        const quarters = quartersOf(people, minute(700))
        const last = quarters.at(-1)
        expect((last?.waiting ?? 0) + (last?.examined ?? 0) + (last?.done ?? 0)).toBe(people.length)
        expect(last?.done).toBe(people.filter(({ endedAt }) => endedAt).length)
        for (const { waiting, examined, done } of quarters) {
          expect(Math.min(waiting, examined, done)).toBeGreaterThanOrEqual(0)
        }
        expect(quarters.length).toBeLessThanOrEqual(96)
      }),
    )
  })

  test('is nothing when nobody came', () => {
    expect(quartersOf([], new Date(began))).toEqual([])
    expect(waitOf([])).toEqual({ count: 0, middle: undefined, high: undefined })
  })
})

test('half lie at or below the median, and it lies among them', () => {
  expect(quantile([], 0.5)).toBeUndefined()
  expect(quantile([4], 0.9)).toBe(4)
  expect(quantile([1, 2, 3, 10], 0.5)).toBe(2.5)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1 }), (values) => {
      const middle = quantile(values, 0.5) ?? Number.NaN
      expect(values.filter((each) => each <= middle).length * 2).toBeGreaterThanOrEqual(
        values.length,
      )
      expect(values.filter((each) => each >= middle).length * 2).toBeGreaterThanOrEqual(
        values.length,
      )
    }),
  )
})

test('every case is counted once, in time and in completion', () => {
  const days = fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined })
  const group: fc.Arbitrary<CaseGroup> = fc
    .record({
      handedIn: days,
      completed: days,
      ended: fc.boolean(),
      count: fc.integer({ min: 1, max: 9 }),
    })
    .map((made) => ({ ...made, from: today, ended: made.completed === undefined && made.ended }))
  fc.assert(
    fc.property(fc.array(group), (groups) => {
      const { cases, sameDay, withinTwo, later, waiting } = sumUp(groups)
      expect(sameDay + withinTwo + later + waiting).toBe(cases)
      expect(completionOf(groups).reduce((sum, { count }) => sum + count, 0)).toBe(cases)
    }),
  )
})

test('a rule means one thing in every group, so that its count has one name', () => {
  for (const { id, message } of standards.flatMap(({ rules }) => rules)) {
    expect(reasonText(id)).toEqual(message)
  }
})
