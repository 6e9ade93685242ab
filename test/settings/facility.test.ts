import { crc32, deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { makePdf } from '../../src/platform/pdf.ts'
import { letterhead } from '../../src/platform/pdf-family.ts'
import { picture } from '../../src/platform/pdf-marks.ts'
import { readPicture } from '../../src/platform/picture.ts'
import { auditOf, type Browser, signedIn } from '../identity/browser.ts'
import { withApp } from '../support/app.ts'

const app = withApp()
let admin: Browser

beforeAll(async () => {
  admin = await signedIn(app(), 'quantri', app().castPassword)
})

const data = {
  name: 'Trung tâm Y tế Hải Châu',
  superior: 'Sở Y tế thành phố Đà Nẵng',
  address: '38 Cao Thắng, Đà Nẵng',
  phone: '0236 3821 001',
  taxCode: '0401234567',
}

async function versionShown(): Promise<string> {
  const text = await (await admin.get('/settings/facility')).text()
  return /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
}

async function home(): Promise<{ id: string; name: string }> {
  const [row] = await app().deps.database.query<{ id: string; name: string }>(
    sql`SELECT id, name FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`,
  )
  if (!row) throw new Error('no facility')
  return row
}

describe('the facility’s data', () => {
  test('is saved as it was typed but tidied, heads the papers, and stands in the log', async () => {
    const version = await versionShown()
    const answer = await admin.post('/settings/facility', {
      ...data,
      name: '  Trung tâm   Y tế Hải Châu ',
      version,
    })
    expect(answer.status).toBe(303)
    const { id, name } = await home()
    expect(name).toBe(data.name)
    expect(await auditOf(app(), id)).toContain('facility.amended')
  })

  test('names every fault at once and keeps what was typed', async () => {
    const version = await versionShown()
    const typed = { ...data, name: '', taxCode: '12', phone: 'gọi anh Ba', version }
    const answer = await admin.post('/settings/facility', typed)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('gọi anh Ba')
    expect(text.match(/class="field-error"/g)).toHaveLength(3)
  })

  test('shows both to who edited an older version, and overwrites nothing', async () => {
    const version = await versionShown()
    const first = { ...data, address: '1 Bạch Đằng, Đà Nẵng', version }
    expect((await admin.post('/settings/facility', first)).status).toBe(303)
    const second = { ...data, address: '2 Trần Phú, Đà Nẵng', version }
    const answer = await admin.post('/settings/facility', second)
    expect(answer.status).toBe(409)
    const text = await answer.text()
    expect(text).toContain('1 Bạch Đằng')
    expect(text).toContain('2 Trần Phú')
    const [row] = await app().deps.database.query<{ address: string }>(
      sql`SELECT address FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`,
    )
    expect(row?.address).toBe('1 Bạch Đằng, Đà Nẵng')
    const now = await versionShown()
    expect(Number(now)).toBe(Number(version) + 1)
    expect((await admin.post('/settings/facility', { ...second, version: now })).status).toBe(303)
  })

  test('ten who save the same version at once: one gets through', async () => {
    const version = await versionShown()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        admin.post('/settings/facility', { ...data, address: `${n} Lê Lợi, Đà Nẵng`, version }),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9)
  })

  test('is the administrator’s alone', async () => {
    const desk = await signedIn(app(), 'tiepdon', app().castPassword)
    expect((await desk.get('/settings/facility')).status).toBe(403)
    const answer = await desk.post('/settings/facility', { ...data, version: '1' })
    expect(answer.status).toBe(403)
  })

  test('every version stays, and none can be changed', async () => {
    const change = sql`UPDATE setting SET value = '{}'`
    await expect(app().deps.database.query(change)).rejects.toThrow(/append-only/)
  })
})

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, tail])
}

