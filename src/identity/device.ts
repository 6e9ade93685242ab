import type { Actor } from '../core/actor.ts'
import { invalid } from '../core/errors.ts'
import { deviceWords } from './device-words.ts'

export const deviceKinds = ['board', 'kiosk'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** A screen that belongs to the house and to nobody: it shows the queue, or registers who arrives. */
export type Device = {
  id: string
  facilityId: string
  name: string
  kind: DeviceKind
  createdAt: Date
  /** Until when its code may be typed; null when no code is out. */
  codeExpiresAt: Date | null
  pairedAt: Date | null
  /** The pairing's own end; it is never put off. */
  expiresAt: Date | null
  lastSeenAt: Date | null
  revokedAt: Date | null
}

export type DeviceActor = Extract<Actor, { kind: 'device' }>

export type DeviceState = 'waiting' | 'code-expired' | 'paired' | 'expired' | 'revoked'

export const CODE_MINUTES = 15
/** Browsers forget a cookie after 400 days whatever we say. */
export const PAIRED_DAYS = 365

export function deviceState(device: Device, now: Date): DeviceState {
  if (device.revokedAt) return 'revoked'
  if (device.expiresAt && device.expiresAt > now) return 'paired'
  if (device.codeExpiresAt && device.codeExpiresAt > now) return 'waiting'
  return device.pairedAt ? 'expired' : 'code-expired'
}

export type NewDevice = { name: string; kind: string }

/** What is checked and tidied before a device is made; throws with every fault at once. */
export function decideDevice(input: NewDevice): { name: string; kind: DeviceKind } {
  const name = input.name.normalize('NFC').trim().replace(/\s+/g, ' ')
  const kind = deviceKinds.find((each) => each === input.kind)
  const named = name.length >= 2 && name.length <= 60
  if (named && kind) return { name, kind }
  throw invalid([
    ...(kind ? [] : [{ pointer: '/kind', code: 'missing', message: deviceWords.kindFault }]),
    ...(named ? [] : [{ pointer: '/name', code: 'name', message: deviceWords.nameFault }]),
  ])
}

/** Crockford's letters: read off one screen and typed on another, so no I, L, O or U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 10
export const CODE_BYTES = CODE_LENGTH

/** Fifty bits that pair once and live for minutes: `7K2QM-X09TB`. */
export function pairingCode(random: Uint8Array): string {
  const code = [...random.slice(0, CODE_LENGTH)].map((byte) => letters[byte % 32]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** The code as it was given out, however it was typed; undefined when it cannot be one. */
export function readPairingCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s–—-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const whole = code.length === CODE_LENGTH && [...code].every((letter) => letters.includes(letter))
  return whole ? `${code.slice(0, 5)}-${code.slice(5)}` : undefined
}

/** Where a device lives; its cookie is sent, and counts, nowhere else. */
export function devicePath(kind: DeviceKind): `/${DeviceKind}` {
  return `/${kind}`
}

/** The kind of device that a path belongs to. */
export function deviceKindOfPath(path: string): DeviceKind | undefined {
  return deviceKinds.find((kind) => path === `/${kind}` || path.startsWith(`/${kind}/`))
}

export function deviceCookie(kind: DeviceKind): string {
  return `lienthong.${kind}`
}

export function deviceActor({ id, name, facilityId, kind }: Device): DeviceActor {
  return { kind: 'device', id, name, facilityId, device: kind }
}
