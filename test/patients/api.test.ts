import { beforeAll, describe, expect, test } from 'vitest'
import { people } from '../../fixtures/cast/people.ts'
import { today } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database.ts'
import { type Caller, withApp } from '../support/app.ts'

const app = withApp()
let reception: Caller

beforeAll(async () => {
  reception = await app().as(['reception'])
})

const path = '/api/v1/patients'
let serial = 100_000
/** A person whom nobody else in this file resembles. */
function someone(changes: object = {}) {
  serial += 1
  return {
    name: `Lê Thị Số ${String.fromCharCode(65 + (serial % 26))}${serial}`,
    birthDate: '1990-05-20',
    sex: 'female',
    identityCard: { number: `048190${serial}` },
    ...changes,
  }
}

const qr = (number: string, name = 'Trần Thị Quét') =>
  `${number}||${name}|12031985|Nữ|12 Lê Văn Hiến, phường Ngũ Hành Sơn, Đà Nẵng|15082024`

async function code(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code
}

describe('registering', () => {
  test('by card fills in what the card says, the issuing place and the ward', async () => {
    const response = await reception.post(path, { identityCardQr: `${qr('048185000001')}\r\n` })
    expect(response.status).toBe(201)
    const patient = (await response.json()) as Record<string, unknown>
    expect(patient).toEqual({
      id: expect.any(String),
      version: 1,
      name: 'Trần Thị Quét',
      birthDate: '1985-03-12',
      sex: 'female',
      identityCard: { number: '048185000001', issuedOn: '2024-08-15', issuedPlace: 'Bộ Công an' },
      address: {
        text: '12 Lê Văn Hiến, phường Ngũ Hành Sơn, Đà Nẵng',
        ward: '20285',
        province: '48',
      },
      warnings: [],
    })
    expect(response.headers.get('location')).toBe(`${path}/${patient.id}`)
    expect(response.headers.get('etag')).toBe('"1"')
    const read = await reception.get(`${path}/${patient.id}`)
    expect(await read.json()).toEqual(patient)
  })

  test('by hand gives back the same, a foreigner with a passport too', async () => {
    const sent = {
      name: 'Peter Müller',
      birthDate: '1981-04-08',
      sex: 'male',
      passport: 'C01X00T47',
      passportIssuedOn: '2022-06-01',
      passportIssuedPlace: 'Köln',
      phone: '0799901234',
      email: 'peter@example.com',
    }
    const response = await reception.post(path, sent)
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ ...sent, warnings: [] })
  })

  test('everyone of the cast can be registered', async () => {
    for (const person of Object.values(people(today(app().clock)))) {
      const { demographics, cardQr } = person
      const { passport, ...rest } = demographics
      const body = cardQr
        ? { identityCardQr: cardQr, phone: demographics.phone, confirmNew: true }
        : { ...rest, passport: passport?.number, confirmNew: true }
      const response = await reception.post(path, body)
      expect([200, 201, 409]).toContain(response.status)
    }
  })

  test('a number that disagrees with birth date and sex warns and goes on', async () => {
    const response = await reception.post(
      path,
      someone({ sex: 'male', birthDate: '1991-01-01', identityCard: { number: '003190777777' } }),
    )
    expect(response.status).toBe(201)
    const { warnings } = (await response.json()) as { warnings: { code: string }[] }
    expect(warnings.map((warning) => warning.code)).toEqual([
      'id-province-unknown',
      'id-birth-year-mismatch',
      'id-sex-mismatch',
    ])
  })

  test('an address without a known ward warns and goes on', async () => {
    const response = await reception.post(
      path,
      someone({ address: { text: 'Xã Ea Kao, Đắk Lắk' } }),
    )
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({
      address: { text: 'Xã Ea Kao, Đắk Lắk', province: '66' },
      warnings: [{ code: 'address-unmatched' }],
    })
  })

  test('the same number with the same data is the person who is there', async () => {
    const sent = someone({ phone: '0911000001' })
    const first = (await (await reception.post(path, sent)).json()) as { id: string }
    const again = await reception.post(path, { ...sent, phone: '+84911000001' })
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({ id: first.id, version: 1 })
  })

  test('the same number with other data names the person who is there', async () => {
    const sent = someone()
    const first = (await (await reception.post(path, sent)).json()) as { id: string }
    for (const confirmNew of [false, true]) {
      const again = await reception.post(path, { ...sent, birthDate: '1990-05-21', confirmNew })
      expect(again.status).toBe(409)
      expect(await again.json()).toMatchObject({ code: 'duplicate-person', existingId: first.id })
    }
  })

  test('a likely duplicate is shown, and recorded once someone confirms', async () => {
    const sent = someone()
    const first = (await (await reception.post(path, sent)).json()) as { id: string }
    const alike = { name: sent.name.toUpperCase(), birthDate: sent.birthDate, sex: sent.sex }
    const asked = await reception.post(path, alike)
    expect(asked.status).toBe(409)
    expect(await asked.json()).toMatchObject({
      code: 'possible-duplicate',
      candidates: [{ id: first.id, name: sent.name, reasons: ['same-name-and-birth-date'] }],
    })
    const confirmed = await reception.post(path, { ...alike, confirmNew: true })
    expect(confirmed.status).toBe(201)
    expect(((await confirmed.json()) as { id: string }).id).not.toBe(first.id)
  })

  test.each([
    ['with one number', () => someone()],
    ['with one passport', () => someone({ identityCard: undefined, passport: `P${serial}99` })],
  ])('twenty at once %s make one person', async (_, make) => {
    const sent = make()
    const answers = await Promise.all(Array.from({ length: 20 }, () => reception.post(path, sent)))
    const statuses = answers.map((response) => response.status).sort()
    expect(statuses).toEqual([...Array(19).fill(200), 201])
    const bodies = (await Promise.all(answers.map((response) => response.json()))) as {
      id: string
    }[]
    expect(new Set(bodies.map((patient) => patient.id)).size).toBe(1)
  })

  test('twenty at once without any number make one person too', async () => {
    const { identityCard: _, ...sent } = someone()
    const answers = await Promise.all(Array.from({ length: 20 }, () => reception.post(path, sent)))
    const statuses = answers.map((response) => response.status).sort()
    expect(statuses).toEqual([201, ...Array(19).fill(409)])
  })

  test('one idempotency key registers once', async () => {
    const headers = { 'idempotency-key': 'register-once-1' }
    const sent = someone()
    const first = await reception.post(path, sent, headers)
    const again = await reception.post(path, sent, headers)
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual(await first.json())
  })

  test('leaves an audit entry that holds no name', async () => {
    const sent = someone()
    const { id } = (await (await reception.post(path, sent)).json()) as { id: string }
    const entries = await app().deps.database.query<{ action: string; detail: object }>(sql`
      SELECT action, detail FROM audit_entry WHERE patient_id = ${id}`)
    expect(entries).toEqual([{ action: 'patient.registered', detail: { patientId: id } }])
    expect(app().logged.join('\n')).not.toContain(sent.name)
    expect(app().logged.join('\n')).not.toContain(sent.identityCard.number)
  })
})

