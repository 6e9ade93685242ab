import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Caller, withApp } from '../support/app.ts'
import { fillYear } from './year.ts'

const app = withApp()
let director: Caller

beforeAll(async () => {
  await fillYear(app())
  app().clock.hold('2026-11-24T10:00:00+07:00')
  director = await app().as(['director'])
}, 120_000)

describe('with a year of fifty visits a day behind them, the figures of a week', () => {
  test('are found by the keys that are there, never by reading the year', async () => {
    const asked = vi.spyOn(app().deps.database, 'query')
    await director.get('/figures')
    const statements = asked.mock.calls
      .map(([statement]) => statement)
      .filter(({ text }) => /FROM (visit|exam|journal_entry)\b/.test(text))
    asked.mockRestore()
    expect(statements.length).toBe(8)
    for (const { text, values } of statements) {
      const plan = await app().deps.database.pool.query({ text: `EXPLAIN ${text}`, values })
      const lines = plan.rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')
      expect(lines).not.toContain('Seq Scan')
    }
  })

  test('are there in a moment', async () => {
    const took: number[] = []
    for (let turn = 0; turn < 25; turn += 1) {
      const began = performance.now()
      expect((await director.get('/figures')).status).toBe(200)
      took.push(performance.now() - began)
    }
    const median = took.sort((a, b) => a - b)[12] ?? Number.NaN
    console.info(`figures of a week: ${median.toFixed(1)} ms`)
    // The bench holds pages to 15 ms; a test shares its machine.
    expect(median).toBeLessThan(250)
  })
})
