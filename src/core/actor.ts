import { DomainError } from './errors.ts'
import { words } from './words.ts'

export const roles = [
  'reception',
  'examiner',
  'lab',
  'concluder',
  'cashier',
  'cashier-manager',
  'licence-desk',
  'records',
  'director',
  'admin',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export const specialties = [
  'psychiatry',
  'neurology',
  'eyes',
  'ent',
  'cardiovascular',
  'respiratory',
  'musculoskeletal',
  'endocrine',
  'substances',
] as const
export type Specialty = (typeof specialties)[number]

export const permissions = [
  'patient:read',
  'patient:write',
  'station:read',
  'station:serve',
  'station:manage',
  'group:read',
  'group:register',
  'appointment:read',
  'appointment:book',
  'message:read',
  'message:template',
  'exam:open',
  'exam:read',
  'exam:findings',
  'exam:examine',
  'exam:conclude',
  'exam:assess',
  'certificate:read',
  'price:read',
  'price:write',
  'invoice:read',
  'invoice:issue',
  'invoice:cancel',
  'payment:take',
  'bank:read',
  'bank:match',
  'renewal:read',
  'renewal:manage',
  'record:read',
  'report:read',
  'report:outcomes',
  'audit:read',
  'staff:manage',
  'board:read',
  'kiosk:use',
  'setting:manage',
  'payee:approve',
  'signed-in',
] as const
export type Permission = (typeof permissions)[number]

/**
 * Least view: who handles money never sees findings, who administers never sees records
 * (attacks.md 13). `exam:read` is the exam without its findings; `exam:findings` adds them.
 */
const granted: Record<Role, readonly Permission[]> = {
  reception: [
    'patient:read',
    'patient:write',
    'station:read',
    'station:serve',
    'group:read',
    'group:register',
    'appointment:read',
    'appointment:book',
    'message:read',
    'exam:open',
    'exam:read',
    'exam:examine',
    'exam:assess',
    'price:read',
    'invoice:read',
    'certificate:read',
    'renewal:read',
    'board:read',
  ],
  examiner: [
    'patient:read',
    'station:read',
    'station:serve',
    'exam:read',
    'exam:findings',
    'exam:examine',
    'exam:assess',
  ],
  lab: [
    'patient:read',
    'station:read',
    'station:serve',
    'exam:read',
    'exam:examine',
    'exam:assess',
  ],
  concluder: [
    'patient:read',
    'station:read',
    'station:serve',
    'exam:read',
    'exam:findings',
    'exam:assess',
    'exam:conclude',
    'certificate:read',
    'renewal:read',
    'record:read',
  ],
  cashier: [
    'patient:read',
    'station:read',
    'station:serve',
    'group:read',
    'exam:read',
    'price:read',
    'invoice:read',
    'invoice:issue',
    'payment:take',
  ],
  'cashier-manager': [
    'patient:read',
    'station:read',
    'station:serve',
    'group:read',
    'exam:read',
    'price:read',
    'invoice:read',
    'invoice:issue',
    'invoice:cancel',
    'payment:take',
    'bank:read',
    'bank:match',
    'report:read',
  ],
  'licence-desk': [
    'patient:read',
    'exam:read',
    'certificate:read',
    'renewal:read',
    'renewal:manage',
    'report:read',
  ],
  records: ['patient:read', 'exam:read', 'exam:findings', 'certificate:read', 'record:read'],
  director: [
    'station:read',
    'bank:read',
    'renewal:read',
    'price:read',
    'report:read',
    'report:outcomes',
    'payee:approve',
    'board:read',
  ],
  admin: [
    'station:read',
    'station:manage',
    'message:template',
    'staff:manage',
    'price:read',
    'price:write',
    'setting:manage',
    'payee:approve',
    'board:read',
  ],
  auditor: ['audit:read'],
}

/** A registered doctor in whose name a section or a conclusion is signed. */
export type Doctor = { staffId: string; name: string; registration: string }

type Worker = {
  id: string
  name: string
  facilityId: string
  roles: readonly Role[]
  /** Which sections an examiner may record; `all` when the role came without a specialty. */
  specialties: readonly Specialty[] | 'all'
}

export type Actor =
  | (Worker & { kind: 'staff'; doctor?: Doctor })
  | (Worker & { kind: 'service'; signsAs?: Doctor })
  | { kind: 'patient'; id: string; name: string; facilityId: string; visitId: string }
  | { kind: 'system'; id: string; name: string; facilityId: string }
  | { kind: 'device'; id: string; name: string; facilityId: string; device: 'board' | 'kiosk' }

/** A screen of the house may do the one thing that it is there for. */
const ofDevice = { board: 'board:read', kiosk: 'kiosk:use' } as const

export function may(actor: Actor, permission: Permission): boolean {
  if (permission === 'signed-in') return actor.kind === 'staff' || actor.kind === 'service'
  if (actor.kind === 'system') return true
  if (actor.kind === 'patient') return false
  if (actor.kind === 'device') return permission === ofDevice[actor.device]
  return actor.roles.some((role) => granted[role].includes(permission))
}

export function authorise(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw forbidden()
}

/**
 * Who may record which section: an examiner their specialties (all of them when none is named),
 * the lab its own, reception the applicant's declaration.
 */
export function mayRecord(actor: Actor, section: Specialty | 'declaration'): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'patient') return section === 'declaration'
  if (actor.kind === 'device') return false
  const { roles: held } = actor
  if (section === 'declaration') return held.includes('reception') || held.includes('examiner')
  if (section === 'substances' && held.includes('lab')) return true
  if (!held.includes('examiner')) return false
  return actor.specialties === 'all' || actor.specialties.includes(section)
}

/** The doctor whose signature this actor may set, if any. */
export function signatory(actor: Actor): Doctor | undefined {
  if (actor.kind === 'staff') return actor.doctor
  if (actor.kind === 'service') return actor.signsAs
  return undefined
}

export function forbidden(): DomainError {
  return new DomainError({
    kind: 'forbidden',
    code: 'forbidden',
    detail: words.forbidden,
  })
}
