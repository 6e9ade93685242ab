import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { say } from '../../src/core/text.ts'
import type { Route } from '../../src/frontdesk/route.ts'
import type { TicketState } from '../../src/frontdesk/ticket.ts'
import { placeOf } from '../../src/portal/place.ts'

const at = new Date('2026-11-24T09:00:00+07:00')
const room = (name: string) => ({ stationId: name, name, room: `Phòng ${name}` })

function route(state: TicketState, more: Partial<Omit<Route, 'ticket'>> = {}): Route {
  return {
    ticket: {
      visitId: 'v',
      version: 1,
      day: calendarDate('2026-11-24'),
      number: 42,
      tasks: ['eyes', 'conclusion'],
      passed: [],
      state,
      place: at,
      queuedAt: at,
      calls: 0,
      skips: 0,
    },
    done: [],
    next: [],
    unserved: [],
    ...more,
  }
}

const told = (given: Route | undefined, lang: 'vi' | 'en' = 'vi') => {
  const place = placeOf(given)
  return place && [place.title, ...place.lines].map((text) => say(text, lang))
}

describe('where the patient is', () => {
  it('names the number, the door, those before and the wait', () => {
    const here = { ...room('Mắt'), ahead: 4, waitSeconds: 1_250 }
    const waiting = route('waiting', {
      here,
      next: [{ ...room('Kết luận'), tasks: [], waitSeconds: 0 }],
    })
    expect(placeOf(waiting)).toMatchObject({ number: '042', urgent: false, estimated: true })
    expect(told(waiting)).toEqual([
      'Chờ trước Phòng Mắt (Mắt)',
      'Còn 4 người trước bạn · khoảng 20 phút',
      'Sau đó: Phòng Kết luận (Kết luận).',
    ])
  })

  it.each([
    [0, 0, 'Bạn là người tiếp theo · sắp đến lượt'],
    [1, 61, 'Còn 1 người trước bạn · khoảng 1 phút'],
    [2, 600, 'Còn 2 người trước bạn · khoảng 10 phút'],
    [3, 745, 'Còn 3 người trước bạn · khoảng 10 phút'],
    [9, 3_900, 'Còn 9 người trước bạn · khoảng 1 giờ 5 phút'],
  ])('says of %i before and %i s: %s', (ahead, waitSeconds, line) => {
    expect(told(route('waiting', { here: { ...room('Mắt'), ahead, waitSeconds } }))?.[1]).toBe(line)
  })

  it('asks to come at once when called, without an estimate', () => {
    const called = route('called', { here: { ...room('Mắt'), ahead: 0, waitSeconds: 0 } })
    expect(placeOf(called)).toMatchObject({ urgent: true, estimated: false })
    expect(told(called, 'en')).toEqual(['Please go to Phòng Mắt (Mắt) now'])
  })

  it('says a door and a name that are the same once', () => {
    const here = { stationId: 's', name: 'Quầy 1', room: 'Quầy 1', ahead: 0, waitSeconds: 0 }
    expect(told(route('serving', { here }))).toEqual(['Bạn đang ở Quầy 1'])
  })

  it('names at most three of the doors to come', () => {
    const next = ['A', 'B', 'C', 'D'].map((name) => ({ ...room(name), tasks: [], waitSeconds: 0 }))
    const here = { ...room('Mắt'), ahead: 0, waitSeconds: 0 }
    expect(told(route('serving', { here, next }))?.at(-1)).toBe(
      'Sau đó: Phòng A (A), Phòng B (B), Phòng C (C)…',
    )
  })

  it('knows what to do when nothing is open, and after a call that was missed', () => {
    expect(told(route('waiting'))?.[0]).toBe('Chờ được gọi')
    expect(placeOf(route('no-show'))).toMatchObject({ urgent: true })
    expect(told(route('no-show'))?.[1]).toContain('quầy tiếp đón')
  })

  it.each(['done', 'abandoned', 'cancelled'] as const)('has nothing to say once %s', (state) => {
    expect(placeOf(route(state))).toBeUndefined()
  })

  it('has nothing to say of a visit without a ticket', () => {
    expect(placeOf(undefined)).toBeUndefined()
  })
})
