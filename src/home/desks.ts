import type { Role } from '../core/actor.ts'

export const deskNames = [
  'conclude',
  'examine',
  'reception',
  'till',
  'licence',
  'records',
  'director',
  'accounts',
  'audit',
] as const
/** What a role sees at home; two roles may share one. */
export type DeskName = (typeof deskNames)[number]

const deskOf: Record<Role, DeskName> = {
  reception: 'reception',
  examiner: 'examine',
  lab: 'examine',
  concluder: 'conclude',
  cashier: 'till',
  'cashier-manager': 'till',
  'licence-desk': 'licence',
  records: 'records',
  director: 'director',
  admin: 'accounts',
  auditor: 'audit',
}

/** The desks of somebody with these roles, each once; where nobody waits, in this order. */
export function desksOf(roles: readonly Role[]): readonly DeskName[] {
  const held = new Set(roles.map((role) => deskOf[role]))
  return deskNames.filter((name) => held.has(name))
}
