import { describe, expect, it } from 'vitest'
import { staffCast } from '../../fixtures/cast/staff.ts'
import { DomainError } from '../../src/core/errors.ts'
import {
  decidePassword,
  decideStaff,
  type NewStaff,
  readablePassword,
} from '../../src/identity/staff.ts'

const valid: NewStaff = {
  username: 'lan.nguyen',
  name: 'Nguyễn Thị Lan',
  grants: ['concluder'],
  doctorRegistration: '0012345/HCM-CCHN',
}

function faultsOf(act: () => unknown): string[] {
  try {
    act()
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.errors.map(({ pointer, code }) => `${pointer} ${code}`)
  }
}

describe('a new member of staff', () => {
  it('is tidied before it is kept', () => {
    const decided = decideStaff({ ...valid, username: ' Lan.Nguyen ', name: ' Nguyễn  Thị Lan' })
    expect(decided).toMatchObject({ username: 'lan.nguyen', name: 'Nguyễn Thị Lan' })
  })

  it.each([
    [{ username: 'ab' }, '/username username'],
    [{ username: 'a'.repeat(31) }, '/username username'],
    [{ username: 'lan nguyen' }, '/username username'],
    [{ username: 'lân' }, '/username username'],
    [{ name: 'L' }, '/name name'],
    [{ name: 'L'.repeat(101) }, '/name name'],
    [{ grants: [] }, '/grants grants'],
    [{ grants: ['concluder', 'god'] }, '/grants grants'],
    [{ doctorRegistration: '12345' }, '/doctorRegistration registration'],
    [{ doctorRegistration: '' }, '/doctorRegistration registration-needed'],
  ])('with %j is refused', (change, fault) => {
    expect(faultsOf(() => decideStaff({ ...valid, ...change }))).toEqual([fault])
  })

  it('hears of every fault at once', () => {
    const faults = faultsOf(() => decideStaff({ username: '', name: '', grants: [] }))
    expect(faults).toEqual(['/username username', '/name name', '/grants grants'])
  })

  it('is anyone of the cast', () => {
    for (const person of staffCast) expect(faultsOf(() => decideStaff(person))).toEqual([])
  })
})

describe('a new password', () => {
  it.each([
    ['ngan', 'ngan', '/next password-length'],
    ['a'.repeat(129), 'a'.repeat(129), '/next password-length'],
    ['mat khau cu', 'mat khau cu', '/next password-same'],
    ['mot cau de nho', 'mot cau de nhoo', '/repeated password-repeated'],
  ])('%j is refused', (next, repeated, fault) => {
    expect(faultsOf(() => decidePassword(next, repeated, 'mat khau cu'))).toEqual([fault])
  })

  it('may be a sentence', () => {
    expect(faultsOf(() => decidePassword('một câu dễ nhớ', 'một câu dễ nhớ', 'cũ'))).toEqual([])
  })
})

describe('a generated password', () => {
  it('can be read aloud and typed', () => {
    expect(readablePassword('AZaz09-_7kQx')).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){2}$/)
  })

  it('draws every letter equally often from all that chance may give', () => {
    const all = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const letters = [...readablePassword(all).replaceAll('-', '')]
    const counts = new Map<string, number>()
    for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 2))
  })
})
