import { describe, expect, it } from 'vitest'
import { say } from '../../src/core/text.ts'
import { sections } from '../../src/exams/findings.ts'
import { glanceOf } from '../../src/portal/glance.ts'
import { wayOf } from '../../src/portal/renewal-way.ts'
import {
  type CaseFacts,
  type ExamFacts,
  lastNews,
  type VisitFacts,
} from '../../src/portal/visit-facts.ts'

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

const concluded = (outcome: 'fit' | 'unfit' | 'fit-subject-to-review'): ExamFacts => ({
  ...exam,
  state: 'finished',
  conclusion: { outcome, concludedAt: at, reexamineOn: '2027-02-24' as never },
  certificate: { number: '1', verifyCode: 'x', validUntil: '2027-11-24' as never },
})

const owed = [{ state: 'issued', total: 250_000, paid: 0 }] as unknown as VisitFacts['invoices']
const renewal = (held: Partial<CaseFacts>): CaseFacts => ({
  id: 'c',
  state: 'requested',
  missing: [],
  history: [],
  ...held,
})

function seen(given: Partial<VisitFacts>) {
  const { tone, title, next } = glanceOf({ ...facts, ...given })
  const lines = next.map(({ text, date }) => say(text, 'vi', date && { date }))
  return [tone, title.vi, ...lines].map((line) => line.replaceAll('\u00a0', ' '))
}

describe('the patient’s page in one glance', () => {
  it.each<[string, Partial<VisitFacts>, string[]]>([
    [
      'the declaration is open',
      { exam: { ...exam, sections: sections.map((section) => ({ section, state: 'empty' })) } },
      ['info', 'Bạn đã đăng ký khám.', 'Khai ngay trên điện thoại này, hoặc tại quầy tiếp đón.'],
    ],
    [
      'everything is examined, the bill is open',
      { invoices: owed },
      [
        'info',
        'Bạn đã khám xong.',
        'Bác sĩ đang xem để kết luận. Kết quả sẽ hiện ngay tại đây.',
        'Trả 250.000 đ bằng mã QR dưới đây, hoặc tại quầy thu ngân.',
      ],
    ],
    [
      'fit, and the renewal is on its way',
      { exam: concluded('fit'), renewalCase: renewal({}) },
      [
        'good',
        'Bạn đủ điều kiện sức khỏe lái xe hạng B.',
        'Tải giấy khám sức khỏe ở ngay dưới đây.',
        'Hồ sơ đổi giấy phép đang đi; bạn không phải làm gì.',
      ],
    ],
    [
      'unfit: calm, and with a way on',
      { exam: concluded('unfit') },
      [
        'quiet',
        'Bạn chưa đủ điều kiện sức khỏe lái xe hạng B.',
        'Xem điều này nghĩa là gì và bạn có thể làm gì.',
      ],
    ],
    [
      'a re-exam is asked for',
      {
        exam: concluded('fit-subject-to-review'),
        renewalCase: renewal({ state: 'on-hold', holdReason: 'fit-subject-to-review' }),
      },
      [
        'warn',
        'Bạn đạt tiêu chuẩn sức khỏe lái xe hạng B, nhưng phải khám lại.',
        'Đến khám lại ngày 2027-02-24.',
        'Tải giấy khám sức khỏe ở ngay dưới đây.',
      ],
    ],
    [
      'the renewal lacks data',
      {
        exam: concluded('fit'),
        renewalCase: renewal({ state: 'draft', missing: ['held-licence'] }),
      },
      [
        'warn',
        'Hồ sơ đổi giấy phép còn thiếu thông tin.',
        'Báo cho quầy giấy phép: thông tin giấy phép đang giữ.',
      ],
    ],
    [
      'the licence comes by post',
      {
        exam: concluded('fit'),
        renewalCase: renewal({ state: 'completed', deliveredBy: 'post' }),
      },
      ['good', 'Giấy phép lái xe mới đã có.', 'Bưu điện sẽ giao đến địa chỉ bạn đã chọn.'],
    ],
    [
      'the authority refused, with its ground',
      {
        exam: concluded('fit'),
        renewalCase: renewal({
          state: 'rejected',
          history: [{ state: 'rejected', at, reason: 'Giấy phép đang bị tước.' }],
        }),
      },
      [
        'warn',
        'Cơ quan cấp giấy phép không nhận hồ sơ đổi.',
        'Lý do: Giấy phép đang bị tước.',
        'Kết quả khám của bạn vẫn có giá trị. Hỏi quầy giấy phép để biết việc cần làm.',
      ],
    ],
    [
      'the exam was cancelled',
      { exam: { ...exam, state: 'cancelled' } },
      ['quiet', 'Lượt khám này đã hủy.', 'Nếu bạn vẫn muốn khám, hãy hỏi quầy tiếp đón.'],
    ],
  ])('%s', (_, given, expected) => {
    expect(seen(given)).toEqual(expected)
  })

  it('keeps the desk’s own notes to the desk', () => {
    const held = renewal({
      state: 'on-hold',
      holdReason: 'manual',
      history: [{ state: 'on-hold', at, reason: 'Nghi giấy phép giả, hỏi công an.' }],
    })
    expect(seen({ exam: concluded('fit'), renewalCase: held }).join(' ')).not.toContain('Nghi')
  })

  it('is as fresh as the last thing that happened', () => {
    const later = new Date('2026-11-25T02:00:00Z')
    expect(lastNews(facts)).toEqual(at)
    const renewalCase = renewal({ history: [{ state: 'requested', at: later }] })
    expect(lastNews({ ...facts, renewalCase })).toEqual(later)
  })
})

describe('the way of a renewal', () => {
  it.each<[Partial<CaseFacts>, string]>([
    [{ state: 'draft', missing: ['held-licence'] }, 'needs-action waiting waiting waiting waiting'],
    [{ state: 'ready' }, 'complete in-progress waiting waiting waiting'],
    [{ state: 'requested' }, 'complete complete in-progress waiting waiting'],
    [{ state: 'in-progress', dossierCode: 'X' }, 'complete complete complete in-progress waiting'],
    [
      { state: 'on-hold', holdReason: 'supplement', dossierCode: 'X' },
      'complete complete complete needs-action waiting',
    ],
    [{ state: 'rejected', dossierCode: 'X' }, 'complete complete complete failed waiting'],
    [{ state: 'completed' }, 'complete complete complete complete complete'],
  ])('%o is %s', (held, states) => {
    expect(
      wayOf(renewal(held))
        .map(({ state }) => state)
        .join(' '),
    ).toBe(states)
  })
})
