import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { projectPath } from '../../src/platform/paths.ts'
import { bodyOf, type Desks, openDesks, registerPerson } from '../exams/desk.ts'
import { type Caller, withApp } from '../support/app.ts'
import { readPdf } from '../support/pdf-reader.ts'

const app = withApp()
let desks: Desks
let cashier: Caller

beforeAll(async () => {
  desks = await openDesks(app())
  cashier = await app().as(['cashier'])
})

let marks = 0

async function post(
  path: string,
  fields: Record<string, string | Blob>,
  who: Caller = desks.reception,
) {
  const body = new FormData()
  marks += 1
  for (const [name, value] of Object.entries({ _once: `mark-${marks}`, ...fields })) {
    if (typeof value === 'string') body.append(name, value)
    else body.append(name, value, 'list')
  }
  return app().request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${who.token}`,
      origin: app().deps.env.publicUrl,
      accept: 'text/html',
      'accept-language': 'en',
    },
    body,
  })
}

async function newGroup(name = 'Vận tải Sông Hàn'): Promise<string> {
  const made = await post('/groups', { name, licenceClass: 'C', purpose: 'renewal' })
  expect(made.status).toBe(303)
  return (made.headers.get('location') ?? '').replace('?said=created', '')
}

const head = 'Họ và tên;Ngày sinh;Giới tính;Số CCCD;Điện thoại;Hạng'
const csv = (...lines: string[]) => new Blob([[head, ...lines].join('\r\n')])

async function upload(group: string, file: Blob): Promise<string> {
  const sent = await post(`${group}/lists`, { file })
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

async function register(list: string, choices: Record<string, string> = {}): Promise<string> {
  const done = await post(`${list}/registration`, choices)
  expect(done.status).toBe(303)
  return new URL(done.headers.get('location') ?? '', 'http://a').searchParams.get('counts') ?? ''
}

const html = async (path: string, who = desks.reception) => (await who.get(path)).text()

async function count(table: 'patient' | 'group_member' | 'invoice'): Promise<number> {
  const { query } = app().deps.database
  const [row] = await {
    patient: () => query<{ n: number }>(sql`SELECT count(*)::int AS n FROM patient`),
    group_member: () => query<{ n: number }>(sql`SELECT count(*)::int AS n FROM group_member`),
    invoice: () => query<{ n: number }>(sql`SELECT count(*)::int AS n FROM invoice`),
  }[table]()
  return row?.n ?? 0
}

async function memberIds(group: string): Promise<string[]> {
  const rows = await app().deps.database.query<{ id: string }>(sql`
    SELECT p.id FROM group_member m JOIN patient p ON p.id = m.patient_id
    WHERE m.group_id = ${group.replace('/groups/', '')} ORDER BY p.folded_name`)
  return rows.map(({ id }) => id)
}

let serial = 200_000
/** A line whose personal id and birth date nobody else of the name has. */
function line(name: string, rest = '0905100001;C'): string {
  serial += 1
  const born = `${(serial % 28) + 1}/${(Math.floor(serial / 28) % 12) + 1}/1985`
  return `${name};${born};Nam;048085${serial};${rest}`
}

async function openExam(patientId: string): Promise<{ id: string; visitId: string }> {
  const answer = await desks.reception.post('/api/v1/exams', {
    patientId,
    licenceClass: 'C',
    purpose: 'renewal',
    consents: { exam: true },
  })
  expect(answer.status).toBe(201)
  return bodyOf(answer)
}

describe('a list', () => {
  test('is only looked at until someone registers it', async () => {
    const before = await count('patient')
    const group = await newGroup()
    const list = await upload(group, csv(line('Lê Văn Xe'), 'Không Ngày;;Nam;;;'))
    const report = await html(list)
    expect(report).toContain('Lê Văn Xe')
    expect(report).toContain('Type a date')
    expect(await count('patient')).toBe(before)
    expect(await register(list)).toBe('1-1')
    expect(await count('patient')).toBe(before + 1)
    expect(await html(group)).toContain('Lê Văn Xe')
    expect(await html(`${list}?said=registered&counts=1-1`)).toContain(
      '1 people are registered; 1 lines are left.',
    )
  })

  test('that comes again, as the same file or another, doubles nobody', async () => {
    const group = await newGroup()
    const lines = [line('Trần Thị Lái'), 'Phạm Văn Không Số;1/2/1980;Nam;;;']
    const first = await upload(group, csv(...lines))
    expect(await register(first)).toBe('2-0')
    const members = await memberIds(group)
    const people = await count('patient')
    expect(await upload(group, csv(...lines))).toBe(first)
    expect(await register(first)).toBe('0-0')
    const longer = await upload(group, csv(...lines, line('Người Mới')))
    expect(await register(longer)).toBe('1-0')
    expect(await count('patient')).toBe(people + 1)
    expect(await memberIds(group)).toEqual(expect.arrayContaining(members))
  })

  test('registered by two at once registers everybody once', async () => {
    const group = await newGroup()
    const list = await upload(group, csv(line('Một'), line('Hai'), 'Ba;1/2/1981;Nữ;;;'))
    const people = await count('patient')
    const counts = await Promise.all(Array.from({ length: 8 }, () => register(list)))
    expect(counts.sort()).toEqual([...Array(7).fill('0-0'), '3-0'])
    expect(await count('patient')).toBe(people + 3)
  })

  test('of a person on record takes the record, and asks where it is not sure', async () => {
    const patientId = await registerPerson(desks.reception)
    const known = await bodyOf(await desks.reception.get(`/api/v1/patients/${patientId}`))
    const { number } = known.identityCard
    const group = await newGroup()
    const same = await upload(group, csv(`${known.name.toUpperCase()};1/6/1985;Nữ;${number};;`))
    expect(await register(same)).toBe('1-0')
    expect(await memberIds(group)).toEqual([patientId])

    const other = await newGroup('Đoàn khác')
    const differs = await upload(other, csv(`Tên Khác Hẳn;1/6/1985;Nữ;${number};;`))
    expect(await html(differs)).toContain(`record:${patientId}`)
    expect(await register(differs)).toBe('0-1')
    expect(await register(differs, { 'line-2': 'new' })).toBe('0-1')
    expect(await register(differs, { 'line-2': `record:${patientId}` })).toBe('1-0')
    expect(await register(differs)).toBe('0-0')
    expect(await memberIds(other)).toEqual([patientId])
  })

  test('of a namesake is registered anew only when somebody says so, and then once', async () => {
    const group = await newGroup()
    const before = await count('patient')
    await register(await upload(group, csv('Hồ Văn Trùng;5/5/1975;Nam;048075300001;;')))
    const other = await newGroup('Đoàn hai')
    const list = await upload(other, csv('Hồ Văn Trùng;5/5/1975;Nam;;;'))
    expect(await register(list)).toBe('0-1')
    expect(await register(list, { 'line-2': 'new' })).toBe('1-0')
    expect(await register(list, { 'line-2': 'new' })).toBe('0-0')
    expect(await count('patient')).toBe(before + 2)
  })

  test('may be a workbook', async () => {
    const group = await newGroup()
    const bytes = readFileSync(projectPath('fixtures/lists/exceljs.xlsx'))
    const list = await upload(group, new Blob([bytes]))
    const report = await html(list)
    expect(report).toContain('Columns that are not read: Ghi chú.')
    expect(report).toContain('Only the first sheet is read; not read: nháp, Tổng hợp.')
    expect(await register(list)).toBe('4-0')
  })

  test.each([
    ['no file', undefined, 'Choose a file first.'],
    [
      'an old workbook',
      readFileSync(projectPath('fixtures/lists/old.xls')),
      'This is an old Excel file',
    ],
    ['text of another encoding', Buffer.from('H\xf3 t\xean;b', 'latin1'), 'The text is not UTF-8'],
  ])('that is %s is refused with the reason', async (_, bytes, said) => {
    const group = await newGroup()
    const answer = await post(
      `${group}/lists`,
      bytes ? { file: new Blob([new Uint8Array(bytes)]) } : {},
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
  })

  test('nothing of it stands in an address or in the log', async () => {
    const group = await newGroup()
    const list = await upload(group, csv(line('Canh Chừng Rò Rỉ', '0905777888;C')))
    await register(list)
    expect(app().logged.some((entry) => /Canh Chừng|0905777888/.test(entry))).toBe(false)
  })
})

describe('a group', () => {
  test('shows who has come and who is done', async () => {
    const group = await newGroup()
    await register(await upload(group, csv(line('Đã Đến'), line('Chưa Đến'))))
    const [patientId = ''] = await memberIds(group)
    const { visitId } = await openExam(patientId)
    const page = await html(group)
    expect(page).toContain(`/visits/${visitId}`)
    expect(page).toContain('Came at')
    expect(page).toContain('Not here yet')
  })

  test('counts who was here before its list came', async () => {
    const patientId = await registerPerson(desks.reception)
    const known = await bodyOf(await desks.reception.get(`/api/v1/patients/${patientId}`))
    const { visitId } = await openExam(patientId)
    const group = await newGroup('Đến trước danh sách')
    const same = `${known.name};1/6/1985;Nữ;${known.identityCard.number};;`
    expect(await register(await upload(group, csv(same, line('Chưa Tới'))))).toBe('2-0')
    expect(await html(group)).toContain(`/visits/${visitId}`)
    const again = await newGroup('Đoàn thứ hai của người ấy')
    expect(await register(await upload(again, csv(same)))).toBe('1-0')
    expect(await html(again)).not.toContain(visitId)
  })

  test('counts the person to whom an exam was moved, and no more the one it was taken from', async () => {
    const group = await newGroup('Nhầm người')
    await register(await upload(group, csv(line('Ai Cũng Đến'), line('Bị Nhầm'))))
    const [right = '', wrong = ''] = await memberIds(group)
    const { id, visitId } = await openExam(wrong)
    const cameOf = () =>
      app().deps.database.query<{ patient: string; visit: string | null }>(sql`
        SELECT patient_id AS patient, visit_id AS visit FROM group_member
        WHERE group_id = ${group.slice(8)} ORDER BY patient_id = ${right} DESC`)
    expect((await cameOf()).map(({ visit }) => visit)).toEqual([null, visitId])
    const fields = { patientId: right, version: '1', reason: 'nhầm thẻ của người đứng sau' }
    expect((await post(`/exams/${id}/patient`, fields)).status).toBe(303)
    expect((await cameOf()).map(({ visit }) => visit)).toEqual([visitId, null])
    await openExam(wrong)
    expect((await cameOf()).map(({ visit }) => visit)).toEqual([visitId, expect.any(String)])
  })

  test('that is closed takes neither lists nor arrivals', async () => {
    const group = await newGroup()
    const list = await upload(group, csv(line('Đến Muộn')))
    await register(list)
    expect((await post(`${group}/closing`, { closed: 'true' })).status).toBe(303)
    expect((await post(`${group}/lists`, { file: csv(line('Thêm')) })).status).toBe(409)
    expect((await post(`${list}/registration`, {})).status).toBe(409)
    const [patientId = ''] = await memberIds(group)
    const { visitId } = await openExam(patientId)
    expect(await html(group)).not.toContain(visitId)
    await post(`${group}/closing`, { closed: 'false' })
    expect((await post(`${group}/lists`, { file: csv(line('Thêm')) })).status).toBe(303)
  })

  test('of another facility is not there, nor its list', async () => {
    const group = await newGroup()
    const list = await upload(group, csv(line('Của Mình')))
    const [other] = await app().deps.database.query<{ code: string }>(sql`
      SELECT code FROM facility WHERE code <> ${app().deps.env.FACILITY_CODE} LIMIT 1`)
    const stranger = await app().as(['reception', 'cashier'], { facility: other?.code ?? '' })
    for (const path of [group, list, `${group}/bills`, `${group}/bills.pdf`]) {
      expect((await stranger.get(path)).status).toBe(404)
    }
    for (const path of [`${group}/lists`, `${list}/registration`, `${group}/closing`]) {
      const answer = await post(path, { file: csv(line('Kẻ Lạ')), closed: 'true' }, stranger)
      expect(answer.status).toBe(404)
    }
  })

  test('is made and filled by reception alone', async () => {
    const group = await newGroup()
    expect((await cashier.get(group)).status).toBe(200)
    expect((await post('/groups', { name: 'X' }, cashier)).status).toBe(403)
    expect((await post(`${group}/lists`, { file: csv(line('A')) }, cashier)).status).toBe(403)
    const examiner = await app().as(['examiner'])
    expect((await examiner.get(group)).status).toBe(403)
  })

  test('without a name comes back with what was typed', async () => {
    const answer = await post('/groups', { contactName: 'Anh Ba', licenceClass: 'C' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="Anh Ba"')
  })
})

describe('the bills of a group', () => {
  async function comeGroup(): Promise<{ group: string; ids: string[] }> {
    const group = await newGroup('Công ty Trả Chung')
    await register(await upload(group, csv(line('Bảo Trả'), line('Chi Trả'), line('Vắng Mặt'))))
    const ids = await memberIds(group)
    for (const id of ids.slice(0, 2)) await openExam(id)
    return { group, ids }
  }

  test('are issued at once for all who have come, each with a code of its own, and once', async () => {
    const { group } = await comeGroup()
    const before = await count('invoice')
    expect(await html(`${group}/bills`, cashier)).toContain('Bill the 2 who have come')
    const issue = () => post(`${group}/bills`, { 'quantity-KSKLX': '1' }, cashier)
    const answers = await Promise.all(Array.from({ length: 6 }, issue))
    const counts = answers.map((answer) => {
      expect(answer.status).toBe(303)
      return new URL(answer.headers.get('location') ?? '', 'http://a').searchParams.get('count')
    })
    expect(counts.sort()).toEqual(['0', '0', '0', '0', '0', '2'])
    expect(await count('invoice')).toBe(before + 2)
    const codes = await app().deps.database.query<{ codes: number }>(sql`
      SELECT count(DISTINCT bill_code)::int AS codes FROM invoice i
      JOIN group_member m ON m.visit_id = i.visit_id WHERE m.group_id = ${group.slice(8)}`)
    expect(codes).toEqual([{ codes: 2 }])
  })

  test('stand on one printed list with their sum, and the print is in the log of views', async () => {
    const { group } = await comeGroup()
    await post(`${group}/bills`, { 'quantity-KSKLX': '1' }, cashier)
    const bills = await app().deps.database.query<{
      number: string
      code: string
      total: number
    }>(sql`
      SELECT i.number, i.bill_code AS code, i.total FROM invoice i
      JOIN group_member m ON m.visit_id = i.visit_id WHERE m.group_id = ${group.slice(8)}`)
    const answer = await cashier.get(`${group}/bills.pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    const text = pages.join('\n')
    const sum = bills.reduce((all, { total }) => all + total, 0)
    const dots = String(sum).replace(/\B(?=(\d{3})+$)/g, '.')
    for (const part of ['Công ty Trả Chung', 'Bảo Trả', 'Chi Trả', dots])
      expect(text).toContain(part)
    for (const { number, code } of bills) {
      expect(text).toContain(number)
      expect(text).toContain(code)
    }
    expect(text).not.toContain('Vắng Mặt')
    const [seen] = await app().deps.database.query<{ n: number }>(sql`
      SELECT count(*)::int AS n FROM audit_entry
      WHERE action = 'group-bills.printed' AND subject_id = ${group.slice(8)}`)
    expect(seen?.n).toBe(1)
  })

  test('are not issued where nothing was chosen, nor by reception', async () => {
    const { group } = await comeGroup()
    expect((await post(`${group}/bills`, {}, cashier)).status).toBe(422)
    expect((await post(`${group}/bills`, { 'quantity-KSKLX': '1' })).status).toBe(403)
    expect(await html(`${group}/bills`)).not.toContain('quantity-KSKLX')
  })
})

