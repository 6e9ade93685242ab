import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { type PaperExam, paperLimits, paperSections } from '../../src/exams/paper-form.ts'
import { paperFormPdf } from '../../src/exams/paper-form-pdf.ts'
import { standardInForce } from '../../src/exams/standards/circular-36-2024.ts'
import { anCertificate } from './certificate-cast.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienthong-paper-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(program: string, ...given: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, given, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  return stdout
}

const standard = standardInForce(calendarDate('2026-11-24'))
if (!standard) throw new Error('no standard in force')
const { facility, person } = anCertificate
const createdAt = new Date('2026-11-24T02:00:00Z')

it('pdftotext copies the blank form’s Vietnamese, units and limits from it', async () => {
  const file = join(folder, 'blank.pdf')
  const sections = paperSections(standard)
  const limits = paperLimits(standard)
  writeFileSync(file, await paperFormPdf({ createdAt, facility, sections, limits }))
  const text = run('pdftotext', '-layout', file, '-').normalize('NFC')
  for (const words of ['I. TỜ KHAI CỦA NGƯỜI KHÁM', '3. Mắt', '/10', 'mmHg', 'dưới 8/10']) {
    expect(text).toContain(words)
  }
  expect(run('pdffonts', file)).not.toMatch(/ no +(yes|no) +(yes|no) +\d/)
})

it('zbarimg reads the code that leads back to the exam', async () => {
  const exam: PaperExam = {
    person,
    purpose: 'renewal',
    openedOn: calendarDate('2026-11-24'),
    url: 'https://lienthong.example/exams/01900000-0000-7000-8000-000000000000',
    code: '0000-0000',
  }
  const sections = paperSections(standard, { licenceClass: 'B' })
  const file = join(folder, 'filled.pdf')
  const form = { createdAt, facility, licenceClass: 'B', group: 2, sections, exam } as const
  writeFileSync(file, await paperFormPdf(form))
  run('pdftoppm', '-r', '150', '-gray', '-png', file, join(folder, 'filled'))
  const [first = ''] = readdirSync(folder).filter((name) => /^filled-.*\.png$/.test(name))
  expect(run('zbarimg', '--quiet', '--raw', join(folder, first)).trim()).toBe(exam.url)
})
