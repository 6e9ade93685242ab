import { beforeAll, expect, test } from 'vitest'
import { type Desks, openDesks, openExam } from '../exams/desk.ts'
import { withApp } from '../support/app.ts'

const app = withApp()
let desks: Desks
let patientId: string

beforeAll(async () => {
  desks = await openDesks(app())
  patientId = (await openExam(desks)).patientId
})

const headers = () => ({
  authorization: `Bearer ${desks.reception.token}`,
  origin: app().deps.env.publicUrl,
  accept: 'text/html',
})

async function version(): Promise<string> {
  const html = await (await desks.reception.get(`/patients/${patientId}`)).text()
  return / name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
}

async function post(fields: Record<string, string>): Promise<{ to: string; cookie: string }> {
  const answer = await app().request(`/patients/${patientId}/phone`, {
    method: 'POST',
    headers: headers(),
    body: new URLSearchParams({ version: await version(), ...fields }),
  })
  expect(answer.status).toBe(303)
  const cookie = answer.headers.getSetCookie().find((line) => line.includes('phone_before')) ?? ''
  return { to: answer.headers.get('location') ?? '', cookie }
}

const shown = async (path: string, cookie?: string) =>
  (await app().request(path, { headers: { ...headers(), ...(cookie && { cookie }) } })).text()

test('a changed number can be taken back on the spot, and no address or log holds it', async () => {
  await post({ phone: '0905 111 222' })
  const { to, cookie } = await post({ phone: '0905 333 444' })
  expect(to).toBe(`/patients/${patientId}?said=phone`)
  expect(cookie).toContain(`Path=/patients/${patientId}; HttpOnly; SameSite=Strict`)
  expect(cookie).toContain('Max-Age=120')
  const [pair = ''] = cookie.split(';')
  const page = await shown(to, pair)
  expect(page).toContain('name="phone" value="0905111222"')
  expect(page).toContain('id="said"')
  await post({ phone: '0905111222' })
  expect(await shown(`/patients/${patientId}`)).toContain('0905111222')
  expect(app().logged.some((line) => /0905/.test(line))).toBe(false)
})

test('without what was there before, no undo is offered', async () => {
  const page = await shown(`/patients/${patientId}?said=phone`)
  expect(page).toContain('id="said"')
  expect(/id="said".*?<\/div>/.exec(page)?.[0]).not.toContain('<form')
})

test('only an undo takes a number away: an empty field is refused', async () => {
  const answer = await app().request(`/patients/${patientId}/phone`, {
    method: 'POST',
    headers: headers(),
    body: new URLSearchParams({ version: await version(), phone: '' }),
  })
  expect(answer.status).toBe(422)
  const { to } = await post({ remove: 'yes' })
  expect(to).toBe(`/patients/${patientId}?said=phone-gone`)
  expect(await shown(`/patients/${patientId}`)).not.toContain('0905')
})
