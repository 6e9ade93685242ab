import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { slipPdf } from '../../src/portal/slip-pdf.ts'
import { readPdf, scanPage } from '../support/pdf-reader.ts'

const link = 'https://lienthong.example/v/Zk3hJ0u6p2vQ8s9Wc1aXyR4tLmN7bEoP5dGfHiKjUqA'

describe('the slip that a patient takes from reception', () => {
  it('shows the way to their page as a code and until when it opens', async () => {
    const bytes = await slipPdf({
      createdAt: new Date('2026-11-24T01:00:00Z'),
      facility: { name: 'Trung tâm Y tế Ngũ Hành Sơn' },
      patient: { name: 'Nguyễn Thị An', birthDate: calendarDate('1985-03-08') },
      licenceClass: 'B',
      link,
      expiresAt: new Date('2026-12-24T01:00:00Z'),
    })
    expect(await scanPage(bytes, 1)).toBe(link)
    const { pages } = await readPdf(bytes)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('NGUYỄN THỊ AN')
    expect(pages[0]).toContain('24/12/2026')
  })
})
