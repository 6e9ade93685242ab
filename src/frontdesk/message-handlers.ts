import { calendarDateOf, clockTimeOf, formatDayMonthYear } from '../core/calendar-date.ts'
import type { Tx } from '../platform/database.ts'
import { addJob } from '../platform/jobs.ts'
import type { EventHandler } from '../platform/publish.ts'
import { compose, type MessageTemplate, type MessageValues, type Template } from './message.ts'
import {
  dropMessages,
  findTemplates,
  findTold,
  insertMessage,
  type Told,
} from './message-repository.ts'
import { messageWords } from './message-words.ts'

/** Whoever booked for themselves or by telephone is told that the place is kept. */
export const confirmBooking: EventHandler<'appointment.booked'> = async (tx, event) => {
  if (event.source !== 'group') await tellOf(tx, event.appointmentId, 'appointment-booked')
}

/** What the desk cancels is told; what somebody cancelled themselves they know. */
export const announceCancellation: EventHandler<'appointment.cancelled'> = async (tx, event) => {
  await dropMessages(tx, event.appointmentId)
  if (event.reason === 'desk') await tellOf(tx, event.appointmentId, 'appointment-cancelled')
}

async function tellOf(tx: Tx, appointmentId: string, template: MessageTemplate): Promise<void> {
  const told = await findTold(tx, appointmentId)
  if (told) await queueMessage(tx, template, told)
}

/**
 * Queues one message of a kind about an appointment, in the commit of what it tells; a second one of
 * that kind is none. Nothing is queued where no gateway is connected or the template is switched off.
 */
export async function queueMessage(tx: Tx, key: MessageTemplate, told: Told): Promise<void> {
  const { env, clock } = tx.deps
  if (!env.demo && !env.SMS_URL) return
  const template = templateOf(key, await findTemplates(tx, tx.facilityId))
  if (!template.enabled) return
  const id = clock.id()
  const { appointmentId: subjectId, phone, startsAt: usefulUntil } = told
  const body = compose(template, valuesOf(told))
  if (!(await insertMessage(tx, { id, template: key, subjectId, phone, body, usefulUntil }))) return
  await addJob(
    tx,
    'send-message',
    { facilityId: tx.facilityId, messageId: id },
    { maxAttempts: 12 },
  )
}

/** The facility's own wording, or what everybody begins with. */
export function templateOf(key: MessageTemplate, own: readonly Template[]): Template {
  const found = own.find((template) => template.key === key)
  return found ?? { key, body: messageWords.defaults[key], plain: true, enabled: true }
}

function valuesOf(told: Told): MessageValues {
  return {
    name: told.name,
    time: clockTimeOf(told.startsAt),
    day: formatDayMonthYear(calendarDateOf(told.startsAt)),
    place: told.place,
    address: told.address,
    phone: told.housePhone ?? '',
  }
}
