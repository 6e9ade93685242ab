import { beforeAll, describe, expect, it } from 'vitest'
import { raw } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { furnish, type House } from './house.ts'

// attacks.md 10, 19: what was signed, paid or said stays, through whichever door one comes.
const app = withApp()
let house: House
beforeAll(async () => {
  house = await furnish(app())
})

const refusal = (statement: string): Promise<string> =>
  app()
    .deps.database.query(raw(statement))
    .then(
      () => 'done',
      (error: { code?: string }) => error.code ?? 'no code',
    )

/** Of every table that holds what was signed, paid or said: a column each that may never change. */
const kept: [string, (house: House) => string, string[]][] = [
  [
    'exam',
    ({ examId }) => `id = '${examId}'`,
    ['purpose', 'held_licence', 'delivery', 'patient_id'],
  ],
  [
    'exam_section',
    ({ examId }) => `exam_id = '${examId}'`,
    ['findings', 'state', 'by_name', 'recorded_at'],
  ],
  [
    'conclusion',
    ({ examId }) => `exam_id = '${examId}'`,
    ['outcome', 'state', 'assessment', 'content_hash', 'doctor_name', 'concluded_at'],
  ],
  [
    'certificate',
    ({ examId }) => `exam_id = '${examId}'`,
    ['number', 'verify_code', 'issued_on', 'valid_until', 'facility_id'],
  ],
  ['encounter', ({ examId }) => `exam_id = '${examId}'`, ['content_hash', 'ended_at']],
  [
    'consent',
    ({ examId }) => `exam_id = '${examId}'`,
    ['given', 'wording', 'recorded_at', 'scope'],
  ],
  ['renewal_decision', ({ examId }) => `exam_id = '${examId}'`, ['eligible', 'case_id']],
  ['renewal_case_step', ({ caseId }) => `case_id = '${caseId}'`, ['state', 'at', 'by_name']],
  [
    'invoice',
    ({ invoiceId }) => `id = '${invoiceId}'`,
    ['total', 'number', 'bill_code', 'exam_id', 'issued_at'],
  ],
  ['charge_item', ({ invoiceId }) => `invoice_id = '${invoiceId}'`, ['amount', 'name', 'quantity']],
  ['payment', ({ invoiceId }) => `invoice_id = '${invoiceId}'`, ['amount', 'receipt_number']],
  [
    'bank_transaction',
    ({ invoiceId }) => `invoice_id = '${invoiceId}'`,
    ['amount', 'raw', 'content', 'provider_id', 'received_at', 'account'],
  ],
  ['journal_entry', ({ invoiceId }) => `invoice_id = '${invoiceId}'`, ['kind', 'at', 'payment_id']],
  ['journal_line', () => 'true', ['debit', 'credit', 'account']],
  ['audit_entry', () => 'true', ['detail', 'actor_name', 'at']],
]

const other: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: "'other'",
  jsonb: `'{"other":1}'`,
  integer: '7',
  bigint: '7',
  boolean: 'NOT %',
  date: '% + 1',
  'timestamp with time zone': "% + interval '1 day'",
}

async function typeOf(table: string, column: string): Promise<string> {
  const [row] = await app().deps.database.query<{ type: string }>(
    raw(`SELECT data_type AS type FROM information_schema.columns
         WHERE table_name = '${table}' AND column_name = '${column}'`),
  )
  return row?.type ?? `no ${column}`
}

describe.each(kept)('in the database itself, %s', (table, rowsOf, columns) => {
  it('refuses another value, by its trigger', async () => {
    for (const column of columns) {
      const value = (other[await typeOf(table, column)] ?? 'no value').replaceAll('%', column)
      const where = rowsOf(house)
      const answer = await refusal(`UPDATE ${table} SET ${column} = ${value} WHERE ${where}`)
      expect(answer, `${table}.${column}`).toBe('23001')
    }
  })

  it('loses no row, alone or emptied', async () => {
    expect(await refusal(`DELETE FROM ${table} WHERE ${rowsOf(house)}`)).toMatch(/^2300[13]$/)
    expect(await refusal(`TRUNCATE ${table} CASCADE`)).toBe('23001')
  })
})

describe('in the database itself', () => {
  it('no section leaves a concluded exam for an open one', async () => {
    const { examId, openExamId } = house
    await refusal(`DELETE FROM exam_section WHERE exam_id = '${openExamId}' AND section = 'ent'`)
    const move = `UPDATE exam_section SET exam_id = '${openExamId}' WHERE exam_id = '${examId}' AND section = 'ent'`
    expect(await refusal(move)).toBe('23001')
  })

  it('no line is added to a bill that was issued', async () => {
    const add = `INSERT INTO charge_item (invoice_id, facility_id, position, code, name, unit, quantity, price, amount)
      SELECT id, facility_id, 9, 'X', 'x', 'x', 1, 5, 5 FROM invoice WHERE id = '${house.invoiceId}'`
    expect(await refusal(add)).toBe('23514')
  })

  it('no lines are added to a journal entry that was closed, balanced or not', async () => {
    const add = `INSERT INTO journal_line (entry_id, facility_id, position, account, debit, credit)
      SELECT id, facility_id, p, CASE p WHEN 8 THEN 'cash' ELSE 'bank' END,
             CASE p WHEN 8 THEN 5 ELSE 0 END, CASE p WHEN 8 THEN 0 ELSE 5 END
      FROM journal_entry, (VALUES (8), (9)) AS more(p) WHERE invoice_id = '${house.invoiceId}'`
    expect(await refusal(add)).toBe('23001')
  })

  it('no money is negative, and no receipt is for nothing', async () => {
    const pay = (amount: string, method: string, tendered: string) => `
      INSERT INTO payment (id, facility_id, invoice_id, receipt_number, method, amount, tendered,
                           taken_by, taken_by_name, taken_at)
      SELECT gen_random_uuid(), facility_id, id, 'X', '${method}', ${amount}, ${tendered}, 'x', 'x', now()
      FROM invoice WHERE id = '${house.invoiceId}'`
    expect(await refusal(pay('-1', 'cash', '1'))).toBe('23514')
    expect(await refusal(pay('0', 'cash', '1'))).toBe('23514')
    expect(await refusal(pay('5', 'cash', '4'))).toBe('23514')
    expect(await refusal(pay('5', 'transfer', 'null'))).toBe('23514')
  })

  it('a stored picture keeps the bytes that its name is the hash of', async () => {
    expect(await refusal(`UPDATE stored_file SET bytes = 'x'`)).toBe('23001')
  })

  it('a withdrawn consent is not given again', async () => {
    const { openExamId } = house
    const withdraw = `UPDATE consent SET withdrawn_at = now() WHERE exam_id = '${openExamId}' AND scope = 'renewal'`
    expect(await refusal(withdraw)).toBe('done')
    expect(await refusal(withdraw.replace('now()', 'NULL'))).toBe('23001')
  })
})
