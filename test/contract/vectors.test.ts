import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { crc16 } from '../../src/billing/emv-tlv.ts'
import { projectPath } from '../../src/platform/paths.ts'
import { type Caller, withApp } from '../support/app.ts'
import { jsonOf, pointersOf, refused, type Wire } from './wire.ts'

const read = (name: string): Wire =>
  JSON.parse(readFileSync(projectPath(`fixtures/vectors/${name}`), 'utf8'))
const hooks = read('webhook-vectors.json')
const codes: Wire[] = read('vietqr-vectors.json')

const app = withApp({
  PAYOS_CHECKSUM_KEY: hooks.payos.checksumKey,
  CASSO_CHECKSUM_KEY: hooks.cassoV2.checksumKey,
  SEPAY_SECRET: hooks.sepayHmac.secret,
  sepaySignatureRequired: true,
})
let house: Caller
beforeAll(async () => {
  house = await app().as(['cashier'])
})

const send = (provider: string, body: string, headers: Record<string, string> = {}) =>
  app().request(`/webhooks/bank/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
const taken = async (answer: Response) =>
  expect([answer.status, await jsonOf(answer)]).toEqual([200, { success: true }])

async function at(instant: number, work: () => Promise<void>): Promise<void> {
  app().clock.hold(new Date(instant).toISOString())
  try {
    await work()
  } finally {
    app().clock.hold(undefined)
  }
}

describe('the published notification', () => {
  it('of payOS is believed, its smallest change is not', async () => {
    const { body } = hooks.payos
    await taken(await send('payos', JSON.stringify(body)))
    await taken(await send('payos', JSON.stringify(body)))
    for (const changed of [
      { ...body, data: { ...body.data, amount: 3_001 } },
      { ...body, data: { ...body.data, more: '' } },
      { ...body, signature: body.signature.replace(/^./, '5') },
      { ...body, signature: undefined },
      { ...body, signature: '' },
    ]) {
      await refused(await send('payos', JSON.stringify(changed)), 401)
    }
  })

  it('of Casso is believed within five minutes of its time', async () => {
    const { body, header } = hooks.cassoV2
    const sentAt = Number(/t=(\d+)/.exec(header)?.[1])
    const say = (content: object = body, signature = header) =>
      send('casso', JSON.stringify(content), { 'x-casso-signature': signature })
    await at(sentAt + 299_000, async () => taken(await say()))
    await at(sentAt - 299_000, async () => taken(await say()))
    await at(sentAt + 301_000, async () => void (await refused(await say(), 401)))
    await at(sentAt, async () => {
      await refused(await say({ ...body, data: { ...body.data, amount: 1 } }), 401)
      await refused(await say(body, header.replace('t=1', 't=2')), 401)
      await refused(await say(body, ''), 401)
    })
    await refused(await say(), 401)
  })

  it('of SePay is believed by its signature in time, and no longer by the key alone', async () => {
    const { rawBody, signature, timestamp } = hooks.sepayHmac
    const signed = { 'x-sepay-signature': signature, 'x-sepay-timestamp': timestamp }
    const sentAt = Number(timestamp) * 1_000
    await at(sentAt, async () => {
      await taken(await send('sepay', rawBody, signed))
      await taken(await send('sepay', rawBody, signed))
      await refused(await send('sepay', rawBody.replace('2277000', '2277001'), signed), 401)
      await refused(await send('sepay', ` ${rawBody}`, signed), 401)
      const other = { ...signed, 'x-sepay-timestamp': '1774000001' }
      await refused(await send('sepay', rawBody, other), 401)
      const key = { authorization: `Apikey ${app().deps.env.SEPAY_API_KEY}` }
      await refused(await send('sepay', rawBody, key), 401)
      await refused(await send('sepay', rawBody), 401)
    })
    await at(sentAt + 301_000, async () => {
      await refused(await send('sepay', rawBody, signed), 401)
    })
  })
})

describe('decoding', () => {
  const decode = (payload: unknown) => house.post('/api/v1/vietqr/decode', { payload })
  const of = (...kinds: string[]) => codes.filter(({ kind }) => kinds.includes(kind))
  const sealed = (body: string) => `${body}6304${crc16(`${body}6304`)}`

  it.each(of('spec', 'test'))('reads: $purpose', async ({ payload, input }) => {
    const answer = await decode(payload)
    expect(answer.status).toBe(200)
    const { bank, tlv, name: _name, city: _city, ...rest } = await jsonOf(answer)
    expect(bank).toMatchObject({ bin: input.bin })
    expect(Array.isArray(tlv) && tlv.length > 4).toBe(true)
    expect(rest).toEqual({
      scheme: 'vietqr',
      pointOfInitiation: input.poi,
      account: input.account,
      service: input.service === 'QRIBFTTC' ? 'card' : 'account',
      ...(input.amount && { amount: Number(input.amount) }),
      ...(input.billNumber && { billNumber: input.billNumber }),
      ...(input.reference && { reference: input.reference }),
      ...(input.memo && { purpose: input.memo }),
    })
  })

  it.each(of('other'))('reads as another scheme: $purpose', async ({ payload, input }) => {
    const answer = await decode(payload)
    expect(answer.status).toBe(200)
    const body = await jsonOf(answer)
    expect(body).toMatchObject({ scheme: 'emv', pointOfInitiation: input.poi })
    expect(body).not.toHaveProperty('bank')
  })

  it.each(of('negative'))('refuses: $purpose', async ({ payload }) => {
    await refused(await decode(payload), 422)
  })

  const frame = (beneficiary: string, rest: string) =>
    sealed(`00020101021238${beneficiary.length}${beneficiary}${rest}`)
  const good = '0010A00000072701240006970436011010234567890208QRIBFTTA'

  it('takes an amount under point of initiation 11 and a checksum in small letters', async () => {
    const payload = sealed(
      `00020101021138${good.length}${good}530370454041000 5802VN`.replace(' ', ''),
    )
    expect((await decode(payload)).status).toBe(200)
    const small = payload.slice(0, -4) + payload.slice(-4).toLowerCase()
    expect(await jsonOf(await decode(small))).toMatchObject({
      amount: 1_000,
      pointOfInitiation: '11',
    })
  })

  it.each([
    ['crc', `${codes[1]?.payload.slice(0, -4)}0000`],
    ['crc', ''],
    ['crc', 'nonsense'],
    ['crc', '6304'],
    ['currency', frame(good, '53038405802VN')],
    ['service', frame(good.replace('QRIBFTTA', 'QRPUSH01'), '53037045802VN')],
    ['length', sealed('0002010102125')],
    ['nested', frame(good.replace('0110', '0111'), '53037045802VN')],
  ])('names the fault: %s (%#)', async (code, payload) => {
    const problem = await refused(await decode(payload), 422, code)
    expect(problem.detail.length).toBeGreaterThan(5)
  })

  it.each([null, 5, undefined, [], {}, 'x'.repeat(5_000)])('of %j is 422', async (payload) => {
    const problem = await refused(await decode(payload), 422)
    if (problem.errors) expect(pointersOf(problem)).toEqual(['/payload'])
  })

  it('never fails, whatever one character of a good code becomes', async () => {
    const { payload } = codes[1] ?? {}
    for (let index = 0; index < payload.length; index += 3) {
      const broken = `${payload.slice(0, index)}~${payload.slice(index + 1)}`
      await refused(await decode(broken), 422)
      const answer = await decode(sealed(broken.slice(0, -8)))
      expect([200, 422]).toContain(answer.status)
    }
  })
})
