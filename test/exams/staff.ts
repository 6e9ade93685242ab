import { createCast } from '../../src/identity/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { type Browser, signedIn } from '../identity/browser.ts'
import type { TestApp } from '../support/app.ts'

const password = 'mật khẩu để thử 7'

/** Those of the exam's desks who sign in by name and password. */
const people = [
  { username: 'thu.tiepdon', name: 'Lê Thị Tiếp', grants: ['reception'] },
  {
    username: 'thu.bacsi',
    name: 'Phan Văn Khám',
    grants: ['examiner'],
    doctorRegistration: '0007001/DNA-CCHN',
  },
  {
    username: 'thu.mat',
    name: 'Hồ Thị Mắt',
    grants: ['examiner:eyes'],
    doctorRegistration: '0007002/DNA-CCHN',
  },
  { username: 'thu.lab', name: 'Vũ Văn Nghiệm', grants: ['lab'] },
  {
    username: 'thu.ketluan',
    name: 'Đinh Thị Kết',
    grants: ['concluder'],
    doctorRegistration: '0007003/DNA-CCHN',
  },
  { username: 'thu.thungan', name: 'Mai Thị Thu', grants: ['cashier'] },
  { username: 'thu.hoso', name: 'Tạ Văn Hồ', grants: ['records'] },
] as const

export const staffPassword = password

export async function enrolStaff(app: TestApp): Promise<void> {
  const [home] = await app.deps.database.query<{ id: string }>(
    sql`SELECT id FROM facility WHERE code = ${app.deps.env.FACILITY_CODE}`,
  )
  const admin = { kind: 'system', id: 'test', name: 'test', facilityId: home?.id ?? '' } as const
  const cast = people.map((person) => ({ ...person, grants: [...person.grants] }))
  await createCast(app.deps, admin, cast, password)
}

export function signIn(app: TestApp, who: string): Promise<Browser> {
  return signedIn(app, `thu.${who}`, password)
}
