import { type Actor, authorise } from '../core/actor.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import {
  type Addresses,
  type Finding,
  type Integration,
  isConnected,
  isFine,
} from './integration.ts'
import { insertTest } from './integration-repository.ts'
import {
  probeAuthority,
  probeBank,
  probeGateway,
  probeSignature,
  probeSms,
} from './probe-client.ts'

/** Tries a connection as it would be used, changes nothing there, and remembers what came of it. */
export async function testIntegration(
  deps: Deps,
  actor: Actor,
  input: { integration: Integration; addresses: Addresses },
): Promise<Finding> {
  authorise(actor, 'setting:manage')
  const { integration, addresses } = input
  const outcome = isConnected(integration, deps.env.connected)
    ? await probes[integration](deps, addresses)
    : 'not-connected'
  return transact(deps, actor, async (tx) => {
    await insertTest(tx, { integration, outcome, fine: isFine(outcome) })
    const { facilityId } = tx
    await publish(tx, { type: 'integration.tested', facilityId, integration, finding: outcome })
    return outcome
  })
}

type Probe = (deps: Deps, addresses: Addresses) => Promise<Finding> | Finding

const probes: Record<Integration, Probe> = {
  gateway: ({ env }, addresses) => probeGateway(env, addresses),
  authority: ({ env }, addresses) => probeAuthority(env, addresses),
  bank: ({ env, clock }) => probeBank(env, clock.now()),
  signature: ({ env, clock }) => probeSignature(env, clock.now()),
  sms: ({ env }, addresses) => probeSms(env, addresses),
}
