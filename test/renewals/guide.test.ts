import { expect, it } from 'vitest'
import { answerText } from '../../src/renewals/answer.ts'
import type { BoardLine } from '../../src/renewals/board.ts'
import { guideOf } from '../../src/renewals/guide.ts'

type Held = NonNullable<BoardLine['case']>

const at = new Date('2026-11-24T02:00:00Z')

function first(held: Partial<Held>, transmission: string = 'accepted'): string {
  return guideOf({
    examId: 'e',
    personName: 'Nguyễn Thị An',
    birthDate: '1985-03-08' as never,
    licenceClass: 'B',
    certificateNumber: '1',
    transmission: { id: 't', state: transmission as never, ...sent },
    case: { id: 'c', state: 'ready', missing: [], updatedAt: at, ...held },
  }).first
}

const sent = { missing: [], attempts: 1, dueAt: at, updatedAt: at }

it.each<[string, Partial<Held>, string | undefined]>([
  ['transmission', { state: 'draft', missing: ['held-licence'] }, 'needs-data'],
  ['transmission', { state: 'ready' }, 'unknown'],
  ['supply', { state: 'draft', missing: ['held-licence', 'identity-number'] }, undefined],
  ['person', { state: 'draft', missing: ['identity-number'] }, undefined],
  ['release', { state: 'on-hold', holdReason: 'retest-needed' }, undefined],
  ['nothing', { state: 'on-hold', holdReason: 'consent-withdrawn' }, undefined],
  ['resubmit', { state: 'rejected' }, undefined],
  ['nothing', { state: 'rejected', dossierCode: 'X' }, undefined],
  ['nothing', { state: 'in-progress', dossierCode: 'X' }, undefined],
  ['nothing', { state: 'completed' }, 'unknown'],
])('the first thing to do is %s', (expected, held, transmission) => {
  expect(first(held, transmission)).toBe(expected)
})

it.each([
  ['tu-choi', 'Từ chối'],
  ['no answer in time', 'hết thời gian chờ trả lời'],
  ['HTTP 500', 'gặp lỗi bên trong (mã 500)'],
  ['HTTP 503', 'đang ngừng phục vụ (mã 503); phần mềm tự thử lại'],
  ['HTTP 200, unreadable answer', 'trả lời không đọc được'],
  ['Sai mã cơ sở', 'Sai mã cơ sở'],
])('%s means: %s', (answer, vi) => {
  expect(answerText(answer).vi).toBe(vi)
})
