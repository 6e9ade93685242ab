import { describe, expect, it } from 'vitest'
import { totalOf } from '../../src/billing/invoice.ts'
import { linesFor, type Price, priceOn } from '../../src/billing/price.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { DomainError } from '../../src/core/errors.ts'

const price = (change: Partial<Price> = {}): Price => ({
  code: 'KSKLX',
  name: 'Khám sức khỏe lái xe',
  unit: 'lần',
  amount: 250_000,
  legalSource: 'minh họa',
  effectiveFrom: calendarDate('2026-01-01'),
  published: true,
  ...change,
})
const on = calendarDate

describe('the price of a day', () => {
  const old = price({ amount: 200_000, effectiveTo: on('2026-06-30') })
  const young = price({ effectiveFrom: on('2026-07-01') })

  it.each([
    ['2025-12-31', 'price-not-in-effect'],
    ['2026-01-01', 200_000],
    ['2026-06-30', 200_000],
    ['2026-07-01', 250_000],
    ['2030-01-01', 250_000],
  ])('on %s is %s', (day, expected) => {
    const found = priceOn([young, old], 'KSKLX', on(day))
    expect(typeof found === 'string' ? found : found.amount).toBe(expected)
  })

  it('has ended the day after its last', () => {
    expect(priceOn([old], 'KSKLX', on('2026-07-01'))).toBe('price-not-in-effect')
  })

  it('keeps the published price while its successor is not yet public', () => {
    const draft = price({ amount: 999_000, effectiveFrom: on('2026-07-01'), published: false })
    const found = priceOn([price(), draft], 'KSKLX', on('2026-08-01'))
    expect(found).toMatchObject({ amount: 250_000 })
  })

  it('is none while nothing is public', () => {
    expect(priceOn([price({ published: false })], 'KSKLX', on('2026-08-01'))).toBe(
      'price-unpublished',
    )
  })
})

describe('the lines of a bill', () => {
  it('multiply and add up', () => {
    const prices = [price(), price({ code: 'XN01', amount: 30_000 })]
    const items = [
      { code: 'KSKLX', quantity: 1 },
      { code: 'XN01', quantity: 3 },
    ]
    const lines = linesFor(items, prices, on('2026-08-01'))
    expect(lines.map(({ amount }) => amount)).toEqual([250_000, 90_000])
    expect(totalOf(lines)).toBe(340_000)
  })

  it('are refused together, each faulty item named', () => {
    const items = [
      { code: 'NO1', quantity: 1 },
      { code: 'KSKLX', quantity: 1 },
      { code: 'NO2', quantity: 1 },
    ]
    try {
      linesFor(items, [price()], on('2026-08-01'))
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError)
      const pointers = (error as DomainError).errors.map(({ pointer }) => pointer)
      expect(pointers).toEqual(['/items/0/code', '/items/2/code'])
    }
  })
})
