import { beforeAll, describe, expect, test } from 'vitest'
import { people } from '../../fixtures/cast/people.ts'
import { today } from '../../src/platform/clock.ts'
import { type Caller, withApp } from '../support/app.ts'

const app = withApp()
let reception: Caller

beforeAll(async () => {
  reception = await app().as(['reception'])
})

type Fields = Record<string, string>

function send(path: string, fields: Fields | FormData, caller = reception): Promise<Response> {
  const isFile = fields instanceof FormData
  return app().request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${caller.token}`, origin: 'http://localhost' },
    body: isFile ? fields : new URLSearchParams(fields),
  })
}

async function register(fields: Fields): Promise<string> {
  const response = await send('/patients', fields)
  expect(response.status).toBe(303)
  const id = /^\/patients\/([0-9a-f-]{36})\?said=registered$/.exec(
    response.headers.get('location') ?? '',
  )?.[1]
  if (!id) throw new Error('registering leads to the person’s page')
  return id
}

let serial = 200_000
function someone(): Fields {
  serial += 1
  return {
    name: `Phan Thị ${serial}`,
    birthDate: '1991-02-03',
    sex: 'female',
    'identityCard.number': `048191${serial}`,
  }
}

const scanned = (number: string, address = '12 Lê Văn Hiến, phường Ngũ Hành Sơn, Đà Nẵng') =>
  `${number}||Cao Thị Quét ${number}|12031985|Nữ|${address}|15082024`

describe('reception registers', () => {
  test('by card: one scan leads to the person, warnings on top', async () => {
    const cast = people(today(app().clock))
    const scan = await send('/patients/scan', { identityCardQr: `${cast.loan.cardQr}\r` })
    expect(scan.status).toBe(303)
    const page = await reception.get(scan.headers.get('location') ?? '', {
      'accept-language': 'vi',
    })
    const html = await page.text()
    expect(html).toContain('Công Tằng Tôn Nữ Hoàng Thị Phương Loan')
    expect(html).toContain('Đã tiếp nhận Công Tằng Tôn Nữ Hoàng Thị Phương Loan.')
    expect(html).toContain('Địa chỉ ghi phường/xã cũ')
    expect(html).toContain('/exams/new?patient=')
  })

  test('by card again: the same person', async () => {
    const identityCardQr = scanned('048185200001')
    const first = await send('/patients/scan', { identityCardQr })
    const again = await send('/patients/scan', { identityCardQr })
    expect(again.status).toBe(303)
    const id = (response: Response) => response.headers.get('location')?.split('?')[0]
    expect(id(again)).toBe(id(first))
  })

  test('the same submission twice is one registration', async () => {
    const fields = { ...someone(), _once: 'one-form-1' }
    const [first, second] = await Promise.all([
      send('/patients', fields),
      send('/patients', fields),
    ])
    const statuses = [first.status, second.status].sort()
    expect(statuses[0]).toBe(303)
    expect([303, 409]).toContain(statuses[1])
  })

  test('a card that does not read comes back with the field and what to do', async () => {
    const response = await send('/patients/scan', { identityCardQr: 'abc' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('name="identityCardQr"')
    expect(html).toMatch(/aria-invalid="true"/)
  })

  test('a scan that lost its accents comes back filled in, but for name and address', async () => {
    const identityCardQr =
      '048185200077||Nguyn Th An|12031985|N|12 L Vn Hin, phng Ng Hnh Sn, Nng|15082024'
    const response = await send('/patients/scan', { identityCardQr })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('value="048185200077"')
    expect(html).toContain('href="#f-name"')
    expect(html).toContain('href="#f-address-text"')
    expect(html).toMatch(/value="female" checked/)
    const known = await register({
      name: 'Nguyễn Thị An',
      birthDate: '1985-03-12',
      sex: 'female',
      'identityCard.number': '048185200077',
    })
    const again = await send('/patients/scan', { identityCardQr })
    expect(again.headers.get('location')).toBe(`/patients/${known}?said=alreadyThere`)
  })

  test('by hand: a fault comes back in its field and what was typed stays', async () => {
    const response = await send('/patients', { ...someone(), name: 'Mai <b>', phone: '12' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('value="Mai &lt;b&gt;"')
    expect(html).toContain('value="12"')
    expect(html).toContain('href="#f-phone"')
  })
})

describe('before a second record is made', () => {
  test('someone looks at the candidates and says it is another person', async () => {
    const first = someone()
    await register(first)
    const { 'identityCard.number': _, ...alike } = first
    const asked = await send('/patients', alike)
    expect(asked.status).toBe(409)
    const html = await asked.text()
    expect(html).toContain(first['identityCard.number'])
    expect(html).toContain('name="confirmNew" value="true"')
    await register({ ...alike, confirmNew: 'true' })
  })

  test('a newer card shows what differs, and the record follows it when told to', async () => {
    const [old, moved] = ['1 Lê Lợi, phường Hải Châu, Đà Nẵng', '2 Lê Lai, phường Sơn Trà, Đà Nẵng']
    const first = await send('/patients/scan', { identityCardQr: scanned('048185200002', old) })
    const path = first.headers.get('location')?.split('?')[0] ?? ''
    await send(`${path}/phone`, { phone: '0905 111 222', version: '1' })
    const identityCardQr = scanned('048185200002', moved)
    const asked = await send('/patients/scan', { identityCardQr })
    expect(asked.status).toBe(409)
    const html = await asked.text()
    expect(html).toContain(old)
    expect(html).toContain(moved)
    const followed = await send(`${path}/card`, { identityCardQr, version: '2' })
    expect(followed.status).toBe(303)
    const patient = await (await reception.get(`/api/v1${path}`)).json()
    expect(patient).toMatchObject({
      version: 3,
      phone: '0905111222',
      address: { text: moved, ward: '20263' },
    })
  })

  test('a card is not put over another person’s record', async () => {
    const id = await register(someone())
    const other = someone()
    await register(other)
    const identityCardQr = scanned(other['identityCard.number'] ?? '')
    const response = await send(`/patients/${id}/card`, { identityCardQr, version: '1' })
    expect(response.status).toBe(409)
  })
})

describe('amending', () => {
  test('the form holds the record, and a stale one changes nothing', async () => {
    const fields = someone()
    const id = await register(fields)
    const form = await (await reception.get(`/patients/${id}/edit`)).text()
    expect(form).toContain(`value="${fields.name}"`)
    const changed = { ...fields, phone: '0905222333', version: '1' }
    expect((await send(`/patients/${id}/edit`, changed)).status).toBe(303)
    const stale = await send(`/patients/${id}/edit`, { ...changed, phone: '0905222334' })
    expect(stale.status).toBe(409)
    expect(await (await reception.get(`/api/v1/patients/${id}`)).json()).toMatchObject({
      phone: '0905222333',
    })
  })

  test('the phone asked for after a scan comes back when it is wrong', async () => {
    const id = await register(someone())
    const response = await send(`/patients/${id}/phone`, { phone: '0123', version: '1' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('value="0123"')
  })
})

describe('the portrait', () => {
  const picture = (bytes: Uint8Array<ArrayBuffer>, name: string) => {
    const form = new FormData()
    form.set('portrait', new File([bytes], name, { type: 'image/png' }))
    return form
  }
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

  test('is kept and shown to those who may see the person, and to nobody else', async () => {
    const id = await register(someone())
    expect((await send(`/patients/${id}/portrait`, picture(png, 'an.png'))).status).toBe(303)
    const shown = await reception.get(`/patients/${id}/portrait`)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png)
    const admin = await app().as(['admin'])
    expect((await admin.get(`/patients/${id}/portrait`)).status).toBe(403)
    const elsewhere = await app().as(['reception'], { facility: await neighbourCode() })
    expect((await elsewhere.get(`/patients/${id}/portrait`)).status).toBe(404)
  })

  test.each([
    ['a script that calls itself a picture', new TextEncoder().encode('<script>'), 415],
    ['an empty file', new Uint8Array(), 422],
  ])('refuses %s', async (_, bytes, status) => {
    const id = await register(someone())
    const response = await send(`/patients/${id}/portrait`, picture(new Uint8Array(bytes), 'x.png'))
    expect(response.status).toBe(status)
  })
})

describe('who may open which page', () => {
  test.each([
    ['reception', 200, 200],
    ['cashier', 200, 403],
    ['examiner', 200, 403],
    ['admin', 403, 403],
    ['auditor', 403, 403],
  ])('%s: the list %d, registering %d', async (role, list, registering) => {
    const caller = await app().as([role])
    expect((await caller.get('/patients')).status).toBe(list)
    expect((await caller.get('/patients/new')).status).toBe(registering)
    expect((await send('/patients', someone(), caller)).status).toBe(
      registering === 200 ? 303 : registering,
    )
  })

  test('what a name says is shown as text', async () => {
    const name = '<img src=x onerror=alert(1)> An'
    const id = await register({ ...someone(), name })
    for (const path of ['/patients', `/patients/${id}`, `/patients/${id}/edit`]) {
      const html = await (await reception.get(path)).text()
      expect(html).not.toContain('<img src=x')
      expect(html).toContain('&lt;img src=x')
    }
  })

  test('a search that is too short says so and keeps what was typed', async () => {
    const response = await reception.get('/patients?q=x')
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('value="x"')
  })
})

async function neighbourCode(): Promise<string> {
  const facility = await app().deps.database.prisma.facility.findFirst({
    where: { code: { not: app().deps.env.FACILITY_CODE } },
  })
  if (!facility) throw new Error('the seed holds a second facility')
  return facility.code
}
