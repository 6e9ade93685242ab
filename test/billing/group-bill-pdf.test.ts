import { expect, test } from 'vitest'
import { sumUp } from '../../src/billing/group-bill.ts'
import { groupBillPdf } from '../../src/billing/group-bill-pdf.ts'
import { readPdf } from '../support/pdf-reader.ts'

async function pagesOf(people: number): Promise<string[]> {
  const bills = Array.from({ length: people }, (_, index) => ({
    name: index % 3 === 0 ? 'Tôn Nữ Hoàng Thị Ngọc Phương Uyên' : 'Lê Hữu Phước',
    birthDate: '1984-03-12',
    licenceClass: 'D2E',
    billId: `bill-${index}`,
    number: `HD26-${String(index + 1).padStart(6, '0')}`,
    billCode: 'LT7Q4XZK9A1',
    total: 250_000,
    paid: index % 2 === 0 ? 250_000 : 0,
  }))
  const bytes = await groupBillPdf({
    ...sumUp(bills),
    createdAt: new Date('2026-11-24T03:10:00Z'),
    group: 'Vận tải Sông Hàn',
    contact: null,
    facility: { name: 'Trung tâm Y tế', address: '582 Lê Văn Hiến', taxCode: null, phone: null },
  })
  return (await readPdf(bytes)).pages
}

test('a group’s list is signed where its sum stands, however long it is', async () => {
  for (let people = 1; people <= 60; people += 1) {
    const pages = await pagesOf(people)
    const signed = pages.filter((page) => page.includes('Người lập bảng kê'))
    expect(signed, `${people} people`).toHaveLength(1)
    expect(signed[0], `${people} people`).toContain('Tổng cộng')
    expect(pages.join('').split('LT7Q4XZK9A1')).toHaveLength(people + 1)
  }
})
