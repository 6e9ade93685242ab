import type { CalendarDate } from '../core/calendar-date.ts'
import { conflict } from '../core/errors.ts'
import { type Place, type Priority, placeOf } from './queue.ts'
import type { Task } from './task.ts'
import { ticketWords as words } from './ticket-words.ts'

export const ticketStates = [
  'waiting',
  'called',
  'serving',
  'done',
  'no-show',
  'abandoned',
  'cancelled',
] as const
export type TicketState = (typeof ticketStates)[number]

export type TicketAction =
  | 'call'
  | 'recall'
  | 'serve'
  | 'skip'
  | 'transfer'
  | 'finish'
  | 'prioritise'
  | 'bring-back'

/** The pages draw their buttons from the table that the commands check. */
export const ticketActions = {
  waiting: ['call', 'transfer', 'prioritise'],
  called: ['recall', 'serve', 'skip', 'transfer', 'finish', 'prioritise'],
  serving: ['transfer', 'finish'],
  done: [],
  'no-show': ['bring-back'],
  abandoned: ['bring-back'],
  cancelled: [],
} as const satisfies Record<TicketState, readonly TicketAction[]>

/** A number of the day, and the one place where its holder is now. One per visit. */
export type Ticket = {
  visitId: string
  version: number
  day: CalendarDate
  number: number
  priority?: Priority
  /** All that this visit has to pass. */
  tasks: readonly Task[]
  /** What somebody let pass by hand. */
  passed: readonly Task[]
  state: TicketState
  /** Absent while no open station serves what is left, and when it is over. */
  stationId?: string
  place: Date
  queuedAt: Date
  calledAt?: Date
  servedAt?: Date
  calls: number
  skips: number
  endedAt?: Date
}

export type Ending = Extract<TicketState, 'done' | 'no-show' | 'abandoned' | 'cancelled'>

export function isOver(state: TicketState): state is Ending {
  return state === 'done' || state === 'no-show' || state === 'abandoned' || state === 'cancelled'
}

/** Somebody stands or sits at a station. */
export function isSeated(state: TicketState): state is 'called' | 'serving' {
  return state === 'called' || state === 'serving'
}

export function mayDo({ state }: Pick<Ticket, 'state'>, action: TicketAction): boolean {
  const actions: readonly TicketAction[] = ticketActions[state]
  return actions.includes(action)
}

export function requireTicketAction(ticket: Pick<Ticket, 'state'>, action: TicketAction): void {
  if (!mayDo(ticket, action)) throw conflict(`ticket-${ticket.state}`, words.notNow)
}

/** Three digits, so that a board's numbers stand under one another: `042`. */
export function numberText(number: number): string {
  return String(number).padStart(3, '0')
}

/** So often somebody is let pass at one stop before they count as gone. */
export const MAX_SKIPS = 3

/** Stands in a station's queue from now on, or in none when nothing open serves what is left. */
export function queued(ticket: Ticket, stationId: string | undefined, now: Date): Ticket {
  return {
    ...unseated(ticket),
    state: 'waiting',
    ...(stationId && { stationId }),
    place: placeOf(now, ticket.priority),
    queuedAt: now,
    calls: 0,
    skips: 0,
  }
}

/**
 * Called to a station, which may be another than where they waited. Never before they came into the
 * queue, though a call's transaction may have begun before the one that sent them there.
 */
export function called(ticket: Ticket, stationId: string, now: Date): Ticket {
  requireTicketAction(ticket, 'call')
  const fetched = ticket.stationId !== stationId
  const at = new Date(Math.max(now.getTime(), ticket.queuedAt.getTime()))
  return {
    ...ticket,
    state: 'called',
    stationId,
    calledAt: at,
    calls: 1,
    ...(fetched && { queuedAt: at, skips: 0 }),
  }
}

export function recalled(ticket: Ticket, now: Date): Ticket {
  requireTicketAction(ticket, 'recall')
  return { ...ticket, calledAt: now, calls: ticket.calls + 1 }
}

export function serving(ticket: Ticket, now: Date): Ticket {
  requireTicketAction(ticket, 'serve')
  return { ...ticket, state: 'serving', servedAt: now }
}

/** Did not come: back into the queue at that place, or away when it was once too often. */
export function skipped(ticket: Ticket, place: Place, now: Date): Ticket {
  requireTicketAction(ticket, 'skip')
  const skips = ticket.skips + 1
  if (skips >= MAX_SKIPS) return ended({ ...ticket, skips }, 'no-show', now)
  const { stationId } = ticket
  return {
    ...unseated(ticket),
    ...(stationId && { stationId }),
    state: 'waiting',
    place,
    calls: 0,
    skips,
  }
}

export function ended(ticket: Ticket, as: Ending, now: Date): Ticket {
  return { ...unseated(ticket), state: as, endedAt: now }
}

/** The rule of priority holds from where they queue now, whether given or taken away. */
export function prioritised(ticket: Ticket, priority: Priority | undefined): Ticket {
  requireTicketAction(ticket, 'prioritise')
  const { priority: _before, ...rest } = ticket
  const place = ticket.skips > 0 ? ticket.place : placeOf(ticket.queuedAt, priority)
  return { ...rest, ...(priority && { priority }), place }
}

function unseated(ticket: Ticket): Ticket {
  const {
    stationId: _station,
    calledAt: _called,
    servedAt: _served,
    endedAt: _ended,
    ...rest
  } = ticket
  return rest
}
