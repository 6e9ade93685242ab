import { describe, expect, it } from 'vitest'
import { createStaff } from '../../src/identity/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { signedIn } from '../identity/browser.ts'
import { openTestApp, type TestApp, withApp } from '../support/app.ts'

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

const brand = async ({ request }: TestApp, path: string) => {
  const html = await (await request(path, { headers: { accept: 'text/html' } })).text()
  return /class="brand-facility"[^>]*>([^<]*)</.exec(html)?.[1]
}

describe('a page that nobody is signed in to', () => {
  it('names the only house as its administrator named it', async () => {
    const single = await openTestApp({ demo: false })
    try {
      const name = 'Trung tâm Y tế Cẩm Lệ'
      await single.deps.database.query(
        sql`UPDATE facility SET name = ${name}, phone = '0236 3846 000'`,
      )
      expect(await brand(single, '/sign-in')).toBe(name)
      expect(await brand(single, '/pair')).toBe(name)
      expect(await brand(single, '/book')).toBe(name)
      const gone = await single.request(`/v/${'x'.repeat(43)}`, {
        headers: { accept: 'text/html' },
      })
      expect(await gone.text()).toContain('tel:02363846000')
    } finally {
      await single.close()
    }
  })

  it('names none of several, but the one whose page it is', async () => {
    expect(await brand(app(), '/sign-in')).toBeUndefined()
    expect(await brand(app(), '/pair')).toBeUndefined()
    expect(await brand(app(), '/book')).toBe(app().deps.env.FACILITY_NAME)
  })
})
