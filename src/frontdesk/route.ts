import { waitSeconds } from './pace.ts'
import { inBoth, isExamTask, type Task, without } from './task.ts'
import type { Ticket } from './ticket.ts'

/** A station that takes people now, and how much it has to do. */
export type OpenStation = {
  id: string
  name: string
  room: string
  tasks: readonly Task[]
  position: number
  waiting: number
  busy: boolean
  /** Somebody sits there. */
  staffed: boolean
  secondsEach: number
}

/** One stay to come: where, what for, and how long the wait there is expected to be. */
export type Leg = {
  stationId: string
  name: string
  room: string
  tasks: Task[]
  waitSeconds: number
}

/** Where a visit is on its way through the house. */
export type Route = {
  ticket: Ticket
  done: Task[]
  /** Where the ticket is now; none ahead of them once they are called. */
  here?: { stationId: string; name: string; room: string; ahead: number; waitSeconds: number }
  next: Leg[]
  /** Left, and no open station serves it. */
  unserved: Task[]
}

type Left = Pick<Ticket, 'tasks' | 'passed'>

/** What is still to be passed. */
export function tasksLeft({ tasks, passed }: Left, done: readonly Task[]): Task[] {
  return without(tasks, passed, done)
}

/**
 * What may be done now of what is left: every section at any time, the payment too, and the
 * conclusion when neither is left that an open station serves; a section that no station serves
 * keeps the conclusion waiting, a payment never does.
 */
export function tasksNow(left: readonly Task[], open: readonly OpenStation[]): Task[] {
  const served = open.flatMap((station) => station.tasks)
  const first = left.filter((task) => task !== 'conclusion')
  const before = first.some((task) => isExamTask(task) || served.includes(task))
  return before ? first : inBoth(left, ['conclusion'])
}

/**
 * Where to go now: of the open stations that serve something of it the one with the shortest wait, and
 * one where nobody sits only when nobody sits at any of them.
 */
export function chooseStation(
  left: readonly Task[],
  open: readonly OpenStation[],
): OpenStation | undefined {
  const now = tasksNow(left, open)
  return open
    .filter((station) => inBoth(station.tasks, now).length > 0)
    .sort(
      (a, b) =>
        Number(b.staffed) - Number(a.staffed) ||
        waitAt(a) - waitAt(b) ||
        a.position - b.position ||
        (a.id < b.id ? -1 : 1),
    )[0]
}

/** Whether there is still something to do at this station, as far as may be done now. */
export function isServedBy(
  station: Pick<OpenStation, 'tasks'>,
  left: readonly Task[],
  open: readonly OpenStation[],
): boolean {
  return inBoth(station.tasks, tasksNow(left, open)).length > 0
}

/** Nothing is left, or nothing but a payment that nobody takes now. */
export function isThrough(left: readonly Task[], open: readonly OpenStation[]): boolean {
  if (left.some((task) => task !== 'payment')) return false
  return !open.some((station) => inBoth(station.tasks, left).length > 0)
}

export function waitAt(station: OpenStation): number {
  return waitSeconds(station.secondsEach, { ahead: station.waiting, busy: station.busy })
}

/** The stays to come in the order that is expected now, and what nobody serves. */
export function legsOf(
  left: readonly Task[],
  open: readonly OpenStation[],
): { legs: Leg[]; unserved: Task[] } {
  const legs: Leg[] = []
  let rest = [...left]
  for (let station = chooseStation(rest, open); station; station = chooseStation(rest, open)) {
    const { id, name, room } = station
    const here = inBoth(station.tasks, tasksNow(rest, open))
    legs.push({ stationId: id, name, room, tasks: here, waitSeconds: waitAt(station) })
    rest = without(rest, here)
  }
  return { legs, unserved: rest }
}
