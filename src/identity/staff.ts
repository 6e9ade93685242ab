import { z } from 'zod'
import type { Actor, Doctor } from '../core/actor.ts'
import { type FieldError, invalid } from '../core/errors.ts'
import { faults } from './fault-words.ts'
import { type Grants, parseGrants } from './grant.ts'

/** Someone who works at a facility and signs in by name and password. */
export type Staff = Grants & {
  id: string
  facilityId: string
  username: string
  name: string
  doctorRegistration: string | null
  mustChangePassword: boolean
  disabledAt: Date | null
}

export type StaffActor = Extract<Actor, { kind: 'staff' }>

export const MIN_PASSWORD = 10
export const MAX_PASSWORD = 128

/** No l, o, 0 or 1: it is read aloud and typed once. */
const readable = 'abcdefghijkmnpqrstuvwxyz23456789'
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A generated password out of base64url chance, five bits a letter: `k7mn-2qpf-w9xc`. */
export function readablePassword(secret: string): string {
  const letters = [...secret].map((letter) => readable[base64url.indexOf(letter) % 32] ?? '')
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

const usernamePattern = /^[a-z0-9][a-z0-9._-]{2,29}$/
/** Practising certificate (old) or licence (new): `0012345/HCM-CCHN`, `0012345/BYT-GPHN`. */
const registrationPattern = /^\d{4,8}\/[\p{Lu}\d]{2,8}-(CCHN|GPHN)$/u

export const newStaff = z.strictObject({
  username: z.string(),
  name: z.string(),
  grants: z.array(z.string()),
  doctorRegistration: z.string().optional(),
})
export type NewStaff = z.infer<typeof newStaff>

/** What is checked and tidied before an account is made; throws with every fault at once. */
export function decideStaff(input: NewStaff): Grants & Omit<NewStaff, 'grants'> {
  const username = input.username.trim().toLowerCase()
  const name = input.name.normalize('NFC').trim().replace(/\s+/g, ' ')
  const doctorRegistration = input.doctorRegistration?.trim().toUpperCase() || undefined
  const grants = parseGrants(input.grants)
  const errors: FieldError[] = []
  const fault = (field: string, code: keyof typeof faults) =>
    errors.push({ pointer: `/${field}`, code, message: faults[code] })
  if (!usernamePattern.test(username)) fault('username', 'username')
  if (name.length < 2 || name.length > 100) fault('name', 'name')
  if ('unknown' in grants || grants.roles.length === 0) fault('grants', 'grants')
  if (doctorRegistration && !registrationPattern.test(doctorRegistration)) {
    fault('doctorRegistration', 'registration')
  }
  if ('roles' in grants && grants.roles.includes('concluder') && !doctorRegistration) {
    fault('doctorRegistration', 'registration-needed')
  }
  if (errors.length || 'unknown' in grants) throw invalid(errors)
  return { ...grants, username, name, ...(doctorRegistration ? { doctorRegistration } : {}) }
}

/** The password a person picks; generated ones are longer and random. */
export function decidePassword(next: string, repeated: string, current: string): void {
  const errors: FieldError[] = []
  const fault = (field: string, code: keyof typeof faults) =>
    errors.push({ pointer: `/${field}`, code, message: faults[code] })
  if (next.length < MIN_PASSWORD || next.length > MAX_PASSWORD) fault('next', 'password-length')
  else if (next === current) fault('next', 'password-same')
  else if (next !== repeated) fault('repeated', 'password-repeated')
  if (errors.length) throw invalid(errors)
}

export function doctorOf(staff: Staff): Doctor | undefined {
  if (!staff.doctorRegistration) return undefined
  return { staffId: staff.id, name: staff.name, registration: staff.doctorRegistration }
}

export function staffActor(staff: Staff): StaffActor {
  const doctor = doctorOf(staff)
  return {
    kind: 'staff',
    id: staff.id,
    name: staff.name,
    facilityId: staff.facilityId,
    roles: staff.roles,
    specialties: staff.specialties,
    ...(doctor ? { doctor } : {}),
  }
}