describe('what is refused', () => {
  test.each<[string, object, string, string]>([
    [
      'an id of the caller’s choosing',
      { id: '01900000-0000-7000-8000-000000000000' },
      '/id',
      'unknown-property',
    ],
    ['a facility', { facilityId: 'x' }, '/facilityId', 'unknown-property'],
    ['a version', { version: 3 }, '/version', 'unknown-property'],
    [
      'an unknown key deeper down',
      { address: { text: 'x', district: 'y' } },
      '/address/district',
      'unknown-property',
    ],
    ['no name', { name: undefined }, '/name', 'missing'],
    ['an empty name', { name: '  ' }, '/name', 'name'],
    ['a name of digits', { name: '12345' }, '/name', 'name'],
    ['a NUL in the name', { name: 'An\u0000Bình' }, '/name', 'name'],
    [
      'a NUL in the address',
      { address: { text: 'a\u0000b' } },
      '/address/text',
      'control-character',
    ],
    ['a day that does not exist', { birthDate: '1990-02-30' }, '/birthDate', 'not-a-date'],
    ['a day to come', { birthDate: '2190-01-01' }, '/birthDate', 'in-future'],
    ['another sex', { sex: 'other' }, '/sex', 'unknown-value'],
    [
      'nine digits',
      { identityCard: { number: '201234567' } },
      '/identityCard/number',
      'personal-id',
    ],
    [
      'a number as a number',
      { identityCard: { number: 48190000001 } },
      '/identityCard/number',
      'wrong-type',
    ],
    ['a short passport', { passport: 'C1' }, '/passport', 'passport'],
    [
      'a second issue date',
      { passportIssuedOn: '2020-01-01' },
      '/passportIssuedOn',
      'issued-with-card',
    ],
    ['a landline', { phone: '02363123456' }, '/phone', 'phone'],
    ['no e-mail', { email: 'nobody' }, '/email', 'email'],
  ])('%s', async (_, changes, pointer, fault) => {
    const response = await reception.post(path, someone(changes))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ pointer, code: fault }] })
  })

  test('a malformed card QR, with its fault and what to do', async () => {
    const response = await reception.post(path, { identityCardQr: 'https://example.com' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      code: 'identity-card-qr-malformed',
      detail: expect.stringContaining('Scan the card again'),
      errors: [{ pointer: '/identityCardQr', code: 'too-few-fields' }],
    })
  })

  test('a card together with what it says already', async () => {
    const response = await reception.post(path, { identityCardQr: qr('048185000009'), name: 'An' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      errors: [{ pointer: '/name', code: 'not-with-card' }],
    })
  })

  test.each(['[]', 'null', '"x"', '{', '{"name":'])('the body %s', async (body) => {
    const response = await reception.post(path, body)
    expect([400, 422]).toContain(response.status)
  })

  test('an update through a create: the person keeps their data', async () => {
    const sent = someone()
    const { id } = (await (await reception.post(path, sent)).json()) as { id: string }
    await reception.post(path, { ...someone(), id })
    expect(await (await reception.get(`${path}/${id}`)).json()).toMatchObject({ name: sent.name })
  })
})

