import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bankTime, cassoCanonical, payosCanonical } from '../../src/billing/bank-notification.ts'
import { cassoProofHolds, readCasso } from '../../src/billing/casso.ts'
import { payosProofHolds, readPayos } from '../../src/billing/payos.ts'
import { readSepay, type SepayKeys, sepayProofHolds } from '../../src/billing/sepay.ts'

const vectors = JSON.parse(readFileSync('fixtures/vectors/webhook-vectors.json', 'utf8'))
const headers = (values: Record<string, string>) => ({
  get: (name: string) =>
    Object.entries(values).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1],
})
const minutes = (count: number) => count * 60_000

describe('payOS', () => {
  const { body, checksumKey } = vectors.payos

  it('accepts the published signature', () => {
    expect(payosProofHolds(body, checksumKey)).toBe(true)
  })

  it.each([
    ['an edited amount', { ...body, data: { ...body.data, amount: 3001 } }],
    ['an added key', { ...body, data: { ...body.data, extra: 1 } }],
    ['no signature', { ...body, signature: undefined }],
    ['an empty signature', { ...body, signature: '' }],
    ['no data', { signature: body.signature }],
    ['not an object', 'x'],
  ])('refuses %s', (_, edited) => {
    expect(payosProofHolds(edited, checksumKey)).toBe(false)
  })

  it('refuses everything without a key', () => {
    expect(payosProofHolds(body, undefined)).toBe(false)
  })

  it('writes null and undefined as nothing and nested values as JSON', () => {
    expect(payosCanonical({ b: null, a: 1, d: [{ z: 1, y: 2 }], c: undefined })).toBe(
      'a=1&b=&c=&d=[{"y":2,"z":1}]',
    )
  })

  it('is known by reference and payment link', () => {
    expect(readPayos(body)).toEqual({
      provider: 'payos',
      providerId: 'TF230204212323:124c33293c43417ab7879e14c8d9eb18',
      direction: 'in',
      amount: 3000,
      accounts: ['12345678'],
      memo: 'VQRIO123',
      reference: 'TF230204212323',
      occurredAt: new Date('2023-02-04T11:25:00Z'),
    })
  })

  it.each([
    ['a failed payment', { ...body.data, code: '01' }, 'no-transaction'],
    ['another currency', { ...body.data, currency: 'USD' }, 'unreadable'],
    ['a fraction of a đồng', { ...body.data, amount: 0.5 }, 'unreadable'],
  ])('reads %s as %3$s', (_, data, expected) => {
    expect(readPayos({ ...body, data })).toBe(expected)
  })
})

describe('SePay', () => {
  const keyed: SepayKeys = { apiKey: 'YOUR_API_KEY', signatureRequired: false }
  const { rawBody, secret, timestamp, signature } = vectors.sepayHmac
  const signed: SepayKeys = { ...keyed, secret, signatureRequired: true }
  const sentAt = new Date(Number(timestamp) * 1000)
  const proof = { 'X-SePay-Timestamp': timestamp, 'X-SePay-Signature': signature }
  const later = (ms: number) => new Date(sentAt.getTime() + ms)

  it('accepts the key in the header', () => {
    const given = headers({ Authorization: 'Apikey YOUR_API_KEY' })
    expect(sepayProofHolds(given, rawBody, keyed, sentAt)).toBe(true)
  })

  it.each([
    ['another key', { Authorization: 'Apikey OTHER' }],
    ['a bearer token', { Authorization: 'Bearer YOUR_API_KEY' }],
    ['a longer key', { Authorization: 'Apikey YOUR_API_KEYX' }],
    ['nothing', {}],
  ])('refuses %s', (_, given) => {
    expect(sepayProofHolds(headers(given), rawBody, keyed, sentAt)).toBe(false)
  })

  it('accepts the signature', () => {
    expect(sepayProofHolds(headers(proof), rawBody, signed, sentAt)).toBe(true)
  })

  it('wants the signature once a secret is configured', () => {
    const given = headers({ Authorization: 'Apikey YOUR_API_KEY' })
    expect(sepayProofHolds(given, rawBody, signed, sentAt)).toBe(false)
  })

  it('does not fall back to the key when a signature is given and wrong', () => {
    const given = headers({ ...proof, Authorization: 'Apikey YOUR_API_KEY' })
    const keys = { ...signed, signatureRequired: false }
    expect(sepayProofHolds(given, `${rawBody} `, keys, sentAt)).toBe(false)
  })

  it.each([
    [true, minutes(5)],
    [true, -minutes(5)],
    [false, minutes(5) + 1],
    [false, -minutes(5) - 1],
  ])('%s at %i ms from the time that was signed', (holds, ms) => {
    expect(sepayProofHolds(headers(proof), rawBody, signed, later(ms))).toBe(holds)
  })

  it('refuses a changed timestamp', () => {
    const moved = { ...proof, 'X-SePay-Timestamp': String(Number(timestamp) + 1) }
    expect(sepayProofHolds(headers(moved), rawBody, signed, sentAt)).toBe(false)
  })

  it('is known by its id', () => {
    expect(readSepay(vectors.sepayApiKey.body)).toEqual({
      provider: 'sepay',
      providerId: '92704',
      direction: 'in',
      amount: 2_277_000,
      accounts: ['0123499999'],
      memo: 'chuyen tien mua iphone',
      reference: 'MBVCB.3278907687',
      occurredAt: new Date('2023-03-25T07:02:37Z'),
    })
  })

  it('reads the published raw body', () => {
    expect(readSepay(JSON.parse(rawBody))).toMatchObject({ providerId: '92704' })
  })

  it.each([
    ['an amount as text', { transferAmount: '1000' }],
    ['another direction', { transferType: 'sideways' }],
    ['no id', { id: null }],
  ])('cannot read %s', (_, change) => {
    expect(readSepay({ ...vectors.sepayApiKey.body, ...change })).toBe('unreadable')
  })
})

