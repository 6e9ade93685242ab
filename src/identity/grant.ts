import { type Role, roles, type Specialty, specialties } from '../core/actor.ts'

/** What an account may do: roles, and which sections an examiner may record. */
export type Grants = { roles: Role[]; specialties: Specialty[] | 'all' }

/** Every grant a person can be given: `reception`, `examiner`, `examiner:eyes`, … */
export const grantNames: readonly string[] = roles.flatMap((role) =>
  role === 'examiner' ? [role, ...specialties.map((specialty) => `examiner:${specialty}`)] : [role],
)

/**
 * `examiner` alone means every specialty, `examiner:eyes` one; both together mean every specialty.
 * Returns the name that is not a grant when there is one.
 */
export function parseGrants(names: readonly string[]): Grants | { unknown: string } {
  const unknown = names.find((name) => !grantNames.includes(name))
  if (unknown !== undefined) return { unknown }
  const held = roles.filter((role) => names.some((name) => name.split(':')[0] === role))
  const named = specialties.filter((specialty) => names.includes(`examiner:${specialty}`))
  return { roles: held, specialties: named.length && !names.includes('examiner') ? named : 'all' }
}

export function grantNamesOf(grants: Grants): string[] {
  return grants.roles.flatMap((role) => {
    if (role !== 'examiner' || grants.specialties === 'all') return [role]
    return grants.specialties.map((specialty) => `examiner:${specialty}`)
  })
}
