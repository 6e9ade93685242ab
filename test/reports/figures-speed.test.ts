import { beforeAll, expect, test } from 'vitest'
import { type Caller, withApp } from '../support/app.ts'
import { fillYear } from './year.ts'

const app = withApp()
let director: Caller

beforeAll(async () => {
  await fillYear(app())
  app().clock.hold('2026-11-24T10:00:00+07:00')
  director = await app().as(['director'])
}, 120_000)

/** Generous for a test that shares its machine; the bench holds pages to 15 ms. */
const MOST_MS = { today: 60, month: 90, quarter: 150 }

test.each(Object.entries(MOST_MS))(
  'a year lies behind it and %s is shown',
  async (period, most) => {
    const took: number[] = []
    for (let turn = 0; turn < 15; turn += 1) {
      const began = performance.now()
      const answer = await director.get(`/figures?period=${period}`)
      expect(answer.status).toBe(200)
      await answer.text()
      took.push(performance.now() - began)
    }
    const median = took.sort((a, b) => a - b)[7] ?? 0
    console.info(`figures of ${period}: ${median.toFixed(1)} ms`)
    expect(median).toBeLessThan(most)
  },
)