describe('Casso', () => {
  const { body, checksumKey, header } = vectors.cassoV2
  const sentAt = new Date(1_727_948_258_788)
  const given = headers({ 'X-Casso-Signature': header })

  it('accepts the published signature', () => {
    expect(cassoProofHolds(given, body, checksumKey, sentAt)).toBe(true)
  })

  it('accepts it whatever the order of the keys', () => {
    const data = Object.fromEntries(Object.entries(body.data).reverse())
    expect(cassoProofHolds(given, { data, error: 0 }, checksumKey, sentAt)).toBe(true)
  })

  it.each([
    [true, minutes(5)],
    [false, minutes(5) + 1],
    [false, -minutes(5) - 1],
  ])('%s at %i ms from the time that was signed', (holds, ms) => {
    const now = new Date(sentAt.getTime() + ms)
    expect(cassoProofHolds(given, body, checksumKey, now)).toBe(holds)
  })

  it.each([
    ['an edited body', given, { ...body, error: 1 }],
    ['a moved time', headers({ 'X-Casso-Signature': header.replace('t=17', 't=18') }), body],
    ['half a header', headers({ 'X-Casso-Signature': header.split(',')[0] }), body],
    ['no header', headers({}), body],
  ])('refuses %s', (_, edited, sent) => {
    expect(cassoProofHolds(edited, sent, checksumKey, sentAt)).toBe(false)
  })

  it('takes id 0 for a test ping', () => {
    expect(readCasso(body)).toBe('no-transaction')
  })

  it('reads a negative amount as money going out', () => {
    const out = readCasso({ error: 0, data: { ...body.data, id: 7, amount: -599_000 } })
    expect(out).toMatchObject({ providerId: '7', direction: 'out', amount: -599_000 })
  })

  it('signs sorted keys at every depth', () => {
    const text = cassoCanonical('1', { b: { d: 1, c: 'đ/' }, a: [{ f: 1, e: 2 }] })
    expect(text).toBe('1.{"a":[{"e":2,"f":1}],"b":{"c":"đ/","d":1}}')
    const hex = createHmac('sha512', 'k').update(text).digest('hex')
    const sent = headers({ 'X-Casso-Signature': `t=1,v1=${hex}` })
    const same = { a: [{ e: 2, f: 1 }], b: { c: 'đ/', d: 1 } }
    expect(cassoProofHolds(sent, same, 'k', new Date(1))).toBe(true)
  })
})

it.each([
  ['2023-03-25 14:02:37', '2023-03-25T07:02:37.000Z'],
  ['2023-03-25T14:02:37', '2023-03-25T07:02:37.000Z'],
  ['2023-03-25T14:02:37+07:00', '2023-03-25T07:02:37.000Z'],
  ['2023-03-25T07:02:37Z', '2023-03-25T07:02:37.000Z'],
  ['yesterday', undefined],
  [null, undefined],
])('takes the bank time %j as Vietnamese unless it says otherwise', (text, instant) => {
  expect(bankTime(text)?.toISOString()).toBe(instant)
})
