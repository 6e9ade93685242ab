import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { type Actor, may, type Permission, roles } from '../../src/core/actor.ts'
import { declaredRoutes } from '../../src/web/allow.ts'
import { type Caller, withApp } from '../support/app.ts'

const app = withApp()
const someId = '01900000-0000-7000-8000-000000000000'

type Door = { method: string; path: string; permission: Permission }
let doors: Door[] = []

beforeAll(() => {
  const ready = { migrated: () => true, seeded: () => true, worker: () => 'elsewhere' as const }
  doors = declaredRoutes(createApp(app().deps, ready))
    .filter(({ permission }) => permission && !permission.startsWith('everyone'))
    .map((route) => ({
      method: route.method,
      path: route.path.replace(/:\w+(\{[^}]*\})?/g, someId),
      permission: route.permission as Permission,
    }))
})

function knock(caller: Caller, { method, path }: Door): Promise<Response> {
  if (method === 'GET') return caller.get(path)
  return method === 'PUT' ? caller.put(path, {}) : caller.post(path, {})
}

const inRole = (role: (typeof roles)[number]): Actor => ({
  kind: 'service',
  id: someId,
  name: role,
  facilityId: someId,
  roles: [role],
  specialties: 'all',
})

describe('every door', () => {
  it('is there', () => {
    expect(doors.length).toBeGreaterThan(20)
  })

  it.each(roles)('is shut to %s where the role does not have its right', async (role) => {
    const caller = await app().as([role])
    const open: string[] = []
    for (const door of doors.filter(({ permission }) => !may(inRole(role), permission))) {
      const { status } = await knock(caller, door)
      if (status !== 403) open.push(`${door.method} ${door.path}: ${status}`)
    }
    expect(open).toEqual([])
  })

  it('is shut to whoever is unknown', async () => {
    const open: string[] = []
    for (const { method, path } of doors) {
      const headers = { accept: 'application/json', 'content-type': 'application/json' }
      const body = method === 'GET' ? {} : { body: '{}' }
      const { status } = await app().request(path, { method, headers, ...body })
      if (status !== 401 && status !== 403) open.push(`${method} ${path}: ${status}`)
    }
    expect(open).toEqual([])
  })
})
