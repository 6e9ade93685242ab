import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { type Caller, withApp } from '../support/app.ts'
import { instant, jsonOf, opened, somebody, type Wire, wholeHouse } from './wire.ts'

const app = withApp()
let house: Caller
let exam: Wire
let bill: Wire
beforeAll(async () => {
  house = await wholeHouse(app())
  exam = await opened(house)
  const items = [{ code: 'KSKLX', quantity: 1 }]
  bill = await jsonOf(await house.post('/api/v1/invoices', { examId: exam.id, items }))
})

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      null,
      true,
      0,
      -1,
      -0,
      0.5,
      1e21,
      1e308,
      2 ** 53,
      '',
      ' ',
      '\u0000',
      '\ud800',
      'a'.repeat(5_000),
    ],
    ...[
      [],
      {},
      [null],
      [[]],
      { toString: 1 },
      { constructor: {} },
      '0001-01-01',
      '9999-12-31',
      '2026-02-29',
    ],
    ...['2026-11-24', '1e3', 'NaN', '%00', "'; DROP TABLE patient; --", '<b>', '😀', '\u202e', 'ﷺ'],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
)

/** The same with something odd in one place: instead of a member, or as one more. */
function spoilt(value: Wire, steps: readonly number[], by: unknown): Wire {
  if (typeof value !== 'object' || value === null) return by
  const [step = 0, ...rest] = steps
  const keys = Object.keys(value)
  const key = keys[step % (keys.length + 1)] ?? 'more'
  const inner = rest.length > 0 && key in value ? spoilt(value[key], rest, by) : by
  if (Array.isArray(value)) return value.with(Math.max(0, Number(key) || 0) % value.length, inner)
  return { ...value, [key]: inner }
}

const held = { number: '480112345678', class: 'B2', scheme: 'pre-2025', expiresOn: '2027-01-01' }
const findings = fitFindings('2026-11-01')
const card = { number: '048185999999', issuedOn: '2021-01-01' }
const address = { text: '12 Lê Văn Hiến', ward: '20285', province: '48' }
const notified = { id: 1, accountNumber: '1', content: 'x', transferType: 'in', transferAmount: 5 }

const requests: Record<string, () => Promise<[string, string, Wire]>> = {
  patients: async () => [
    'POST',
    '/api/v1/patients',
    somebody({ identityCard: card, address, phone: '0905123456', confirmNew: true }),
  ],
  exams: async () => [
    'POST',
    '/api/v1/exams',
    {
      patientId: exam.patientId,
      licenceClass: 'B',
      purpose: 'renewal',
      heldLicence: held,
      consents: { exam: true, renewal: true },
      delivery: { method: 'post', address: 'x' },
    },
  ],
  sections: async () => ['PUT', `/api/v1/exams/${exam.id}/sections`, findings],
  eyes: async () => ['PUT', `/api/v1/exams/${exam.id}/sections/eyes`, findings.eyes],
  assessments: async () => [
    'POST',
    '/api/v1/assessments',
    { licenceClass: 'C', on: '2026-11-24', findings },
  ],
  conclusion: async () => {
    const { id } = await opened(house)
    return ['POST', `/api/v1/exams/${id}/conclusion`, { outcome: 'unfit', reason: 'x' }]
  },
  invoices: async () => [
    'POST',
    '/api/v1/invoices',
    { examId: exam.id, items: [{ code: 'KSKLX', quantity: 1 }] },
  ],
  payments: async () => [
    'POST',
    `/api/v1/invoices/${bill.id}/payments`,
    { method: 'cash', tendered: 250_000 },
  ],
  decode: async () => ['POST', '/api/v1/vietqr/decode', { payload: bill.qr.payload }],
  sepay: async () => ['POST', '/webhooks/bank/sepay', notified],
}

describe('whatever is sent', () => {
  it.each(Object.keys(requests))(
    'to %s is answered or refused, and never fails',
    async (name) => {
      const steps = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 })
      await fc.assert(
        fc.asyncProperty(steps, odd, async (way, by) => {
          const [method, path, body] = (await requests[name]?.()) ?? []
          const authorization = `Bearer ${house.token}`
          const apikey = `Apikey ${app().deps.env.SEPAY_API_KEY}`
          const answer = await app().request(path ?? '', {
            method: method ?? '',
            headers: {
              authorization: name === 'sepay' ? apikey : authorization,
              'content-type': 'application/json',
              'idempotency-key': crypto.randomUUID(),
            },
            body: JSON.stringify(spoilt(body, way, by)),
          })
          const text = await answer.text()
          expect([200, 201, 404, 409, 422], text).toContain(answer.status)
          const said = JSON.parse(text)
          if (answer.status >= 400) expect(said.status).toBe(answer.status)
          else if (said.createdAt) expect(said.createdAt).toMatch(instant)
        }),
        { numRuns: 120, seed: 24112026 },
      )
    },
    60_000,
  )

  it.each([
    'patients?q=',
    'patients?after=',
    'patients?limit=',
    'exams?q=',
    'exams?state=',
    'exams?patientId=',
    'exams?after=',
    'renewal-cases?examId=',
    'renewal-cases?state=',
    'renewal-cases?after=',
    'patients/',
    'exams/',
    'invoices/',
    'renewal-cases/',
  ])('to GET %s as well', async (path) => {
    await fc.assert(
      fc.asyncProperty(odd, async (by) => {
        const text = typeof by === 'string' ? Buffer.from(by).toString() : JSON.stringify(by)
        const answer = await house.get(`/api/v1/${path}${encodeURIComponent(text).slice(0, 6_000)}`)
        expect([200, 404, 422], text).toContain(answer.status)
      }),
      { numRuns: 60, seed: 24112026 },
    )
  })
})
