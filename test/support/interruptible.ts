import { connect, createServer, type Socket } from 'node:net'

/** A way to a database that can be cut and restored, as a pulled cable would. */
export type Interruptible = { url: string; cut(): void; restore(): void; close(): Promise<void> }

export async function interruptible(url: string): Promise<Interruptible> {
  const target = new URL(url)
  const folder = target.searchParams.get('host')
  const sockets = new Set<Socket>()
  let whole = true
  const server = createServer((incoming) => {
    if (!whole) return incoming.destroy()
    const outgoing = folder
      ? connect(`${folder}/.s.PGSQL.${target.port}`)
      : connect(Number(target.port), target.hostname)
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        incoming.destroy()
        outgoing.destroy()
      })
    }
    incoming.pipe(outgoing).pipe(incoming)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const through = new URL(url)
  through.searchParams.delete('host')
  through.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    url: through.href,
    cut() {
      whole = false
      for (const socket of sockets) socket.destroy()
    },
    restore() {
      whole = true
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
