import { describe, expect, it } from 'vitest'
import type { ReceiptProps } from '../../src/billing/bill-props.ts'
import { receiptPdf } from '../../src/billing/receipt-pdf.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { anReceipt } from './bill-cast.ts'

async function textOf(props: ReceiptProps, paper: 'A5' | '80mm' = 'A5'): Promise<string> {
  const { pages } = await readPdf(await receiptPdf(props, paper))
  return pages.join('\n').replace(/\s+/g, ' ')
}

describe.each(['A5', '80mm'] as const)('the receipt on %s', (paper) => {
  it('says who paid what, how, and to whom, in this order', async () => {
    const text = await textOf(anReceipt, paper)
    const parts = [
      'TRUNG TÂM Y TẾ NGŨ HÀNH SƠN',
      'Mã số thuế: 0400123456',
      'PHIẾU THU',
      'NGUYỄN THỊ AN',
      'HD26-000001',
      'Khám sức khỏe lái xe',
      'Số tiền đã thu: 345.000 đ',
      'Ba trăm bốn mươi lăm nghìn đồng.',
      'Hình thức: Tiền mặt',
      'Tiền khách đưa: 500.000 đ',
      'Tiền thối lại: 155.000 đ',
      'Người thu: Võ Thị Lan',
      'Đã thu đủ',
    ]
    const places = parts.map((part) => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(text).toContain('PT26-000001')
    expect(text).toContain('09:55 24/11/2026')
    expect(text).not.toContain('BẢN SAO')
  })

  it('is known by its number and its language', async () => {
    const { title, language, pages } = await readPdf(await receiptPdf(anReceipt, paper))
    expect(title).toBe('PHIẾU THU PT26-000001')
    expect(language).toBe('vi-VN')
    expect(pages).toHaveLength(1)
  })

  it('numbers a copy', async () => {
    expect(await textOf({ ...anReceipt, copy: 2 }, paper)).toContain('BẢN SAO 2')
  })

  it('says what a part payment leaves to pay', async () => {
    const payment = { ...anReceipt.payment, amount: 100_000, tendered: 100_000 }
    const text = await textOf({ ...anReceipt, payment }, paper)
    expect(text).toContain('Còn phải thu: 245.000 đ')
    expect(text).not.toContain('Tiền thối lại')
  })

  it('gives a transfer its bank reference and names what was too much', async () => {
    const { at } = anReceipt.payment
    const payment = {
      receiptNumber: 'PT26-000002',
      method: 'transfer' as const,
      amount: 300_000,
      at,
      reference: 'FT26328123456789',
    }
    const text = await textOf({ ...anReceipt, before: 100_000, payment }, paper)
    expect(text).toContain('Hình thức: Chuyển khoản')
    expect(text).toContain('FT26328123456789')
    expect(text).toContain('Trả thừa, phải hoàn lại: 55.000 đ')
  })
})
