import { type Actor, authorise } from '../core/actor.ts'
import { invalid, notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { actorCacheOf } from './actor-cache.ts'
import { apart } from './attempt-commands.ts'
import {
  CODE_BYTES,
  CODE_MINUTES,
  type Device,
  type DeviceActor,
  type DeviceKind,
  decideDevice,
  deviceActor,
  type NewDevice,
  PAIRED_DAYS,
  pairingCode,
  readPairingCode,
} from './device.ts'
import {
  findDevice,
  findDeviceByCode,
  insertDevice,
  saveCode,
  saveDeviceRevoked,
  saveDeviceSeen,
  savePaired,
} from './device-repository.ts'
import { deviceWords, pairWords } from './device-words.ts'
import { hashToken } from './token-repository.ts'

/** The code leaves here once; only its hash is kept. */
export type CodeForDevice = { device: Pick<Device, 'id' | 'name' | 'kind'>; code: string }

export async function createDevice(
  deps: Deps,
  actor: Actor,
  input: NewDevice,
): Promise<CodeForDevice> {
  authorise(actor, 'staff:manage')
  const { name, kind } = decideDevice(input)
  const code = newCode(deps)
  const device: Device = {
    id: deps.clock.id(),
    facilityId: actor.facilityId,
    name,
    kind,
    createdAt: deps.clock.now(),
    codeExpiresAt: codeExpiry(deps.clock.now()),
    pairedAt: null,
    expiresAt: null,
    lastSeenAt: null,
    revokedAt: null,
  }
  await transact(deps, actor, async (tx) => {
    await insertDevice(tx, device, hashToken(code))
    await publish(tx, { type: 'device.created', deviceId: device.id })
  })
  return { device, code }
}

/** What was paired before goes on until the new code is spent. */
export async function renewCode(
  deps: Deps,
  actor: Actor,
  deviceId: string,
): Promise<CodeForDevice> {
  authorise(actor, 'staff:manage')
  const code = newCode(deps)
  return transact(deps, actor, async (tx) => {
    const device = await findDevice(tx, tx.facilityId, deviceId)
    const renewed = await saveCode(tx, deviceId, {
      hash: hashToken(code),
      expiresAt: codeExpiry(tx.now),
    })
    if (!device || !renewed) throw notFound(deviceWords.aDevice)
    await publish(tx, { type: 'device.code-issued', deviceId })
    return { device, code }
  })
}

export type Paired = { kind: DeviceKind; token: string; seconds: number }

/**
 * Spends a code: from here on the browser that typed it is the device. A code that is wrong, spent or
 * too old is refused in the same words.
 */
export async function pairDevice(deps: Deps, typed: string): Promise<Paired> {
  const code = readPairingCode(typed)
  const codeHash = hashToken(code ?? '')
  const found = code && (await findDeviceByCode(deps.database, codeHash, deps.clock.now()))
  if (!found) throw codeWrong()
  const token = deps.clock.secret(32)
  const expiresAt = new Date(deps.clock.now().getTime() + PAIRED_DAYS * 86_400_000)
  await transact(deps, deviceActor(found), async (tx) => {
    const pairing = { id: found.id, codeHash, tokenHash: hashToken(token), expiresAt }
    if (!(await savePaired(tx, pairing))) throw codeWrong()
    await publish(tx, { type: 'device.paired', deviceId: found.id })
  })
  actorCacheOf(deps.database).forget(found.id)
  return { kind: found.kind, token, seconds: PAIRED_DAYS * 86_400 }
}

export async function revokeDevice(deps: Deps, actor: Actor, deviceId: string): Promise<void> {
  authorise(actor, 'staff:manage')
  await transact(deps, actor, async (tx) => {
    if (!(await saveDeviceRevoked(tx, deviceId))) throw notFound(deviceWords.aDevice)
    await publish(tx, { type: 'device.revoked', deviceId })
  })
  actorCacheOf(deps.database).forget(deviceId)
}

/** That it is alive; its pairing is not put off by it. */
export function noteDeviceSeen(deps: Deps, actor: DeviceActor): Promise<void> {
  return apart(deps, actor, (tx) => saveDeviceSeen(tx, actor.id))
}

function newCode(deps: Deps): string {
  return pairingCode(Buffer.from(deps.clock.secret(CODE_BYTES), 'base64url'))
}

function codeExpiry(now: Date): Date {
  return new Date(now.getTime() + CODE_MINUTES * 60_000)
}

function codeWrong() {
  return invalid([{ pointer: '/code', code: 'pairing-code', message: pairWords.wrong }])
}
