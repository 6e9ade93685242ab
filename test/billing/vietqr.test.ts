import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc16, writeTlv } from '../../src/billing/emv-tlv.ts'
import { encodeVietQr, type VietQr } from '../../src/billing/vietqr.ts'
import { asVietQr, decodeQr } from '../../src/billing/vietqr-decode.ts'
import { DomainError } from '../../src/core/errors.ts'

type Vector = {
  kind: 'spec' | 'test' | 'negative' | 'other'
  purpose: string
  input: Record<string, string>
  payload: string
  canonicalRebuild?: boolean
}

const vectors: Vector[] = JSON.parse(readFileSync('fixtures/vectors/vietqr-vectors.json', 'utf8'))
const of = (...kinds: string[]) => vectors.filter(({ kind }) => kinds.includes(kind))

function faultOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'accepted'
}

/** A payload with a checksum that holds, whatever stands before it. */
const sealed = (body: string) => `${body}6304${crc16(`${body}6304`)}`

/** NAPAS' merchant category for hospitals. */
const HOSPITALS = '8062'

const plain: VietQr = {
  pointOfInitiation: '12',
  bin: '970403',
  account: '0011012345678',
  service: 'account',
  amount: 180_000,
  billNumber: 'NPS6869',
  purpose: 'thanh toan don hang',
}

it('computes the checksum the specification names for "123456789"', () => {
  expect(crc16('123456789')).toBe('29B1')
})

describe('published VietQR codes', () => {
  it.each(of('spec', 'test'))('decodes: $purpose', ({ payload, input }) => {
    const decoded = decodeQr(payload)
    expect(decoded).toMatchObject({
      scheme: 'vietqr',
      pointOfInitiation: input.poi,
      bin: input.bin,
      account: input.account,
      service: input.service === 'QRIBFTTC' ? 'card' : 'account',
    })
    expect(decoded.amount).toBe(input.amount === undefined ? undefined : Number(input.amount))
    expect(decoded.purpose).toBe(input.memo)
    expect(decoded.billNumber).toBe(input.billNumber)
    expect(decoded.reference).toBe(input.reference)
  })

  it.each(vectors.filter(({ canonicalRebuild }) => canonicalRebuild))(
    'encodes again to the same text: $purpose',
    ({ payload }) => {
      const code = asVietQr(decodeQr(payload))
      expect(code && encodeVietQr(code)).toBe(
        payload.slice(0, -4) + payload.slice(-4).toUpperCase(),
      )
    },
  )

  it.each(of('negative'))('refuses: $purpose', ({ payload }) => {
    expect(faultOf(() => decodeQr(payload))).toMatch(/^(crc|length|nested|service)$/)
  })

  it.each(of('other'))('reads as another EMV scheme: $purpose', ({ payload, input }) => {
    const decoded = decodeQr(payload)
    expect(decoded.scheme).toBe('emv')
    expect(decoded.pointOfInitiation).toBe(input.poi)
    expect(decoded.bin).toBeUndefined()
    expect(decoded.tlv.length).toBeGreaterThan(3)
  })
})

describe('refusals, each with a code of its own', () => {
  const frame = (
    parts: Partial<Record<'poi' | 'payee' | 'currency' | 'country' | 'rest', string>>,
  ) =>
    sealed(
      [
        '000201',
        parts.poi ?? '010212',
        writeTlv('38', parts.payee ?? payee()),
        parts.currency ?? '5303704',
        parts.country ?? '5802VN',
        parts.rest ?? '',
      ].join(''),
    )
  const payee = (bin = '970403', account = '0011012345678', service = '0208QRIBFTTA') =>
    `0010A000000727${writeTlv('01', writeTlv('00', bin) + writeTlv('01', account))}${service}`
  const inside = `0010A000000727${writeTlv('01', '0006970403011300110123456780208QRIBFTTA')}`

  it.each([
    ['nothing wrong', frame({}), 'accepted'],
    ['lower-case checksum', frame({}).replace(/.{4}$/, (crc) => crc.toLowerCase()), 'accepted'],
    [
      'an amount under point of initiation 11',
      frame({ poi: '010211', rest: '54045000' }),
      'accepted',
    ],
    ['a wrong checksum', `${frame({}).slice(0, -4)}0000`, 'crc'],
    ['no checksum', frame({}).slice(0, -8), 'crc'],
    ['an empty text', '', 'crc'],
    ['a length past the end', sealed('000201010212389900'), 'length'],
    ['a length of zero', frame({ rest: '6000' }), 'length'],
    ['a tag twice', frame({ rest: '5802VN' }), 'duplicate'],
    ['a nested tag twice', frame({ rest: writeTlv('62', '0101A0101B') }), 'duplicate'],
    ['another tag first', sealed('0102120002015303704'), 'order'],
    ['another format', sealed('000202010212'), 'format'],
    ['point of initiation 13', frame({ poi: '010213' }), 'point-of-initiation'],
    ['no point of initiation', frame({ poi: '' }), 'point-of-initiation'],
    ['nested lengths that do not add up', frame({ payee: `${payee()}0` }), 'nested'],
    ['a service code inside 38/01', frame({ payee: inside }), 'service'],
    [
      'an unknown service',
      frame({ payee: payee(undefined, undefined, '0208QRIBFTTX') }),
      'service',
    ],
    ['no service', frame({ payee: payee(undefined, undefined, '') }), 'nested'],
    ['a BIN of five digits', frame({ payee: payee('97040') }), 'bank'],
    ['a BIN with a letter', frame({ payee: payee('97040A') }), 'bank'],
    ['an account of 20', frame({ payee: payee('970403', '12345678901234567890') }), 'account'],
    ['an account with a space', frame({ payee: payee('970403', '001 101') }), 'account'],
    ['another currency', frame({ currency: '5303840' }), 'currency'],
    ['no currency', frame({ currency: '' }), 'currency'],
    ['another country', frame({ country: '5802TH' }), 'country'],
    ['an amount of zero', frame({ rest: '54010' }), 'amount'],
    ['a leading zero', frame({ rest: '540405000'.slice(0, 8) }), 'amount'],
    ['decimals', frame({ rest: '540750000.5' }), 'amount'],
    ['a negative amount', frame({ rest: '5405-5000' }), 'amount'],
    ['an amount of 14 digits', frame({ rest: '541410000000000000' }), 'amount'],
    ['a name of 26', frame({ rest: writeTlv('59', 'A'.repeat(26)) }), 'merchant'],
    ['a city of 16', frame({ rest: writeTlv('60', 'A'.repeat(16)) }), 'merchant'],
    [
      'a purpose of 26',
      frame({ rest: writeTlv('62', writeTlv('08', 'A'.repeat(26))) }),
      'additional-data',
    ],
  ])('%s', (_, payload, fault) => {
    expect(faultOf(() => decodeQr(payload))).toBe(fault)
  })
})