/** A grey square, or one whose rows are not what its header promises. */
function png(
  side: number,
  rows: Buffer = Buffer.alloc(side * (side + 1)),
  { colour = 0, packed = deflateSync(rows) } = {},
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 8
  header[9] = colour
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

async function upload(bytes: Buffer): Promise<Response> {
  const form = new FormData()
  form.set('logo', new File([new Uint8Array(bytes)], 'logo.png', { type: 'image/png' }))
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return app().request('/settings/facility/logo', {
    method: 'POST',
    headers: { cookie, accept: 'text/html', origin: app().deps.env.publicUrl },
    body: form,
  })
}

describe('the logo', () => {
  test.each([
    ['a text', Buffer.from('hello'), 'PNG'],
    ['too small a picture', png(20), '64'],
    ['a picture cut short', png(100).subarray(0, 60), 'hỏng'],
    ['rows that are not there', png(100, Buffer.alloc(30)), 'hỏng'],
    ['more rows than promised', png(100, Buffer.alloc(50_000)), 'hỏng'],
    ['an unknown filter', png(100, Buffer.alloc(100 * 101, 9)), 'hỏng'],
  ])('refuses %s', async (_, bytes, says) => {
    const answer = await upload(bytes)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(says)
  })

  test('is taken, shown, and taken away again', async () => {
    expect((await upload(png(120))).status).toBe(303)
    const shown = await admin.get('/settings/facility/logo')
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(readPicture(Buffer.from(await shown.arrayBuffer()))).toMatchObject({ width: 120 })
    expect((await admin.post('/settings/facility/logo/removal')).status).toBe(303)
    expect((await admin.get('/settings/facility/logo')).status).toBe(404)
  })
})

describe('hours and holidays', () => {
  const week = { '1-morning-opens': '7h30', '1-morning-closes': '11:30', version: '0' }

  test('are read as people write them', async () => {
    expect((await admin.post('/settings/hours', week)).status).toBe(303)
    const text = await (await admin.get('/settings/hours')).text()
    expect(text).toContain('value="07:30"')
    const days = { holidays: '2/9/2026 Quốc khánh\n\n01012027', version: '0' }
    expect((await admin.post('/settings/holidays', days)).status).toBe(303)
    expect(await (await admin.get('/settings/hours')).text()).toContain('02/09/2026 Quốc khánh')
  })

  test('refuse what cannot be and keep it in the fields', async () => {
    const wrong = {
      version: '1',
      '2-morning-opens': '11:00',
      '2-morning-closes': '10:00',
      '3-morning-opens': 'sáng',
      '3-morning-closes': '10:00',
      '4-afternoon-opens': '13:00',
    }
    const answer = await admin.post('/settings/hours', wrong)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('value="sáng"')
    expect(text.match(/class="field-error"/g)).toHaveLength(3)
    const days = { holidays: '31/02/2026 Tết', version: '1' }
    expect((await admin.post('/settings/holidays', days)).status).toBe(422)
  })

  test('an older version is shown beside the newer', async () => {
    const answer = await admin.post('/settings/hours', { ...week, '1-morning-opens': '06:00' })
    expect(answer.status).toBe(409)
    const text = await answer.text()
    expect(text).toContain('06:00')
    expect(text).toContain('07:30')
  })
})

test('the logo heads a paper of the house', async () => {
  const bodies = await Promise.all(
    [undefined, png(80)].map((logo) =>
      makePdf({
        title: 'thử',
        paper: 'A5',
        createdAt: new Date('2026-11-24T02:00:00Z'),
        footer: '',
        body: [letterhead({ name: 'Trung tâm Y tế', logo })],
      }),
    ),
  )
  const pictures = bodies.map((bytes) => Buffer.from(bytes).includes('/Subtype /Image'))
  expect(pictures).toEqual([false, true])
})

test('a portrait that only looks like a picture leaves its frame empty instead of ending the server', async () => {
  // Grey with an alpha channel, which the PDF library unpacks behind our back; and not packed at all.
  const broken = png(100, undefined, { colour: 4, packed: Buffer.from('no zlib') })
  const bytes = await makePdf({
    title: 'thử',
    paper: 'A5',
    createdAt: new Date('2026-11-24T02:00:00Z'),
    footer: '',
    body: [picture(broken, { width: 50, height: 50 }, 'ảnh')],
  })
  expect(bytes.length).toBeGreaterThan(1000)
})
