import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { readDelimited } from '../../src/core/delimited.ts'
import { type Decision, decide, outcomeOf, readChoice } from '../../src/frontdesk/group-decision.ts'
import { readList } from '../../src/frontdesk/group-list.ts'
import type { Patient } from '../../src/patients/patient.ts'

const defaults = {
  licenceClass: 'B',
  purpose: 'renewal',
  today: calendarDate('2026-11-24'),
} as const
const head = 'Họ và tên;Ngày sinh;Giới tính;Số CCCD;Điện thoại;Hạng;Mục đích'
const read = (...lines: string[]) => readList(readDelimited([head, ...lines].join('\n')), defaults)
const one = (line: string) => {
  const [row] = read(line).rows
  if (!row) throw new Error('the line is gone')
  return row
}

describe('a line of the list', () => {
  test('is a person with class and purpose', () => {
    expect(one('Nguyễn  Văn Tài;3/4/1985;Nam;048085100001;0905.100.001;C;Nâng hạng')).toMatchObject(
      {
        line: 2,
        entry: {
          person: {
            name: 'Nguyễn Văn Tài',
            birthDate: '1985-04-03',
            sex: 'male',
            identityCard: { number: '048085100001' },
            phone: '0905100001',
          },
          licenceClass: 'C',
          purpose: 'upgrade',
        },
        faults: [],
        notes: [],
      },
    )
  })

  test('takes class and purpose from the group where it names none', () => {
    expect(one('A B;1985-04-03;nữ;;;;').entry).toMatchObject({
      licenceClass: 'B',
      purpose: 'renewal',
    })
  })

  test.each([
    ['48085100001', '048085100001'],
    ["'048085100001", '048085100001'],
    ['048 085 100 001', '048085100001'],
    ['1188100004', '001188100004'],
  ])('a personal id that came as %s is %s', (typed, number) => {
    expect(one(`A B;3/4/1985;Nam;${typed};;;`).entry?.person.identityCard?.number).toBe(number)
  })

  test('a nought that was put back is said', () => {
    expect(one('A B;3/4/1985;Nam;48085100001;905100001;;').notes.map(({ en }) => en)).toEqual([
      'The spreadsheet dropped the first nought; read as 048085100001.',
      'The first nought of the phone number was put back.',
    ])
  })

  test.each([
    [';3/4/1985;Nam;;;;', 'The name is missing.'],
    ['A B;;Nam;;;;', 'Type a date, for example 03/04/1985.'],
    ['A B;1985;Nam;;;;', 'There is only a year; day, month and year are needed.'],
    [
      'A B;31/02/1985;Nam;;;;',
      'There is no such day. Type the day before the month: 03/04/1985 is 3 April.',
    ],
    ['A B;25/11/2026;Nam;;;;', 'The birth date lies in the future.'],
    ['A B;3/4/1985;;;;;', 'The sex is missing, and there is no personal id that says it.'],
    ['A B;3/4/1985;x;;;;', 'The sex cannot be read: write Nam or Nữ.'],
    ['A B;3/4/1985;Nam;123;;;', 'The personal id must have exactly 12 digits.'],
    [
      'A B;3/4/1985;Nam;201234567;;;',
      'This is a nine-digit id, which is no longer valid; the 12-digit one is needed.',
    ],
    [
      'A B;3/4/1985;Nam;4.8085E+10;;;',
      'The spreadsheet turned the personal id into the form 1.2E+11 and lost digits: make the column Text and enter it again.',
    ],
    [
      'A B;3/4/1985;Nam;;0236 3 123;;',
      'The phone number is no Vietnamese mobile one (10 digits, from 03, 05, 07, 08 or 09).',
    ],
    ['A B;3/4/1985;Nam;;;Z9;', 'There is no class “Z9”.'],
    [
      'A B;3/4/1985;Nam;;;;đi chơi',
      'The purpose “đi chơi” is not understood: write new, renewal, reissue or upgrade.',
    ],
    ['12345;3/4/1985;Nam;;;;', 'The name cannot be read: letters only, at most 100 of them.'],
  ])('%s is no entry: %s', (line, said) => {
    const row = one(line)
    expect(row.entry).toBeUndefined()
    expect(row.faults.map(({ en }) => en)).toEqual([said])
  })

  test('says everything that is wrong in it at once', () => {
    expect(one(';1985;x;1;2;Z;Y').faults).toHaveLength(7)
  })
})