describe('a day for the whole group', () => {
  async function slots(day: string, ...capacities: number[]): Promise<void> {
    for (const [index, capacity] of capacities.entries()) {
      const startsAt = new Date(Date.parse(`${day}T07:31:00+07:00`) + index * 1_800_000)
      await app().deps.database.query(sql`
        INSERT INTO slot (id, facility_id, starts_at, minutes, capacity, public_capacity)
        SELECT ${app().clock.id()}, id, ${startsAt}, 30, ${capacity}, 0 FROM facility
        WHERE code = ${app().deps.env.FACILITY_CODE}`)
    }
  }

  const booked = async (group: string) =>
    app().deps.database.query<{ at: Date; n: number }>(sql`
      SELECT s.starts_at AS at, count(*)::int AS n FROM appointment a JOIN slot s ON s.id = a.slot_id
      WHERE a.group_id = ${group.slice(8)} AND a.state = 'booked' GROUP BY 1 ORDER BY 1`)

  test('fills slot after slot, all or nobody, and books nobody twice', async () => {
    const group = await newGroup()
    await register(await upload(group, csv(line('Hẹn Một'), line('Hẹn Hai'), line('Hẹn Ba'))))
    const send = (day: string, from = '7:30') => post(`${group}/appointments`, { day, from })
    await slots('2031-01-06', 1, 1)
    const few = await send('6/1/2031')
    expect(few.status).toBe(422)
    expect(await few.text()).toContain('From then on 2 places are free for 3 people.')
    expect(await booked(group)).toEqual([])
    await slots('2031-01-07', 2, 0, 5)
    const answers = await Promise.all(Array.from({ length: 4 }, () => send('7/1/2031')))
    const counts = answers.map((answer) =>
      new URL(answer.headers.get('location') ?? '', 'http://a').searchParams.get('count'),
    )
    expect(counts.sort()).toEqual(['0', '0', '0', '3'])
    expect((await booked(group)).map(({ n }) => n)).toEqual([2, 1])
    expect(await html(group)).toContain('Expected')
  })

  test.each([
    [{ day: '1/1/2020', from: '7:30' }, 'This day and time are over.'],
    [{ day: 'mai', from: '7:30' }, 'Type a date'],
    [{ day: '7/1/2031', from: 'sáng' }, 'Type a time'],
  ])('%j is refused and kept', async (typed, said) => {
    const group = await newGroup()
    await register(await upload(group, csv(line('Chờ Hẹn'))))
    const answer = await post(`${group}/appointments`, typed)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(said)
    expect(page).toContain(`value="${typed.from}"`)
  })
})
