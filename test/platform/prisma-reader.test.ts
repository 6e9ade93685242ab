import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase, sql } from '../../src/platform/database.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { type Interruptible, interruptible } from '../support/interruptible.ts'

const id = '019aa000-0000-7000-8000-000000000001'
const at = new Date('2026-03-01T20:15:00.123Z')
let created: TestDatabase
let way: Interruptible
let database: Database

const readers = async () => {
  const rows = await database.query(sql`
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'lienthong reader'`)
  return rows.length
}

beforeAll(async () => {
  created = await createTestDatabase()
  way = await interruptible(created.url)
  const url = new URL(way.url)
  url.searchParams.set('options', '-c TimeZone=Asia/Ho_Chi_Minh')
  database = openDatabase(url.href)
  await database.query(sql`
    INSERT INTO facility (id, code, name, superior_body, address)
    VALUES (${id}, '48001', 'F', 'S', 'A')`)
  await database.query(sql`
    INSERT INTO audit_entry VALUES (${id}, ${id}, ${at}, 'system', 'a', 'a', 'staff.created',
      'staff', ${id}, NULL, '{}', NULL)`)
})
afterAll(async () => {
  await way.close()
  await created.drop()
})

test('a database that nobody read through Prisma closes without opening it', async () => {
  const unread = openDatabase(created.url)
  await unread.query(sql`SELECT 1`)
  await unread.close()
  expect(await readers()).toBe(0)
})

test('the first read opens it, and a session in another time zone reads the same instant', async () => {
  const entry = await database.prisma.auditEntry.findFirst({ where: { at }, select: { at: true } })
  expect(entry?.at).toEqual(at)
  expect(await readers()).toBe(1)
})

test('a read while the database is away is told to come again, and then succeeds', async () => {
  way.cut()
  await expect(database.prisma.facility.count()).rejects.toMatchObject({
    code: 'database-unavailable',
  })
  way.restore()
  expect(await database.prisma.facility.count()).toBe(1)
})

test('closing the database closes it too', async () => {
  await database.close()
  await expect(database.prisma.facility.count()).rejects.toThrow()
  database = openDatabase(created.url)
  expect(await readers()).toBe(0)
  await database.close()
})
