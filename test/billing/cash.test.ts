import { expect, it } from 'vitest'
import { notesFor } from '../../src/billing/cash.ts'

it.each([
  [250_000, [250_000, 300_000, 400_000, 500_000]],
  [345_000, [345_000, 350_000, 400_000, 500_000]],
  [500_000, [500_000, 600_000]],
  [1_000, [1_000, 10_000, 50_000, 100_000]],
])('proposes for %d what people put on a counter', (remaining, notes) => {
  expect(notesFor(remaining)).toEqual(notes)
})
