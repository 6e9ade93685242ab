import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { placeOf } from '../../src/frontdesk/queue.ts'
import {
  called,
  ended,
  isOver,
  isSeated,
  MAX_SKIPS,
  mayDo,
  numberText,
  prioritised,
  queued,
  recalled,
  serving,
  skipped,
  type Ticket,
  type TicketAction,
  ticketActions,
  ticketStates,
} from '../../src/frontdesk/ticket.ts'

const begin = new Date('2026-11-24T01:00:00Z')
const fresh: Ticket = {
  visitId: 'v',
  version: 1,
  day: calendarDate('2026-11-24'),
  number: 42,
  tasks: ['eyes', 'conclusion'],
  passed: [],
  state: 'waiting',
  stationId: 'a',
  place: begin,
  queuedAt: begin,
  calls: 0,
  skips: 0,
}

type Step = (ticket: Ticket, now: Date) => Ticket
const steps: Record<TicketAction, Step> = {
  call: (ticket, now) => called(ticket, 'b', now),
  recall: recalled,
  serve: serving,
  skip: (ticket, now) => skipped(ticket, now, now),
  transfer: (ticket, now) => queued(ticket, 'c', now),
  finish: (ticket, now) => queued(ticket, undefined, now),
  prioritise: (ticket) => prioritised(ticket, 'pregnant'),
  'bring-back': (ticket, now) => queued(ticket, 'a', now),
}
const actions = Object.keys(steps) as TicketAction[]

test('a number has three digits, and more when it must', () => {
  expect([1, 42, 999, 1000].map(numberText)).toEqual(['001', '042', '999', '1000'])
})

describe('the state machine', () => {
  test.each(['call', 'recall', 'serve', 'skip', 'prioritise'] as const)(
    '%s is refused wherever the table does not allow it',
    (action) => {
      for (const state of ticketStates) {
        if (mayDo({ state }, action)) continue
        expect(() => steps[action]({ ...fresh, state }, begin)).toThrow(`ticket-${state}`)
      }
    },
  )

  test('nothing is allowed once it is done or cancelled', () => {
    expect([...ticketActions.done, ...ticketActions.cancelled]).toEqual([])
  })

  test('whatever happens, it is at one place at most and says so', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 40 }), (chosen) => {
        let ticket = fresh
        chosen.forEach((action, index) => {
          if (!mayDo(ticket, action)) return
          ticket = steps[action](ticket, new Date(begin.getTime() + (index + 1) * 60_000))
          expectWhole(ticket)
        })
      }),
    )
  })

  test('at the end it is nowhere', () => {
    const seat = serving(called(fresh, 'a', begin), begin)
    for (const state of ['done', 'abandoned', 'cancelled', 'no-show'] as const) {
      const over = ended(seat, state, begin)
      expectWhole(over)
      expect(over.state).toBe(state)
    }
  })
})

/** What the database demands of every row. */
function expectWhole(ticket: Ticket): void {
  const { state } = ticket
  expect(isSeated(state)).toBe(ticket.calledAt !== undefined)
  expect(state === 'serving').toBe(ticket.servedAt !== undefined)
  expect(isOver(state)).toBe(ticket.endedAt !== undefined)
  if (isSeated(state)) expect(ticket.calls).toBeGreaterThan(0)
  if (isSeated(state)) expect(ticket.stationId).toBeDefined()
  if (isOver(state)) expect(ticket.stationId).toBeUndefined()
}

test('nobody is called before they came into the queue, whichever transaction began first', () => {
  const earlier = new Date(begin.getTime() - 400)
  expect(called(fresh, 'a', earlier).calledAt).toEqual(begin)
  expect(called(fresh, 'b', earlier)).toMatchObject({ queuedAt: begin, calledAt: begin })
})

describe('called in vain', () => {
  test('comes back to the same station, and is gone when it was once too often', () => {
    let ticket = fresh
    for (let time = 1; time < MAX_SKIPS; time++) {
      ticket = skipped(called(ticket, 'a', begin), begin, begin)
      expect(ticket).toMatchObject({ state: 'waiting', stationId: 'a', skips: time, calls: 0 })
    }
    expect(skipped(called(ticket, 'a', begin), begin, begin).state).toBe('no-show')
  })

  test('is forgotten at the next station', () => {
    const once = skipped(called(fresh, 'a', begin), begin, begin)
    expect(queued(once, 'b', begin)).toMatchObject({ skips: 0, calls: 0 })
  })
})

describe('priority', () => {
  test('moves forward in the queue, and back when it is taken away', () => {
    const forward = prioritised(fresh, 'disabled')
    expect(forward.place).toEqual(placeOf(begin, 'disabled'))
    expect(prioritised(forward, undefined)).toEqual(fresh)
  })

  test('does not undo that somebody was called in vain', () => {
    const later = new Date(begin.getTime() + 600_000)
    const back = skipped(called(fresh, 'a', begin), later, begin)
    expect(prioritised(back, 'pregnant').place).toEqual(later)
  })
})