describe('encoding', () => {
  it('emits ASCII only and measures after the diacritics are gone', () => {
    const payload = encodeVietQr({
      ...plain,
      merchantCategory: HOSPITALS,
      name: 'Trung tâm Y tế Đống Đa',
      city: 'Hà Nội',
      purpose: 'Thanh toán phí khám sức',
    })
    expect(payload).toMatch(/^[\x20-\x7e]+$/)
    expect(decodeQr(payload)).toMatchObject({
      name: 'Trung tam Y te Dong Da',
      city: 'Ha Noi',
      purpose: 'Thanh toan phi kham suc',
      merchantCategory: '8062',
    })
  })

  it.each([
    ['amount', { amount: 0 }],
    ['amount', { amount: -1 }],
    ['amount', { amount: 1.5 }],
    ['amount', { amount: 500_000_000 }],
    ['accepted', { amount: 499_999_999 }],
    ['accepted', { amount: 1 }],
    ['bank', { bin: '97043' }],
    ['account', { account: '' }],
    ['account', { account: '1'.repeat(20) }],
    ['accepted', { purpose: 'A'.repeat(25) }],
    ['additional-data', { purpose: 'A'.repeat(26) }],
    [
      'additional-data',
      {
        billNumber: 'A'.repeat(25),
        reference: 'B'.repeat(25),
        terminal: 'C'.repeat(25),
        purpose: 'D'.repeat(25),
      },
    ],
    ['merchant', { name: 'A'.repeat(26) }],
    ['merchant', { city: 'A'.repeat(16) }],
  ] satisfies [string, Partial<VietQr>][])('%s: %j', (fault, change) => {
    expect(faultOf(() => encodeVietQr({ ...plain, ...change }))).toBe(fault)
  })
})

const alphanumeric = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZabc'), minLength: 1, maxLength })
const text = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...'ABCdef 0123.-/'), minLength: 1, maxLength })
    .filter((value) => value.trim() === value && value !== '')

const anyCode: fc.Arbitrary<VietQr> = fc.record(
  {
    pointOfInitiation: fc.constantFrom('11' as const, '12' as const),
    bin: fc.integer({ min: 100_000, max: 999_999 }).map(String),
    account: alphanumeric(19),
    service: fc.constantFrom('account' as const, 'card' as const),
    amount: fc.integer({ min: 1, max: 499_999_999 }),
    name: text(25),
    city: text(15),
    merchantCategory: fc.constant(HOSPITALS),
    billNumber: text(15),
    reference: text(15),
    purpose: text(25),
  },
  { requiredKeys: ['pointOfInitiation', 'bin', 'account', 'service'] },
)

describe('properties', () => {
  it('decodes whatever it encodes', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(asVietQr(decodeQr(encodeVietQr(code)))).toEqual(code)
      }),
    )
  })

  it('never reads a code with one changed character as the same payment', () => {
    const change = fc.tuple(
      anyCode,
      fc.nat(),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(change, ([code, index, character]) => {
        const payload = encodeVietQr(code)
        const at = index % payload.length
        const mutated = payload.slice(0, at) + character + payload.slice(at + 1)
        fc.pre(mutated.toUpperCase() !== payload.toUpperCase())
        const read = () => expect(asVietQr(decodeQr(mutated))).not.toEqual(code)
        expect(faultOf(read)).toBeTypeOf('string')
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses every single-digit slip of a printed code', () => {
    const payload = encodeVietQr(plain)
    for (let at = 0; at < payload.length; at++) {
      const wrong = payload[at] === '7' ? '3' : '7'
      const mutated = payload.slice(0, at) + wrong + payload.slice(at + 1)
      expect(faultOf(() => decodeQr(mutated))).not.toBe('accepted')
    }
  })

  it('throws nothing but a named refusal, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (junk) => {
        expect(faultOf(() => decodeQr(junk))).not.toBe('accepted')
        expect(faultOf(() => decodeQr(sealed(junk)))).toBeTypeOf('string')
      }),
    )
  })
})
