import { expect, it } from 'vitest'
import { createStaff } from '../../src/identity/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { signedIn } from '../identity/browser.ts'
import { withApp } from '../support/app.ts'

const app = withApp()

it('the head of a page names the house of the reader, not the one that runs the server', async () => {
  const { deps } = app()
  const home = deps.env.FACILITY_NAME
  const [neighbour] = await deps.database.query<{ id: string; name: string }>(
    sql`SELECT id, name FROM facility WHERE code <> ${deps.env.FACILITY_CODE}`,
  )
  const facilityId = neighbour?.id ?? ''
  const person = { username: 'lang.gieng', name: 'Người Hàng Xóm', grants: ['admin'] }
  const terminal = { kind: 'system' as const, id: 'test', name: 'test', facilityId }
  const { password } = await createStaff(deps, terminal, person)
  const browser = await signedIn(app(), person.username, password)
  const html = await (await browser.get('/password')).text()
  expect(html).toContain(`title="${neighbour?.name}">${neighbour?.name}</span>`)
  expect(html).not.toContain(home)
})
