import { describe, expect, it } from 'vitest'
import { grantNames, grantNamesOf, parseGrants } from '../../src/identity/grant.ts'

describe('grants', () => {
  it.each([
    [['examiner'], { roles: ['examiner'], specialties: 'all' }],
    [['examiner:eyes'], { roles: ['examiner'], specialties: ['eyes'] }],
    [['examiner:eyes', 'examiner:ent'], { roles: ['examiner'], specialties: ['eyes', 'ent'] }],
    [['examiner', 'examiner:eyes'], { roles: ['examiner'], specialties: 'all' }],
    [['cashier', 'reception'], { roles: ['reception', 'cashier'], specialties: 'all' }],
    [['cashier-manager'], { roles: ['cashier-manager'], specialties: 'all' }],
  ])('reads %j', (names, expected) => {
    expect(parseGrants(names)).toEqual(expected)
  })

  it.each([
    'cashier:eyes',
    'examiner:',
    'examiner:teeth',
    'root',
    '',
    'Admin',
    'patient',
    'system',
  ])('refuses %j', (name) => {
    expect(parseGrants(['reception', name])).toEqual({ unknown: name })
  })

  it('writes back what it read', () => {
    for (const name of grantNames) {
      const grants = parseGrants([name])
      expect('roles' in grants && grantNamesOf(grants)).toEqual([name])
    }
  })
})
