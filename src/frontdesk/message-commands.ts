import { type Actor, authorise } from '../core/actor.ts'
import { clockTimeOf } from '../core/calendar-date.ts'
import { conflict, notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { addJob } from '../platform/jobs.ts'
import { publish } from '../platform/publish.ts'
import { loadCalendar } from '../settings/calendar-repository.ts'
import { allowsMessage, type Template } from './message.ts'
import { queueMessage } from './message-handlers.ts'
import {
  findToRemind,
  type LockedMessage,
  lockMessage,
  saveTemplate,
  updateMessage,
} from './message-repository.ts'
import { messageWords as words } from './message-words.ts'
import { isHeld } from './slot.ts'
import type { SmsResult } from './sms-client.ts'

export function messenger(facilityId: string): Actor {
  return { kind: 'system', id: 'messages', name: 'messages', facilityId }
}

/** Another wording, from the next message on. */
export async function changeTemplate(deps: Deps, actor: Actor, template: Template): Promise<void> {
  authorise(actor, 'message:template')
  return transact(deps, actor, async (tx) => {
    const templateId = await saveTemplate(tx, template)
    await publish(tx, { type: 'message-template.changed', templateId })
  })
}

/** Marks a message as leaving, before it leaves; undefined where it has nothing to leave for. */
export async function beginSending(
  deps: Deps,
  actor: Actor,
  messageId: string,
): Promise<LockedMessage | undefined> {
  return transact(deps, actor, async (tx) => {
    const message = await lockMessage(tx, messageId)
    if (!message || !allowsMessage(message.state, 'send')) return undefined
    if (message.usefulUntil <= tx.now) {
      await updateMessage(tx, messageId, { state: 'cancelled' })
      await publish(tx, { type: 'message.cancelled', messageId })
      return undefined
    }
    await updateMessage(tx, messageId, { state: 'sending', attempted: true })
    return message
  })
}

/** Says what came of it; what is settled meanwhile stays so. */
export async function finishSending(
  deps: Deps,
  actor: Actor,
  messageId: string,
  result: SmsResult,
): Promise<void> {
  return transact(deps, actor, async (tx) => {
    const message = await lockMessage(tx, messageId)
    if (message?.state !== 'sending') return
    if (result.kind === 'sent') {
      await updateMessage(tx, messageId, { state: 'sent', reference: result.reference })
      await publish(tx, { type: 'message.sent', messageId })
      return
    }
    const state = result.kind === 'later' ? 'queued' : result.kind
    await updateMessage(tx, messageId, { state, answer: result.answer })
    if (state === 'refused') await publish(tx, { type: 'message.refused', messageId })
  })
}

/** What the gateway refused or never answered, once more; it knows the message by its id. */
export async function sendAgain(deps: Deps, actor: Actor, messageId: string): Promise<void> {
  authorise(actor, 'appointment:book')
  return transact(deps, actor, async (tx) => {
    const message = await lockMessage(tx, messageId)
    if (!message) throw notFound(words.aMessage)
    if (message.state === 'queued') return
    if (!allowsMessage(message.state, 'again')) throw conflict('message-settled', words.refuses)
    await updateMessage(tx, messageId, { state: 'queued' })
    await addJob(tx, 'send-message', { facilityId: tx.facilityId, messageId }, { maxAttempts: 12 })
  })
}

const HOUR = 3_600_000
/** Nobody's telephone rings at night. */
const [FIRST_HOUR, LAST_HOUR] = ['08:00', '20:00']

/** Reminds whoever is expected within a day, once, and at an hour at which people are awake. */
export async function remindExpected(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  const time = clockTimeOf(now)
  if (time < FIRST_HOUR || time >= LAST_HOUR) return
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR)
  const window = { from: at(2), until: at(26), bookedBefore: at(-12) }
  const expected = await findToRemind(deps.database, window)
  for (const facilityId of new Set(expected.map((told) => told.facilityId))) {
    const calendar = await loadCalendar(deps.database, facilityId)
    for (const told of expected) {
      // Whoever is booked for when the house is closed must be given another time, not sent there.
      if (told.facilityId !== facilityId || !isHeld(told, calendar)) continue
      await transact(deps, messenger(facilityId), (tx) =>
        queueMessage(tx, 'appointment-reminder', told),
      )
    }
  }
}
