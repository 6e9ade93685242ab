import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amend,
  type Entry,
  isEditable,
  KEY_LASTS_MS,
  type Outgoing,
  replayAll,
  resolve,
  type Step,
  type World,
} from '../../src/web/public/offline-replay.js'

let drawn = 0
const newKey = () => `key-${drawn++}`

function entryOf(name: string, kinds: Step['kind'][] = ['patient', 'exam', 'invoice']): Entry {
  const steps = kinds.map((kind) => ({ kind, body: { name }, key: newKey() }))
  return { id: name, steps, state: 'waiting' }
}

type Answer = { status: number; body?: Record<string, unknown> }

/** A server that keeps the answer of every key, and a network that loses requests and answers. */
function openServer(answers: (request: Outgoing) => Answer | undefined = () => undefined) {
  const made: Outgoing[] = []
  const kept = new Map<string, Answer>()
  let clock = 0
  const disk = new Map<string, Entry>()
  const server = {
    made,
    disk,
    /** What becomes of the next requests; afterwards all goes well. */
    weather: [] as ('lost' | 'answer lost' | 'busy')[],
    at: (now: number) => {
      clock = now
    },
    world: {
      async send(request: Outgoing): Promise<Answer> {
        const weather = server.weather.shift()
        if (weather === 'lost') throw new TypeError('Failed to fetch')
        if (weather === 'busy') return { status: 503 }
        let answer = kept.get(request.key)
        if (!answer) {
          answer = answers(request)
          if (!answer) {
            made.push(request)
            answer = { status: 201, body: { id: `${request.path} ${made.length}` } }
          }
          kept.set(request.key, answer)
        }
        if (weather === 'answer lost') throw new TypeError('Failed to fetch')
        return answer
      },
      async save(entry: Entry) {
        disk.set(entry.id, structuredClone(entry))
      },
      now: () => clock,
    } satisfies World,
    /** The browser was closed: what is left is what was saved. */
    restarted: (entries: Entry[]) =>
      entries.map(({ id }) => structuredClone(disk.get(id)) as Entry),
  }
  return server
}

describe('what was kept is sent', () => {
  test('in its order, each with what the one before it made', async () => {
    const server = openServer()
    const entries = [entryOf('an'), entryOf('binh', ['patient', 'exam'])]
    expect(await replayAll(entries, server.world)).toBe('done')
    expect(server.made.map(({ path, body }) => [path, body])).toEqual([
      ['/api/v1/patients', { name: 'an' }],
      ['/api/v1/exams', { name: 'an', patientId: '/api/v1/patients 1' }],
      ['/api/v1/invoices', { name: 'an', examId: '/api/v1/exams 2' }],
      ['/api/v1/patients', { name: 'binh' }],
      ['/api/v1/exams', { name: 'binh', patientId: '/api/v1/patients 4' }],
    ])
    expect(entries.map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  test('once and wholly, whatever the network and the browser do meanwhile', async () => {
    const weather = fc.array(
      fc.constantFrom('lost' as const, 'answer lost' as const, 'busy' as const),
      { maxLength: 12 },
    )
    const outages = fc.array(weather, { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(outages, fc.integer({ min: 1, max: 4 }), async (times, count) => {
        const server = openServer()
        let entries = Array.from({ length: count }, (_, at) => entryOf(`person ${at}`))
        for (const entry of entries) await server.world.save(entry)
        for (const outage of times) {
          server.weather = [...outage]
          await replayAll(entries, server.world)
          entries = server.restarted(entries)
        }
        server.weather = []
        expect(await replayAll(entries, server.world)).toBe('done')
        const paths = ['/api/v1/patients', '/api/v1/exams', '/api/v1/invoices']
        const each = (path: string) =>
          server.made.filter((made) => made.path === path).map(({ body }) => body.name)
        const names = entries.map(({ id }) => id)
        for (const path of paths) expect(each(path)).toEqual(names)
        expect(new Set(entries.map(({ state }) => state))).toEqual(new Set(['sent']))
      }),
    )
  })

  test('not past a server that is away, and not without a session', async () => {
    const away = openServer()
    away.weather = ['busy']
    expect(await replayAll([entryOf('an'), entryOf('binh')], away.world)).toBe('away')
    expect(away.made).toEqual([])
    const signedOut = openServer(() => ({ status: 401 }))
    const entry = entryOf('an')
    expect(await replayAll([entry], signedOut.world)).toBe('signed-out')
    expect(entry.state).toBe('waiting')
  })
})

describe('what the server refuses', () => {
  const candidates = [{ id: 'known', name: 'An', birthDate: '1985-03-12' }]
  const duplicate = { status: 409, body: { code: 'possible-duplicate', candidates } }

  test('waits for a person with what was said, and holds up nobody else', async () => {
    const server = openServer(({ body }) => (body.name === 'an' ? duplicate : undefined))
    const entries = [entryOf('an'), entryOf('binh')]
    expect(await replayAll(entries, server.world)).toBe('done')
    expect(entries[0]).toMatchObject({
      state: 'refused',
      refusal: { step: 'patient', code: 'possible-duplicate', candidates },
    })
    expect(entries[1]?.state).toBe('sent')
    // Asked again and again, a refused one is not sent by itself.
    await replayAll(entries, server.world)
    expect(entries[0]?.state).toBe('refused')
  })

  test('goes on for the person who is there already', async () => {
    const server = openServer(({ path }) => (path.endsWith('patients') ? duplicate : undefined))
    const entry = entryOf('an')
    await replayAll([entry], server.world)
    await replayAll([resolve(entry, { use: 'known' }, newKey)], server.world)
    expect(entry.state).toBe('sent')
    expect(server.made[0]).toMatchObject({ path: '/api/v1/exams', body: { patientId: 'known' } })
  })

  test('goes out under another key when it is another request', async () => {
    const server = openServer(({ body }) => (body.confirmNew ? undefined : duplicate))
    const entry = entryOf('an', ['patient'])
    const [{ key }] = entry.steps as [Step]
    await replayAll([entry], server.world)
    await replayAll([resolve(entry, { confirmNew: true }, newKey)], server.world)
    expect(entry.state).toBe('sent')
    expect(server.made[0]?.key).not.toBe(key)
  })

  test('is amended without doing again what was done', async () => {
    const young = { status: 422, body: { code: 'under-age' } }
    const server = openServer(({ path, body }) =>
      path.endsWith('exams') && body.name === 'an' ? young : undefined,
    )
    const entry = entryOf('an', ['patient', 'exam'])
    await replayAll([entry], server.world)
    expect(entry.state).toBe('refused')
    expect(isEditable(entry)).toBe(true)
    const amended = amend(entry, entryOf('an, class A1', ['patient', 'exam']).steps)
    expect(await replayAll([amended], server.world)).toBe('done')
    expect(server.made.map(({ path }) => path)).toEqual(['/api/v1/patients', '/api/v1/exams'])
    expect(server.made[1]?.body).toMatchObject({ patientId: '/api/v1/patients 1' })
  })
})

test('what may have reached the server is not changed, and not sent again blindly after a day', async () => {
  const server = openServer()
  const entry = entryOf('an', ['patient'])
  expect(isEditable(entry)).toBe(true)
  server.weather = ['answer lost']
  await replayAll([entry], server.world)
  expect(isEditable(entry)).toBe(false)
  server.at(KEY_LASTS_MS + 1)
  await replayAll([entry], server.world)
  expect(entry).toMatchObject({ state: 'refused', refusal: { code: 'too-old' } })
  expect(isEditable(entry)).toBe(false)
  expect(server.made).toHaveLength(1)
})
