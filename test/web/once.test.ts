import { describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { type Caller, withApp } from '../support/app.ts'

const person = (name: string) => ({ name, birthDate: '1985-06-01', sex: 'female' })

describe('a write with an idempotency key', () => {
  const app = withApp()
  const path = '/api/v1/patients'
  const count = async (name: string) => {
    const [row] = await app().deps.database.query<{ n: number }>(
      sql`SELECT count(*) AS n FROM patient WHERE name = ${name}`,
    )
    return row?.n
  }
  const post = (desk: Caller, body: unknown, key: string) =>
    desk.post(path, body, { 'idempotency-key': key })

  it('must carry one', async () => {
    const desk = await app().as(['reception'])
    const response = await app().request(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(person('Không Khóa')),
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'idempotency-key-missing' })
  })

  it('happens once, and answers the same again', async () => {
    const desk = await app().as(['reception'])
    const first = await post(desk, person('Một Lần'), 'once')
    const second = await post(desk, person('Một Lần'), 'once')
    expect([first.status, second.status]).toEqual([201, 201])
    expect(first.headers.get('idempotency-replayed')).toBeNull()
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(await second.text()).toBe(await first.text())
    for (const header of ['location', 'etag', 'content-type']) {
      expect(second.headers.get(header)).toBe(first.headers.get(header))
    }
    expect(await count('Một Lần')).toBe(1)
  })

  it('refuses another body under the same key', async () => {
    const desk = await app().as(['reception'])
    await post(desk, person('Thân Một'), 'reused')
    const other = await post(desk, person('Thân Hai'), 'reused')
    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ code: 'idempotency-key-reused' })
    expect(await count('Thân Hai')).toBe(0)
  })

  it('keeps a refusal as well, whether it fell before or inside the command', async () => {
    const desk = await app().as(['reception'])
    for (const body of [{ name: 'x' }, { ...person('An'), patientId: 'other' }]) {
      const key = `refused-${Object.keys(body).length}`
      const first = await post(desk, body, key)
      const second = await post(desk, body, key)
      expect(first.status).toBe(422)
      expect(second.status).toBe(422)
      expect(second.headers.get('idempotency-replayed')).toBe('true')
      expect(await second.text()).toBe(await first.text())
      const mended = await post(desk, person('Sửa Lại'), key)
      expect(await mended.json()).toMatchObject({ code: 'idempotency-key-reused' })
    }
  })

  it('is scoped to the caller', async () => {
    const [one, two] = [await app().as(['reception']), await app().as(['reception'])]
    await post(one, person('Người Một'), 'shared')
    const other = await post(two, person('Người Hai'), 'shared')
    expect(other.status).toBe(201)
    expect(other.headers.get('idempotency-replayed')).toBeNull()
  })

  it('sent fifty times at once happens once; the rest hear the answer or that it still runs', async () => {
    const desk = await app().as(['reception'])
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(desk, person('Năm Mươi'), 'fifty')),
    )
    const fresh = answers.filter(
      (answer) => answer.status === 201 && !answer.headers.has('idempotency-replayed'),
    )
    expect(fresh).toHaveLength(1)
    const rest = answers.filter((answer) => !fresh.includes(answer))
    for (const answer of rest) {
      if (answer.status === 201) expect(answer.headers.get('idempotency-replayed')).toBe('true')
      else {
        expect(answer.status).toBe(409)
        expect(answer.headers.get('retry-after')).toBe('1')
        expect(await answer.json()).toMatchObject({ code: 'request-in-progress' })
      }
    }
    expect(await count('Năm Mươi')).toBe(1)
  })

  it.each([
    ['', 400],
    ['with space', 201],
    ['x'.repeat(256), 400],
    ['x'.repeat(255), 201],
  ])('takes 1–255 printable characters (%#)', async (key, status) => {
    const desk = await app().as(['reception'])
    const response = await post(desk, person(`Khóa Dài ${key.length}`), key)
    expect(response.status).toBe(status)
  })
})

describe('a body', () => {
  const app = withApp()

  it('that is not JSON is malformed', async () => {
    const desk = await app().as(['reception'])
    const response = await desk.post('/api/v1/patients', '{"name":')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'malformed' })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
    'of type %j is refused',
    async (type) => {
      const desk = await app().as(['reception'])
      const response = await desk.post('/api/v1/patients', person('Sai Kiểu'), {
        'content-type': type,
      })
      expect(response.status).toBe(415)
    },
  )

  it('larger than 3 MB is refused', async () => {
    const desk = await app().as(['reception'])
    const response = await desk.post('/api/v1/patients', { name: 'x'.repeat(3_200_000) })
    expect(response.status).toBe(413)
  })
})
