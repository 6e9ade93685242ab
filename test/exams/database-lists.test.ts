import { describe, expect, it } from 'vitest'
import { outcomes } from '../../src/exams/conclusion.ts'
import { examStates, purposes } from '../../src/exams/exam.ts'
import { sections } from '../../src/exams/findings.ts'
import { groups } from '../../src/exams/licence-class.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'

const app = withApp()

/** The values that a column's CHECK lists, in its order. */
async function listed(table: string, column: string): Promise<string[]> {
  const rows = await app().deps.database.query<{ definition: string }>(sql`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE conrelid = ${table}::regclass AND contype = 'c'`)
  const own = rows.find(({ definition }) => definition.startsWith(`CHECK ((${column} = ANY`))
  return [...(own?.definition.matchAll(/'([^']+)'|\[([\d, ]+)\]/g) ?? [])].flatMap((match) =>
    match[1] ? [match[1]] : (match[2] ?? '').split(', '),
  )
}

describe('the database holds the same lists as the code', () => {
  it.each([
    ['exam', 'state', examStates],
    ['exam', 'purpose', purposes],
    ['exam', 'standards_group', groups.map(String)],
    ['exam_section', 'section', sections],
    ['section_draft', 'section', sections],
    ['conclusion', 'outcome', outcomes],
  ])('%s.%s', async (table, column, list) => {
    expect(await listed(table, column)).toEqual([...list])
  })
})
