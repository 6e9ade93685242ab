import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { describeSchema } from '../../prisma/describe-schema.ts'
import { projectPath } from '../../src/platform/paths.ts'
import { createTestDatabase } from '../support/database.ts'

test('schema.prisma says what the migrations made (npm run schema writes it)', async () => {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const described = await describeSchema(client)
  await client.end()
  await database.drop()
  expect(readFileSync(projectPath('prisma/schema.prisma'), 'utf8')).toBe(described)
})
