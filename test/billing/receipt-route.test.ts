import { expect, it } from 'vitest'
import { type Role, roles } from '../../src/core/actor.ts'
import { withApp } from '../support/app.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { billOf, issueBill, transfer } from './counter.ts'

const app = withApp()

const textOf = async (answer: Response) => {
  const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  return pages.join(' ').replace(/\s+/g, ' ')
}

it('hands out the receipt of every payment, and numbers what is handed out again', async () => {
  const cashier = await app().as(['cashier'])
  const bill = await issueBill(app(), cashier)
  const path = `/bills/${bill.id}/receipt.pdf`
  expect((await cashier.get(path)).status).toBe(404)
  await transfer(app(), { amount: 100_000, memo: bill.billCode })
  await transfer(app(), { amount: 150_000, memo: bill.billCode })
  const [first, last] = (await billOf(cashier, bill.id)).payments
  const named = await cashier.get(`${path}?payment=${first?.id}`)
  expect(named.headers.get('content-disposition')).toContain(first?.receiptNumber)
  expect(await textOf(named)).toContain('Còn phải thu: 150.000 đ')
  const settling = await textOf(await cashier.get(path))
  expect(settling).toContain(last?.receiptNumber)
  expect(settling).not.toContain('BẢN SAO')
  expect(await textOf(await cashier.get(`${path}?paper=80mm`))).toContain('BẢN SAO 1')
  expect((await cashier.get(`${path}?payment=${bill.id}`)).status).toBe(404)
})

it('is for those who may read bills, of their own house', async () => {
  const cashier = await app().as(['cashier'])
  const bill = await issueBill(app(), cashier)
  await transfer(app(), { amount: 250_000, memo: bill.billCode })
  const path = `/bills/${bill.id}/receipt.pdf`
  const readers: readonly Role[] = ['reception', 'cashier', 'cashier-manager']
  for (const role of roles) {
    const { status } = await (await app().as([role])).get(path)
    expect([role, status]).toEqual([role, readers.includes(role) ? 200 : 403])
  }
  const neighbour = await app().as(['cashier-manager'], { facility: '48002' })
  expect((await neighbour.get(path)).status).toBe(404)
})
