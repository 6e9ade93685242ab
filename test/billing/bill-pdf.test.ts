import { describe, expect, it } from 'vitest'
import { billPdf } from '../../src/billing/bill-pdf.ts'
import type { BillProps } from '../../src/billing/bill-props.ts'
import { readPdf, scanPage } from '../support/pdf-reader.ts'
import { anBill } from './bill-cast.ts'

async function textOf(props: BillProps): Promise<string> {
  const { pages } = await readPdf(await billPdf(props))
  return pages.join('\n').replace(/\s+/g, ' ')
}

describe('the bill as PDF', () => {
  it('names the unit, the patient, what is charged and the total in figures and words', async () => {
    const text = await textOf(anBill)
    expect(text).toContain('TRUNG TÂM Y TẾ NGŨ HÀNH SƠN')
    expect(text).toContain('Mã số thuế: 0400123456')
    expect(text).toContain('NGUYỄN THỊ AN')
    expect(text).toContain('345.000 đ')
    expect(text).toContain('Ba trăm bốn mươi lăm nghìn đồng.')
  })

  it('prints the payee in words beside a code that a phone reads', async () => {
    const text = await textOf(anBill)
    expect(text).toContain('Chủ tài khoản: TTYT NGU HANH SON')
    expect(text).toContain('Số tài khoản: 0123456789012')
    expect(await scanPage(await billPdf(anBill), 1)).toBe(anBill.qr?.payload)
  })

  it('says why there is no code for an amount the banks would refuse', async () => {
    const { qr: _, ...rest } = anBill
    const text = await textOf({ ...rest, qrReason: 'Số tiền từ 500.000.000 đ trở lên.' })
    expect(text).toContain('Không có mã QR. Số tiền từ 500.000.000 đ trở lên.')
    await expect(scanPage(await billPdf({ ...rest }), 1)).rejects.toThrow()
  })

  it('lists what came in already and asks for what remains', async () => {
    const at = new Date('2026-11-24T02:55:00Z')
    const reference = 'FT26328123456789'
    const receiptNumber = 'PT26-000001'
    const text = await textOf({
      ...anBill,
      paid: 100_000,
      remaining: 245_000,
      payments: [{ receiptNumber, method: 'transfer', amount: 100_000, at, reference }],
    })
    expect(text).toContain('09:55 24/11/2026 PT26-000001 Chuyển khoản · FT26328123456789 100.000')
    expect(text).toContain('Hai trăm bốn mươi lăm nghìn đồng.')
    expect(text).toContain('Còn phải thu: 245.000 đ')
  })

  it('fits a receipt printer’s roll with a code that a phone reads', async () => {
    const bytes = await billPdf(anBill, '80mm')
    const { pages, title, language } = await readPdf(bytes)
    expect(pages).toHaveLength(1)
    expect([title, language]).toEqual(['PHIẾU THANH TOÁN HD26-000001', 'vi-VN'])
    expect(pages[0]?.replace(/\s+/g, ' ')).toContain('Tổng cộng: 345.000 đ')
    expect(await scanPage(bytes, 1)).toBe(anBill.qr?.payload)
  })

  it('marks a cancelled bill and gives no way to pay it', async () => {
    const text = await textOf({ ...anBill, state: 'cancelled' })
    expect(text).toContain('ĐÃ HỦY')
    expect(text).not.toContain('Quét mã')
  })

  it('repeats the head of its table on every page of a long bill', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({
      code: `DV${index}`,
      name: `Dịch vụ số ${index}`,
      quantity: 1,
      price: 1_000,
      amount: 1_000,
    }))
    const { pages } = await readPdf(await billPdf({ ...anBill, lines, total: 60_000 }))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages.slice(0, 2)) expect(page).toContain('Đơn giá (đ)')
    expect(pages.join(' ')).toContain('Dịch vụ số 59')
  })
})
