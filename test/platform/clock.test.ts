import { expect, test } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'

test('ids that are drawn one after the other sort so, thousands within one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => systemClock.id())
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id is a UUID of version 7 that tells when it was drawn', () => {
  const before = Date.now()
  const id = systemClock.id()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const drawn = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  // Twenty thousand at once run a few milliseconds ahead of the clock.
  expect(drawn - before).toBeGreaterThanOrEqual(0)
  expect(drawn - before).toBeLessThan(1_000)
})
