import { describe, expect, it } from 'vitest'
import { sections } from '../../src/exams/findings.ts'
import { caseText, nextStep, progressOf, whyNoCase } from '../../src/portal/progress.ts'
import type { ExamFacts, VisitFacts } from '../../src/portal/visit-facts.ts'

const at = new Date('2026-11-24T02:00:00Z')

const exam: ExamFacts = {
  id: 'e',
  licenceClass: 'B',
  purpose: 'renewal',
  state: 'in-progress',
  sections: sections.map((section) => ({ section, state: 'signed' })),
  renewalConsent: true,
}

const facts: VisitFacts = {
  visitId: 'v',
  startedAt: at,
  linkExpiresAt: at,
  patient: { name: 'Nguyễn Thị An', birthDate: '1985-03-08' as never },
  facility: { name: 'TTYT', address: 'Đà Nẵng' },
  exam,
  invoices: [],
  releasesUnpaid: true,
}

const bill = (state: 'issued' | 'balanced', paid: number) =>
  ({ state, total: 345_000, paid }) as VisitFacts['invoices'][number]

const stepOf = (given: Partial<VisitFacts>, key: string) =>
  progressOf({ ...facts, ...given }).find((step) => step.key === key)

const withSections = (done: number): ExamFacts => ({
  ...exam,
  sections: sections.map((section, index) => ({
    section,
    state: index < done ? 'signed' : 'empty',
  })),
})

describe('the steps of a visit', () => {
  it.each([
    [0, 'needs-action', 'waiting'],
    [1, 'complete', 'waiting'],
    [5, 'complete', 'in-progress'],
    [10, 'complete', 'complete'],
  ])('with %d parts signed: declaration %s, specialties %s', (done, declared, examined) => {
    const given = { exam: withSections(done) }
    expect(stepOf(given, 'declaration')?.state).toBe(declared)
    expect(stepOf(given, 'sections')?.state).toBe(examined)
  })

  it('name what is left to examine, in both languages', () => {
    const left = stepOf({ exam: withSections(9) }, 'sections')?.reason
    expect(left?.vi).toBe('Đã xong 8/9 mục. Còn: ma túy, cồn, thuốc.')
    expect(left?.en).toBe('8 of 9 are done. Left: drugs, alcohol, medicines.')
  })

  it('ask for what remains of the bill, and for nothing once it is paid', () => {
    const due = progressOf({ ...facts, invoices: [bill('issued', 100_000)] })
    expect(nextStep(due)?.reason).toEqual({
      vi: 'Còn phải trả 245.000 đ.',
      en: '245,000 đ to pay.',
    })
    const paid = progressOf({ ...facts, invoices: [bill('balanced', 345_000)] })
    expect(nextStep(paid)).toBeUndefined()
  })

  it('hold the certificate back only where the centre does', () => {
    const concluded = {
      ...exam,
      conclusion: { outcome: 'fit' as const, concludedAt: at },
      certificate: {
        number: '00001/GKSKLX/48001/26',
        verifyCode: 'x',
        validUntil: '2027-11-24' as never,
      },
    }
    expect(stepOf({ exam: concluded }, 'certificate')?.state).toBe('complete')
    expect(stepOf({ exam: concluded, releasesUnpaid: false }, 'certificate')?.state).toBe('waiting')
  })

  it.each([
    ['unfit', 'Không mở hồ sơ vì kết luận chưa đủ điều kiện.'],
    ['consent-not-given', 'Bạn chưa đồng ý để cơ sở mở hồ sơ.'],
    ['class-needs-no-certificate', 'Hạng này đổi giấy phép không cần giấy khám sức khỏe.'],
  ])(
    'say why no case comes, instead of a step that would wait for ever: %s',
    (noCaseReason, words) => {
      const given = { ...facts, exam: { ...exam, noCaseReason } }
      expect(progressOf(given).map(({ key }) => key)).not.toContain('renewal')
      expect(whyNoCase(given)?.vi).toBe(words)
    },
  )

  it('leave holds that are the desk’s to the desk', () => {
    const held = { id: 'c', state: 'on-hold', missing: [], history: [] } as const
    const stateFor = (holdReason: 'manual' | 'fit-subject-to-review') =>
      stepOf({ renewalCase: { ...held, holdReason } }, 'renewal')?.state
    expect(stateFor('manual')).toBe('waiting')
    expect(stateFor('fit-subject-to-review')).toBe('needs-action')
  })

  it('put what is missing from the case into words', () => {
    const missing = ['held-licence-expiry', 'delivery-address']
    const text = caseText({ id: 'c', state: 'draft', missing, history: [] })
    expect(text.vi).toBe('Hồ sơ còn thiếu: ngày hết hạn của giấy phép, địa chỉ nhận giấy phép.')
  })
})
