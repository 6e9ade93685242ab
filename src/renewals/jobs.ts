import { z } from 'zod'
import type { Actor } from '../core/actor.ts'
import type { Deps } from '../platform/deps.ts'
import type { JobHandler, JobHandlers } from '../platform/jobs.ts'
import { authorityBody } from './authority-body.ts'
import { type AuthorityAnswer, AuthorityClient } from './authority-client.ts'
import { type RenewalOutside, sendCertificate } from './gateway-client.ts'
import { type Asked, beginSubmission, takeAuthorityAnswer } from './submission-commands.ts'
import type { Submission } from './submission-repository.ts'
import { renewalWorker, sweepRenewals } from './sweep-commands.ts'
import { beginTransmission, finishTransmission } from './transmission-commands.ts'

/** The crontab line of this feature. */
export const renewalCron = '* * * * * sweep-renewals'

const transmissionPayload = z.object({ facilityId: z.string(), transmissionId: z.string() })
const casePayload = z.object({
  facilityId: z.string(),
  caseId: z.string(),
  reason: z.string().default(''),
  note: z.string().default(''),
})

/** Everything that leaves the clinic. No transaction is open while the outside is asked. */
export function renewalJobs(outside: RenewalOutside): JobHandlers {
  return {
    'transmit-certificate': (deps, payload) => transmit(deps, outside, payload),
    'submit-case': (deps, payload) => submit(deps, outside, payload),
    'read-case': asking(outside, 'other', (client, { caseId }) => client.read(caseId)),
    'supplement-case': asking(outside, 'other', (client, { caseId, note }) =>
      client.supplement(caseId, { note }),
    ),
    'withdraw-case': asking(outside, 'withdraw', (client, { caseId, reason }) =>
      client.withdraw(caseId, reason),
    ),
    'sweep-renewals': (deps) => sweepRenewals(deps),
  }
}

/**
 * The certificate and, once the gateway has it, the case that waited for it: one after the other,
 * each marked before it leaves. Tried again, it goes on where it stopped.
 */
async function transmit(deps: Deps, outside: RenewalOutside, payload: unknown): Promise<void> {
  const { facilityId, transmissionId } = transmissionPayload.parse(payload)
  const actor = renewalWorker(facilityId)
  const record = await beginTransmission(deps, actor, transmissionId)
  if (!record) {
    await handIn(deps, outside, actor, await beginSubmission(deps, actor, { transmissionId }))
    return
  }
  const result = await sendCertificate(deps.env, outside, record, deps.clock.now())
  const submission = await finishTransmission(deps, actor, transmissionId, result)
  // What nobody has connected yet is not asked again and again: the sweep goes on once it is.
  if (result.kind === 'unreachable' && deps.env.connected.gateway) throw new OutsideUnreachable()
  await handIn(deps, outside, actor, submission)
}

async function submit(deps: Deps, outside: RenewalOutside, payload: unknown): Promise<void> {
  const { facilityId, caseId } = casePayload.parse(payload)
  const actor = renewalWorker(facilityId)
  await handIn(deps, outside, actor, await beginSubmission(deps, actor, { caseId }))
}

async function handIn(
  deps: Deps,
  outside: RenewalOutside,
  actor: Actor,
  submission: Submission | undefined,
): Promise<void> {
  if (!submission) return
  const { case: asHandedIn, facts } = submission
  const { caseId } = facts
  const client = new AuthorityClient(deps.env, outside)
  const answer = await client.create(caseId, authorityBody(facts, callbackUrl(deps)))
  await takeAuthorityAnswer(deps, actor, { caseId, asHandedIn }, answer, 'create')
  if (answer.kind === 'later') throw new OutsideUnreachable()
}

function callbackUrl({ env }: Deps): string {
  return `${env.publicUrl}/webhooks/licence-authority`
}

function asking(
  outside: RenewalOutside,
  asked: Asked,
  ask: (client: AuthorityClient, payload: z.output<typeof casePayload>) => Promise<AuthorityAnswer>,
): JobHandler {
  return async (deps, payload) => {
    const parsed = casePayload.parse(payload)
    const answer = await ask(new AuthorityClient(deps.env, outside), parsed)
    const actor = renewalWorker(parsed.facilityId)
    await takeAuthorityAnswer(deps, actor, parsed, answer, asked)
    if (answer.kind === 'later') throw new OutsideUnreachable()
  }
}

/** Makes the worker try again after its back-off; the row already says why. */
class OutsideUnreachable extends Error {
  override name = 'OutsideUnreachable'
}