describe('who may', () => {
  test.each([
    ['examiner', 200, 403],
    ['cashier', 200, 403],
    ['lab', 200, 403],
    ['licence-desk', 200, 403],
    ['admin', 403, 403],
    ['auditor', 403, 403],
    ['director', 403, 403],
  ])('%s reads: %d, writes: %d', async (role, reads, writes) => {
    const { id } = (await (await reception.post(path, someone())).json()) as { id: string }
    const caller = await app().as([role])
    expect((await caller.get(`${path}/${id}`)).status).toBe(reads)
    expect((await caller.get(`${path}?q=le thi`)).status).toBe(reads)
    expect((await caller.post(path, someone())).status).toBe(writes)
    expect((await caller.put(`${path}/${id}`, someone())).status).toBe(writes)
    expect((await caller.put(`${path}/${id}/portrait`, 'x')).status).toBe(writes)
  })

  test('nobody without a token', async () => {
    expect((await app().request(`${path}?q=an`)).status).toBe(401)
  })
})

describe('another facility', () => {
  test('has other people, and may hold the same number', async () => {
    const { facilityId } = await neighbour()
    const other = await app().as(['reception'], { facility: facilityId })
    const sent = someone()
    const { id } = (await (await reception.post(path, sent)).json()) as { id: string }
    expect((await other.get(`${path}/${id}`)).status).toBe(404)
    expect((await other.put(`${path}/${id}`, someone())).status).toBe(404)
    expect(await (await other.get(`${path}?q=${encodeURIComponent(sent.name)}`)).json()).toEqual({
      items: [],
    })
    expect((await other.post(path, sent)).status).toBe(201)
  })

  test.each(['x', '01900000-0000-7000-8000-000000000000', '../../etc/passwd', '%00'])(
    'no such person: %s',
    async (id) => {
      expect((await reception.get(`${path}/${id}`)).status).toBe(404)
    },
  )

  async function neighbour(): Promise<{ facilityId: string }> {
    const [row] = await app().deps.database.query<{ code: string }>(sql`
      SELECT code FROM facility WHERE code <> ${app().deps.env.FACILITY_CODE} LIMIT 1`)
    if (!row) throw new Error('the seed holds a second facility')
    return { facilityId: row.code }
  }
})

describe('amending', () => {
  test('replaces the whole, counts the version and refuses a stale one', async () => {
    const sent = { ...someone(), phone: '0911000002' }
    const { id } = (await (await reception.post(path, sent)).json()) as { id: string }
    const { phone: _, ...without } = sent
    const amended = await reception.put(`${path}/${id}`, without, { 'if-match': '"1"' })
    expect(amended.status).toBe(200)
    expect(amended.headers.get('etag')).toBe('"2"')
    expect(await amended.json()).not.toHaveProperty('phone')
    const stale = await reception.put(`${path}/${id}`, sent, { 'if-match': '"1"' })
    expect(stale.status).toBe(409)
    expect(await code(stale)).toBe('stale-version')
  })

  test('to another person’s number is refused', async () => {
    const first = someone()
    await reception.post(path, first)
    const second = someone()
    const { id } = (await (await reception.post(path, second)).json()) as { id: string }
    const response = await reception.put(`${path}/${id}`, {
      ...second,
      identityCard: first.identityCard,
    })
    expect(response.status).toBe(409)
    expect(await code(response)).toBe('duplicate-person')
  })
})

