import { expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { billOf, issueBill, transfer } from './counter.ts'

const app = withApp()

it('prints a bill as PDF and remembers who printed it', async () => {
  const cashier = await app().as(['cashier'])
  const bill = await issueBill(app(), cashier)
  const answer = await cashier.get(`/api/v1/invoices/${bill.id}/bill.pdf`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toContain(bill.number)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const prints = () =>
    app().deps.database.query<{ action: string }>(sql`
      SELECT action FROM audit_entry WHERE subject_id = ${bill.id} AND action LIKE '%printed'
      ORDER BY at`)
  expect(await prints()).toEqual([{ action: 'bill.printed' }])
  await transfer(app(), { amount: 250_000, memo: bill.billCode })
  const receipt = await cashier.get(`/api/v1/invoices/${bill.id}/bill.pdf`)
  expect(receipt.status).toBe(200)
  const [payment] = (await billOf(cashier, bill.id)).payments
  const copies = await app().deps.database.query<{ action: string }>(sql`
    SELECT action FROM audit_entry WHERE subject_type = 'payment' AND subject_id = ${payment?.id}
      AND action LIKE '%printed'`)
  expect(copies).toEqual([{ action: 'receipt.printed' }])
})

it('prints on a receipt printer’s roll too, and on no paper that nobody has', async () => {
  const cashier = await app().as(['cashier'])
  const bill = await issueBill(app(), cashier)
  const path = `/api/v1/invoices/${bill.id}/bill.pdf`
  const roll = await readPdf(
    new Uint8Array(await (await cashier.get(`${path}?paper=80mm`)).arrayBuffer()),
  )
  expect(roll.pages.join(' ')).toContain('Quét mã để chuyển khoản')
  expect((await cashier.get(`${path}?paper=A0`)).status).toBe(422)
})

it('is not printed for those who may not read it', async () => {
  const bill = await issueBill(app(), await app().as(['cashier']))
  const path = `/api/v1/invoices/${bill.id}/bill.pdf`
  expect((await (await app().as(['lab'])).get(path)).status).toBe(403)
  const neighbour = await app().as(['cashier'], { facility: '48002' })
  expect((await neighbour.get(path)).status).toBe(404)
})
