import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Device,
  decideDevice,
  deviceKindOfPath,
  deviceState,
  pairingCode,
  readPairingCode,
} from '../../src/identity/device.ts'

describe('a pairing code', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = pairingCode(random)
        const bare = code.replace('-', '')
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
        for (const typed of [
          code,
          bare,
          code.toLowerCase(),
          ` ${code} `,
          bare.replace(/0/g, 'o'),
        ]) {
          expect(readPairingCode(typed)).toBe(code)
        }
      }),
    )
  })

  it('uses every letter alike', () => {
    const seen = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      const letter = pairingCode(new Uint8Array(10).fill(byte))[0] ?? ''
      seen.set(letter, (seen.get(letter) ?? 0) + 1)
    }
    expect(seen.size).toBe(32)
    expect(new Set(seen.values())).toEqual(new Set([8]))
  })

  it.each([
    '',
    '7K2QM',
    '7K2QM-X09T',
    '7K2QM-X09TBA',
    '7K2QM-X09TU',
    'ÀK2QM-X09TB',
    '😀K2QM-X09TB',
  ])('is not %j', (typed) => expect(readPairingCode(typed)).toBeUndefined())
})

describe('a device', () => {
  const now = new Date('2026-11-24T01:00:00Z')
  const [before, after] = [new Date('2026-11-24T00:59:59Z'), new Date('2026-11-24T01:00:01Z')]
  const device: Device = {
    id: 'd',
    facilityId: 'f',
    name: 'Bảng',
    kind: 'board',
    createdAt: before,
    codeExpiresAt: null,
    pairedAt: null,
    expiresAt: null,
    lastSeenAt: null,
    revokedAt: null,
  }
  it.each([
    ['waiting', { codeExpiresAt: after }],
    ['code-expired', { codeExpiresAt: now }],
    ['paired', { pairedAt: before, expiresAt: after }],
    ['paired', { pairedAt: before, expiresAt: after, codeExpiresAt: after }],
    ['expired', { pairedAt: before, expiresAt: now }],
    ['waiting', { pairedAt: before, expiresAt: before, codeExpiresAt: after }],
    ['revoked', { pairedAt: before, expiresAt: after, revokedAt: before }],
  ] as const)('is %s with %j', (state, over) => {
    expect(deviceState({ ...device, ...over }, now)).toBe(state)
  })

  it.each([
    ['/board', 'board'],
    ['/board/worker.js', 'board'],
    ['/kiosk/card', 'kiosk'],
    ['/boards', undefined],
    ['/kiosks/1', undefined],
    ['/', undefined],
    ['/patients/board', undefined],
  ])('lives at %s: %s', (path, kind) => expect(deviceKindOfPath(path)).toBe(kind))

  it('is named and of a kind', () => {
    expect(decideDevice({ name: '  Bảng   sảnh ', kind: 'board' })).toEqual({
      name: 'Bảng sảnh',
      kind: 'board',
    })
    expect(() => decideDevice({ name: 'x', kind: 'printer' })).toThrow(
      expect.objectContaining({
        errors: [
          expect.objectContaining({ pointer: '/kind' }),
          expect.objectContaining({ pointer: '/name' }),
        ],
      }),
    )
  })
})