describe('the list', () => {
  test('finds its headings under a title, in any order, and names the columns it does not read', () => {
    const text =
      'CÔNG TY A;;;\n;;;\nSTT;NGÀY SINH;Ghi chú;HỌ TÊN;CMND/CCCD\n1;3/4/1985;x;Lê Văn Xe;048085100001'
    expect(readList(readDelimited(text), defaults)).toMatchObject({
      unread: ['Ghi chú'],
      lacking: [],
      rows: [{ line: 4, entry: { person: { name: 'Lê Văn Xe', sex: 'male' } } }],
    })
  })

  test('without a column for name or birth date says which is lacking', () => {
    expect(readList(readDelimited('Họ tên;Điện thoại\nA;1'), defaults)).toMatchObject({
      lacking: ['birthDate'],
      rows: [],
    })
  })

  test('the second line of one person is no second person', () => {
    const { rows } = read(
      'Nguyễn Văn Tài;3/4/1985;Nam;048085100001;;;',
      'NGUYEN VAN TAI;03-04-1985;Nam;48085100001;;;',
      'Nguyễn Văn Tài;3/4/1985;Nam;;;;',
      'Nguyễn Văn Tài;3/4/1985;Nam;048085100009;;;',
    )
    expect(rows.map(({ entry }) => entry !== undefined)).toEqual([true, false, false, true])
    expect(rows[1]?.faults[0]?.en).toBe('The same person as in line 2.')
    expect(rows[3]?.notes[0]?.en).toContain('line 2')
  })
})

const known = (change: Partial<Patient> = {}): Patient => ({
  id: '01900000-0000-7000-8000-000000000001',
  version: 1,
  name: 'Nguyễn Văn Tài',
  birthDate: calendarDate('1985-04-03'),
  sex: 'male',
  identityCard: { number: '048085100001' },
  ...change,
})
const nobody = { patientIds: new Set<string>(), rowKeys: new Set<string>() }
const line = one('NGUYEN VAN TAI;3/4/1985;Nam;048085100001;0905100001;;')
const numberless = one('Nguyễn Văn Tài;3/4/1985;Nam;;;;')

describe('what becomes of a line', () => {
  test.each<[string, Decision['standing'], Decision]>([
    ['nobody like it', 'new', decide(line, [], nobody)],
    ['the same number, day and letters', 'known', decide(line, [known()], nobody)],
    [
      'the same, in the group',
      'member',
      decide(line, [known()], { ...nobody, patientIds: new Set([known().id]) }),
    ],
    [
      'a line registered before',
      'member',
      decide(numberless, [], { ...nobody, rowKeys: new Set(['nguyen van tai 1985-04-03']) }),
    ],
    [
      'the same number, another name',
      'differs',
      decide(line, [known({ name: 'Lê Văn Xe' })], nobody),
    ],
    [
      'the same number, another day',
      'differs',
      decide(line, [known({ birthDate: calendarDate('1985-03-04') })], nobody),
    ],
    ['no number, a namesake born that day', 'likely', decide(numberless, [known()], nobody)],
    [
      'another number, a namesake born that day',
      'likely',
      decide(line, [known({ identityCard: { number: '048085100009' } })], nobody),
    ],
  ])('%s: %s', (_, standing, decision) => {
    expect(decision.standing).toBe(standing)
  })

  test('a phone that the record does not have is said and left', () => {
    expect(decide(line, [known()], nobody).said.map(({ en }) => en)).toEqual([
      'The phone number is not that of the record, which stays as it is.',
    ])
  })

  const likely = decide(numberless, [known()], nobody)
  const differs = decide(line, [known({ name: 'Lê Văn Xe' })], nobody)
  const stranger = 'record:01900000-0000-7000-8000-00000000000f'
  test.each([
    ['likely', likely, '', { act: 'leave' }],
    ['likely', likely, 'new', { act: 'register' }],
    ['likely', likely, `record:${known().id}`, { act: 'join', patientId: known().id }],
    ['likely', likely, stranger, { act: 'leave' }],
    ['differs', differs, 'new', { act: 'leave' }],
    ['differs', differs, `record:${known().id}`, { act: 'join', patientId: known().id }],
    ['differs', differs, stranger, { act: 'leave' }],
  ])('%s %#: chosen %j is %j', (_, decision, choice, outcome) => {
    expect(outcomeOf(decision as Decision, readChoice(choice as string))).toEqual(outcome)
  })
})
