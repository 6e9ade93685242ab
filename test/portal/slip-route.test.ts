import { expect, it } from 'vitest'
import { type Role, roles } from '../../src/core/actor.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { readPdf, scanPage } from '../support/pdf-reader.ts'
import { arrive, bill, slipOf } from './visitor.ts'

const app = withApp()

it('prints a slip without a phone that holds nothing secret and leaves the old link be', async () => {
  const visitor = await arrive(app())
  const link = await slipOf(app(), visitor)
  const { billCode, qr } = await bill(visitor)
  const path = `/visits/${visitor.visitId}/slip.pdf?without-phone=1`
  const answer = await visitor.caller.post(path, '')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const text = (await readPdf(bytes)).pages.join(' ').replace(/\s+/g, ' ')
  expect(text).toContain(visitor.name.toUpperCase())
  expect(text).toContain(billCode)
  expect(text).toContain('250.000 đ')
  expect(text).not.toContain('/v/')
  expect(await scanPage(bytes, 1)).toBe(qr.payload)
  expect((await app().request(link)).status).toBe(200)
  const printed = await app().deps.database.query(sql`
    SELECT 1 FROM audit_entry WHERE subject_id = ${visitor.visitId} AND action = 'slip.printed'`)
  expect(printed).toHaveLength(2)
})

it('is reception’s to print, for visits of its own house', async () => {
  const { visitId } = await arrive(app())
  const path = `/visits/${visitId}/slip.pdf?without-phone=1`
  const printers: readonly Role[] = ['reception']
  for (const role of roles) {
    const { status } = await (await app().as([role])).post(path, '')
    expect([role, status]).toEqual([role, printers.includes(role) ? 200 : 403])
  }
  const neighbour = await app().as(['reception'], { facility: '48002' })
  expect((await neighbour.post(path, '')).status).toBe(404)
})
