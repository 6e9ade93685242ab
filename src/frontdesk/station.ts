import { z } from 'zod'
import { type Actor, may, mayRecord } from '../core/actor.ts'
import type { Task } from './task.ts'
import { tasks } from './task.ts'

/** A desk or a room where something of a visit is done. */
export type Station = {
  id: string
  version: number
  name: string
  room: string
  tasks: readonly Task[]
  position: number
  open: boolean
  retiredAt?: Date
}

/** Who sits there. */
export type Duty = {
  id: string
  stationId: string
  staffId: string
  staffName: string
  beganAt: Date
}

/** What the one before left behind for the next. */
export type Handover = { staffName: string; endedAt: Date; note: string }

const line = z.string().trim().min(1).max(60)

export const stationSchema = z.strictObject({
  name: line,
  room: line,
  tasks: z
    .array(z.enum(tasks))
    .min(1)
    .transform((given) => tasks.filter((task) => given.includes(task))),
  position: z.number().int().min(1).max(999).optional(),
})
export type StationData = z.infer<typeof stationSchema>

/** Who may do at least one of the things that a station is there for. */
export function mayServe(actor: Actor, station: Pick<Station, 'tasks'>): boolean {
  return may(actor, 'station:serve') && station.tasks.some((task) => mayDoTask(actor, task))
}

export function mayDoTask(actor: Actor, task: Task): boolean {
  if (task === 'payment') return may(actor, 'payment:take')
  if (task === 'conclusion') return may(actor, 'exam:conclude')
  return mayRecord(actor, task)
}
