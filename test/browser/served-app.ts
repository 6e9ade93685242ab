import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from '../../src/app.tsx'
import type { TestApp } from '../support/app.ts'

export type ServedApp = { url: string; stop(): Promise<void> }

/** The test's application for browsers, on a port of its own or again on the one it had. */
export async function serveApp({ deps }: TestApp, onPort = 0): Promise<ServedApp> {
  const app = createApp(deps, {
    migrated: () => true,
    seeded: () => true,
    worker: () => 'elsewhere',
  })
  const server = serve({ fetch: app.fetch, port: onPort, hostname: '127.0.0.1' }) as Server
  if (!server.listening) await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
