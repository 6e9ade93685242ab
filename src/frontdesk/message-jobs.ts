import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import type { JobHandlers } from '../platform/jobs.ts'
import { beginSending, finishSending, messenger, remindExpected } from './message-commands.ts'
import { type SmsOutside, sendSms } from './sms-client.ts'

const payloadSchema = z.object({ facilityId: z.string(), messageId: z.string() })

/** Messages to people's phones. No transaction is open while the gateway is asked. */
export function messageJobs(outside: SmsOutside): JobHandlers {
  return {
    'send-message': (deps, payload) => send(deps, outside, payload),
    'remind-expected': (deps) => remindExpected(deps),
  }
}

export const messageCron = '*/10 * * * * remind-expected'

async function send(deps: Deps, outside: SmsOutside, payload: unknown): Promise<void> {
  const { facilityId, messageId } = payloadSchema.parse(payload)
  const actor = messenger(facilityId)
  const message = await beginSending(deps, actor, messageId)
  if (!message) return
  const result = await sendSms(deps.env, outside, message)
  await finishSending(deps, actor, messageId, result)
  if (result.kind === 'later' || result.kind === 'unknown') throw new NotSentYet()
}

/** Makes the worker try again after its back-off; the row already says why. */
class NotSentYet extends Error {
  override name = 'NotSentYet'
}
