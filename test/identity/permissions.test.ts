import { describe, expect, it } from 'vitest'
import {
  type Actor,
  authorise,
  may,
  mayRecord,
  type Permission,
  permissions,
  type Role,
  roles,
  specialties,
} from '../../src/core/actor.ts'

/** Written out again on purpose: a right that is added or lost must be added or lost here too. */
const rights: Record<Role, Permission[]> = {
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

const working = (role: Role): Actor => ({
  kind: 'service',
  id: 's',
  name: role,
  facilityId: 'f',
  roles: [role],
  specialties: 'all',
})
const patient: Actor = { kind: 'patient', id: 'p', name: 'An', facilityId: 'f', visitId: 'v' }

describe('who may do what', () => {
  const table = roles.flatMap((role) => permissions.map((permission) => ({ role, permission })))
  it.each(table)('$role and $permission', ({ role, permission }) => {
    const expected = permission === 'signed-in' || rights[role].includes(permission)
    expect(may(working(role), permission)).toBe(expected)
    if (!expected) expect(() => authorise(working(role), permission)).toThrow(/forbidden/)
  })

  it('shows findings and records to no cashier and no administrator', () => {
    for (const role of ['cashier', 'cashier-manager', 'admin', 'director', 'auditor'] as const) {
      expect(may(working(role), 'exam:findings')).toBe(false)
      expect(may(working(role), 'record:read')).toBe(false)
    }
    expect(may(working('admin'), 'patient:read')).toBe(false)
    expect(may(working('admin'), 'exam:read')).toBe(false)
  })

  it('lets a patient do nothing that staff do', () => {
    for (const permission of permissions) expect(may(patient, permission)).toBe(false)
  })

  it.each(['board', 'kiosk'] as const)('lets a %s do one thing and record nothing', (kind) => {
    const device: Actor = { kind: 'device', id: 'd', name: kind, facilityId: 'f', device: kind }
    const own = kind === 'board' ? 'board:read' : 'kiosk:use'
    expect(permissions.filter((permission) => may(device, permission))).toEqual([own])
    for (const section of ['declaration', ...specialties] as const) {
      expect(mayRecord(device, section)).toBe(false)
    }
  })
})

describe('who may record which section', () => {
  const sections = ['declaration', ...specialties] as const
  it.each([
    ['reception', ['declaration']],
    ['lab', ['substances']],
    ['examiner', [...sections]],
    ...roles
      .filter((role) => !['reception', 'lab', 'examiner'].includes(role))
      .map((role) => [role, []] as [Role, string[]]),
  ] as [Role, string[]][])('%s: %j', (role, expected) => {
    expect(sections.filter((section) => mayRecord(working(role), section))).toEqual(expected)
  })

  it('keeps an eye doctor to the eyes', () => {
    const eyes = { ...working('examiner'), specialties: ['eyes'] } as Actor
    expect(specialties.filter((section) => mayRecord(eyes, section))).toEqual(['eyes'])
  })
})
