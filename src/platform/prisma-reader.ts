import pg from 'pg'
import type { PrismaClient } from '../../prisma/generated/client.ts'

type Delegate = Record<string, (options?: unknown) => Promise<unknown>>
type Around = <T>(work: () => Promise<T>) => Promise<T>

export type PrismaReader = { readonly prisma: PrismaClient; close(): Promise<void> }

/**
 * The typed reader of cold paths, loaded and connected by the first read: whoever never reads
 * through it pays neither its start nor its memory. Model calls only (`prisma.staff.findMany`).
 */
export function prismaReader(url: string, around: Around): PrismaReader {
  let opened: Promise<Opened> | undefined
  const open = () => {
    opened ??= openClient(url)
    return opened
  }
  const call = (model: string, method: string) => (options?: unknown) =>
    around(async () => {
      const { client } = await open()
      return (client as unknown as Record<string, Delegate>)[model]?.[method]?.(options)
    })
  const prisma = named((model) => named((method) => call(model, method)))
  return {
    prisma: prisma as PrismaClient,
    async close() {
      const { client, pool } = (await opened) ?? {}
      await client?.$disconnect()
      await pool?.end()
    },
  }
}

type Opened = { client: PrismaClient; pool: pg.Pool }

async function openClient(url: string): Promise<Opened> {
  const [{ PrismaPg }, { PrismaClient }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('../../prisma/generated/client.ts'),
  ])
  const pool = utcPool(url)
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

/** The adapter takes every timestamp for UTC, whatever offset the session writes beside it. */
function utcPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'lienthong reader',
    onConnect: async (connection) => {
      await connection.query(`SET TIME ZONE 'UTC'`)
    },
  })
  pool.on('error', () => {})
  pool.on('connect', (connection) => connection.on('error', () => {}))
  return pool
}

/** An object that makes each property the first time it is asked for; never a thenable. */
function named(make: (name: string) => unknown): object {
  const made = new Map<string, unknown>()
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name !== 'string' || name === 'then') return undefined
        if (!made.has(name)) made.set(name, make(name))
        return made.get(name)
      },
    },
  )
}
