import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { type SlipProps, slipPdf } from '../../src/portal/slip-pdf.ts'
import { anBill } from '../billing/bill-cast.ts'
import { readPdf, scanPage } from '../support/pdf-reader.ts'

const link = 'https://lienthong.example/v/Zk3hJ0u6p2vQ8s9Wc1aXyR4tLmN7bEoP5dGfHiKjUqA'

const withoutPhone: SlipProps = {
  createdAt: new Date('2026-11-24T01:20:00Z'),
  startedAt: new Date('2026-11-24T01:00:00Z'),
  facility: anBill.facility,
  patient: {
    name: 'Công Tằng Tôn Nữ Hoàng Thị Phương Loan',
    birthDate: calendarDate('1954-03-08'),
  },
  licenceClass: 'B',
  sections: (
    [
      'declaration',
      'psychiatry',
      'neurology',
      'eyes',
      'ent',
      'cardiovascular',
      'respiratory',
      'musculoskeletal',
      'endocrine',
      'substances',
    ] as const
  ).map((section) => ({ section, done: section === 'declaration' })),
  bill: {
    paid: false,
    amount: 345_000,
    billCode: anBill.billCode,
    payee: {
      bankName: 'Vietcombank (VCB)',
      account: '0123456789012',
      name: 'TTYT NGU HANH SON',
    },
    ...(anBill.qr && { payload: anBill.qr.payload }),
  },
}
const withPhone: SlipProps = { ...withoutPhone, link, expiresAt: new Date('2026-12-24T01:00:00Z') }

async function textOf(props: SlipProps): Promise<string> {
  const { pages } = await readPdf(await slipPdf(props))
  expect(pages).toHaveLength(1)
  return (pages[0] ?? '').replace(/\s+/g, ' ')
}

describe('the slip that a patient takes from reception', () => {
  it('shows the way to their page as a code and until when it opens', async () => {
    expect(await scanPage(await slipPdf(withPhone), 1)).toBe(link)
    const text = await textOf(withPhone)
    expect(text).toContain('CÔNG TẰNG TÔN NỮ HOÀNG THỊ PHƯƠNG LOAN')
    expect(text).toContain('24/12/2026')
    expect(text).toContain('345.000 đ')
  })

  it('leads through the house in its order, without a phone too', async () => {
    const text = await textOf(withoutPhone)
    const parts = [
      'CÔNG TẰNG TÔN NỮ HOÀNG THỊ PHƯƠNG LOAN',
      'Tiếp đón',
      'Thu ngân',
      'Khám chuyên khoa',
      'Mắt',
      'Xét nghiệm',
      'Bác sĩ kết luận',
      'Nhận giấy khám',
      'Phải trả 345.000 đ',
      'TTYT NGU HANH SON',
      'LTKSK0000012F',
      'Mang theo: căn cước',
      'gọi 0236 3847 123',
    ]
    const places = parts.map((part) => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(text).toContain('Đến lúc 08:00')
  })

  it('holds nothing secret without a phone: its only code pays the bill', async () => {
    expect(await textOf(withoutPhone)).not.toContain('/v/')
    expect(await scanPage(await slipPdf(withoutPhone), 1)).toBe(anBill.qr?.payload)
  })

  it('stands before there is an exam, a bill or a telephone', async () => {
    const { createdAt, patient } = withoutPhone
    const text = await textOf({ createdAt, patient, facility: { name: 'Trạm y tế' } })
    expect(text).toContain('PHIẾU ĐI KHÁM')
    expect(text).toContain('hỏi quầy tiếp đón.')
  })
})