describe('the portrait', () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(1000)])

  test.each<[string, Buffer, number]>([
    ['a JPEG', jpeg, 200],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 200],
    ['an HTML page', Buffer.from('<html>'), 415],
    ['nothing', Buffer.alloc(0), 415],
    ['more than 2 MB', Buffer.concat([jpeg, Buffer.alloc(2 * 1024 * 1024)]), 413],
  ])('%s answers by its bytes, whatever it is called', async (_, bytes, status) => {
    const { id } = (await (await reception.post(path, someone())).json()) as { id: string }
    const response = await app().request(`${path}/${id}/portrait`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${reception.token}`, 'content-type': 'image/jpeg' },
      body: new Uint8Array(bytes),
    })
    expect(response.status).toBe(status)
    if (status === 200) {
      expect(await response.json()).toMatchObject({ version: 2, portrait: expect.any(String) })
    }
  })
})

describe('searching', () => {
  const hung = { name: 'Đỗ Văn Hùng Cường', birthDate: '1977-07-07', sex: 'male' }

  beforeAll(async () => {
    await reception.post(path, {
      ...hung,
      phone: '0977123987',
      identityCard: { number: '048077555666', oldNumber: '209988776' },
      confirmNew: true,
    })
  })

  test.each([
    'Đỗ Văn Hùng Cường',
    'do van hung cuong',
    'HÙNG CƯỜNG',
    'cuong do',
    'hung cu',
    'cu hun',
    'văn hùng',
    '048077555666',
    '7555666',
    '0977123987',
    '0977 123 987',
    '+84977123987',
    '209988776',
  ])('finds a person by %s', async (q) => {
    expect(await names(q)).toContain(hung.name)
  })

  test.each(['hung cuong xyz', '048077555667', 'oàng', '%%', '__', "'; DROP TABLE patient; --"])(
    'finds nobody by %s',
    async (q) => {
      expect(await names(q)).toEqual([])
    },
  )

  test('pages through everyone once, the namesakes first', async () => {
    const name = 'Hồ Thị Trang Trang'
    for (let day = 10; day < 17; day++) {
      await reception.post(path, { name, birthDate: `1980-01-${day}`, sex: 'female' })
      await reception.post(path, {
        name: `${name} Anh`,
        birthDate: `1980-02-${day}`,
        sex: 'female',
      })
    }
    const seen = await everyone('ho thi trang trang')
    expect(seen).toHaveLength(14)
    expect(new Set(seen).size).toBe(14)
    expect(seen.slice(0, 7).every((entry) => entry.startsWith(`${name} 1980-01`))).toBe(true)
  })

  test('pages through those whose words only begin like the question', async () => {
    for (let day = 10; day < 17; day++) {
      await reception.post(path, {
        name: `Kha Xuyến Quyên ${'b'.repeat(day - 9)}`,
        birthDate: `1981-01-${day}`,
        sex: 'female',
      })
    }
    const seen = await everyone('kh xuy')
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
    expect(await everyone('quyen xuyen')).toHaveLength(7)
  })

  test.each([
    'q=a',
    'q=',
    'q=%20a%20',
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1e2',
    'limit=x',
    'after=x',
    "after=n'; DROP TABLE patient",
    'after=x01900000-0000-7000-8000-000000000000',
    `q=${'a'.repeat(201)}`,
  ])('refuses ?%s', async (query) => {
    expect((await reception.get(`${path}?${query}`)).status).toBe(422)
  })

  test.each([
    'sort=name;DROP TABLE patient',
    'q=%00%00an',
    'q=an%F0%9F%98%80',
    'q=%5C%5C',
    `q=${encodeURIComponent('a b c d e f g h i j k l m')}`,
    'filter[name]=x&q=an',
    'q=an&q=binh',
  ])('survives ?%s', async (query) => {
    expect([200, 422]).toContain((await reception.get(`${path}?${query}`)).status)
  })

  test('without a question lists the newest first', async () => {
    const sent = someone()
    await reception.post(path, sent)
    const page = (await (await reception.get(`${path}?limit=1`)).json()) as Page
    expect(page.items[0]?.name).toBe(sent.name)
    expect(page.next).toBeDefined()
  })

  type Page = { items: { name: string; birthDate: string }[]; next?: string }

  async function everyone(q: string): Promise<string[]> {
    const seen: string[] = []
    let next: string | undefined
    do {
      const query = new URLSearchParams({ q, limit: '3', ...(next && { after: next }) })
      const page = (await (await reception.get(`${path}?${query}`)).json()) as Page
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items.map((item) => `${item.name} ${item.birthDate}`))
      next = page.next
    } while (next)
    return seen
  }

  async function names(q: string): Promise<string[]> {
    const response = await reception.get(`${path}?q=${encodeURIComponent(q)}`)
    expect(response.status).toBe(200)
    return ((await response.json()) as Page).items.map((item) => item.name)
  }
})
