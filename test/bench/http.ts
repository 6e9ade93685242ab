import { Agent, request } from 'node:http'

export type Answer = { status: number; body: Buffer }

export type Http = {
  send(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Answer>
  close(): void
}

/** Plain node:http with kept connections: the driver shares two cores with what it measures. */
export function openHttp(base: string, connections: number): Http {
  const { hostname, port } = new URL(base)
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'lifo' })
  return {
    send: (method, path, headers, body) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
        const outgoing = request(
          {
            agent,
            hostname: hostname === 'localhost' ? '127.0.0.1' : hostname,
            port,
            method,
            path,
            headers: { ...headers, ...length },
          },
          (incoming) => {
            const chunks: Buffer[] = []
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
            incoming.on('end', () =>
              resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks) }),
            )
            incoming.on('error', reject)
          },
        )
        outgoing.on('error', reject)
        outgoing.end(body)
      }),
    close: () => agent.destroy(),
  }
}
