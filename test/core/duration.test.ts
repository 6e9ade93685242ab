import { expect, it } from 'vitest'
import { durationText } from '../../src/core/duration.ts'

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
