import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { billPdf } from '../../src/billing/bill-pdf.ts'
import { receiptPdf } from '../../src/billing/receipt-pdf.ts'
import { certificatePdf } from '../../src/exams/certificate-pdf.ts'
import { anBill, anReceipt } from '../billing/bill-cast.ts'
import { anCertificate } from '../exams/certificate-cast.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienthong-documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(program: string, ...given: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, given, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  return stdout
}

/** Every code on every page, as a scanner sees them at so many dots an inch. */
function scan(name: string, bytes: Uint8Array, dots = '150'): string[] {
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, bytes)
  run('pdftoppm', '-r', dots, '-png', file, join(folder, name))
  const pages = readdirSync(folder).filter((entry) => entry.match(`^${name}-\\d+\\.png$`))
  return pages.flatMap((page) => {
    const answer = spawnSync('zbarimg', ['--quiet', '--raw', join(folder, page)], {
      encoding: 'utf8',
    })
    if (answer.error) throw answer.error
    return answer.stdout.split('\n').filter(Boolean)
  })
}

it('zbarimg reads the certificate’s code and pdftotext its Vietnamese', async () => {
  expect(scan('certificate', await certificatePdf(anCertificate))).toEqual([
    'https://lienthong.example/verify/7KQM-2XWD-9HTP-4RVC',
  ])
  const text = run('pdftotext', '-layout', join(folder, 'certificate.pdf'), '-').normalize('NFC')
  expect(text).toContain('GIẤY KHÁM SỨC KHỎE')
  expect(text).toContain('Đủ điều kiện sức khỏe lái xe hạng B.')
})

it('zbarimg reads the bill’s code and pdftotext its total in words', async () => {
  expect(scan('bill', await billPdf(anBill))).toEqual([anBill.qr?.payload])
  const text = run('pdftotext', join(folder, 'bill.pdf'), '-').normalize('NFC')
  expect(text.replace(/\s+/g, ' ')).toContain('Ba trăm bốn mươi lăm nghìn đồng.')
})

it('zbarimg reads the bill’s code off a receipt printer’s roll of 203 dots an inch', async () => {
  expect(scan('roll', await billPdf(anBill, '80mm'), '203')).toEqual([anBill.qr?.payload])
  const text = run('pdftotext', '-raw', join(folder, 'roll.pdf'), '-').normalize('NFC')
  expect(text).toContain('Tổng cộng: 345.000 đ')
})

it('pdfinfo knows a receipt by its number, pdftotext reads what was paid and what goes back', async () => {
  const file = join(folder, 'receipt.pdf')
  writeFileSync(file, await receiptPdf(anReceipt))
  expect(run('pdfinfo', file).normalize('NFC')).toContain('PHIẾU THU PT26-000001')
  const text = run('pdftotext', '-layout', file, '-').normalize('NFC')
  for (const said of [
    'Số tiền đã thu:',
    '345.000 đ',
    'Tiền thối lại:',
    '155.000 đ',
    'Võ Thị Lan',
  ]) {
    expect(text).toContain(said)
  }
})

it('pdffonts finds every face embedded, and no face of the reader’s own', async () => {
  writeFileSync(join(folder, 'fonts.pdf'), await certificatePdf(anCertificate))
  const rows = run('pdffonts', join(folder, 'fonts.pdf')).trim().split('\n').slice(2)
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    expect(row).toContain('BeVietnamPro')
    expect(row).toMatch(/Identity-H\s+yes\s+yes\s+yes/)
  }
})
