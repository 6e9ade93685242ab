import { calendarDateOf } from '../core/calendar-date.ts'

/** One entry of the log about this visit or its person, as far as the person may know who it was. */
export type Look = {
  at: Date
  actorKind: string
  action: string
  /** A doctor by name; everyone else by what they are here for. */
  doctor?: string
  /** A program that the centre lets in. */
  program?: string
  roles: readonly string[]
}

/** The same person doing the same thing again on the same day, told once. */
export type Looked = Omit<Look, 'at'> & { first: Date; last: Date; times: number }

/** Newest first, and each as long as nothing else came between. */
export function gathered(looks: readonly Look[]): Looked[] {
  const told: Looked[] = []
  for (const { at, ...look } of looks) {
    const before = told.at(-1)
    if (before && isSame(before, look) && calendarDateOf(before.first) === calendarDateOf(at)) {
      before.first = at
      before.times += 1
    } else {
      told.push({ ...look, first: at, last: at, times: 1 })
    }
  }
  return told
}

function isSame(a: Omit<Look, 'at'>, b: Omit<Look, 'at'>): boolean {
  return (
    a.actorKind === b.actorKind &&
    a.action === b.action &&
    a.doctor === b.doctor &&
    a.program === b.program &&
    a.roles.join() === b.roles.join()
  )
}
