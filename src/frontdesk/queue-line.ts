import type { Actor } from '../core/actor.ts'
import type { CalendarDate } from '../core/calendar-date.ts'
import { mayDoTask, type Station } from './station.ts'
import { inBoth, type Task, without } from './task.ts'
import type { Ticket } from './ticket.ts'

/** Somebody at a station or in its queue, as the person who serves there needs to know them. */
export type QueueLine = {
  ticket: Ticket
  done: readonly Task[]
  patientId: string
  name: string
  birthDate: CalendarDate
  examId?: string
  licenceClass?: string
  invoiceId?: string
}

/** What is to be done here for this person, by this actor. */
export function ownTasks(
  actor: Actor,
  station: Pick<Station, 'tasks'>,
  line: Pick<QueueLine, 'ticket' | 'done'>,
): Task[] {
  const here = inBoth(station.tasks, without(line.ticket.tasks, line.done, line.ticket.passed))
  return here.filter((task) => mayDoTask(actor, task))
}

/** Straight to the work: the section, the bill or the conclusion of the person called. */
export function workHref(task: Task | undefined, line: QueueLine): string {
  const { examId, invoiceId, ticket } = line
  if (!examId) return `/visits/${ticket.visitId}`
  if (task === 'payment') return invoiceId ? `/bills/${invoiceId}` : `/bills/new?exam=${examId}`
  if (task === 'conclusion') return `/exams/${examId}/conclusion`
  return task ? `/exams/${examId}/sections/${task}` : `/exams/${examId}`
}
