import { expect, it } from 'vitest'
import { deadlineText } from '../../src/renewals/line-views.tsx'

it('says how much is left, and how far over', () => {
  const now = new Date('2026-11-24T03:00:00Z')
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  expect(deadlineText(at(90), now).vi).toBe('còn 1 giờ 30 phút')
  expect(deadlineText(at(-20), now).vi).toBe('quá 20 phút')
})
