import { expect, it } from 'vitest'
import { durationText } from '../../src/renewals/age.ts'
import { deadlineText } from '../../src/renewals/line-views.tsx'

const minute = 60_000

it.each([
  [30_000, 'dưới 1 phút', 'less than a minute'],
  [minute, '1 phút', '1 minute'],
  [59 * minute, '59 phút', '59 minutes'],
  [60 * minute, '1 giờ', '1 hour'],
  [239 * minute, '3 giờ 59 phút', '3 hours 59 minutes'],
  [48 * 60 * minute, '2 ngày', '2 days'],
])('%i ms is %s', (milliseconds, vi, en) => {
  expect(durationText(milliseconds)).toEqual({ vi, en })
})

it('says how much is left, and how far over', () => {
  const now = new Date('2026-11-24T03:00:00Z')
  const at = (minutes: number) => new Date(now.getTime() + minutes * minute)
  expect(deadlineText(at(90), now).vi).toBe('còn 1 giờ 30 phút')
  expect(deadlineText(at(-20), now).vi).toBe('quá 20 phút')
})
