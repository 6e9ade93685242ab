import { connect, type Socket } from 'node:net'

/**
 * Thousands of live pages' streams in a process of their own, over plain sockets: tells of each
 * change when it came, by the clock that all processes of a machine share.
 */
export type ReadersRequest =
  | { do: 'open'; port: number; paths: string[] }
  | { do: 'close' }
  | { do: 'collect' }

/** Pairs of the stream's place and the microsecond, one after another. */
export type ReadersAnswer = { opened: number } | { closed: true } | { heard: number[] }

let sockets: Socket[] = []
let heard: number[] = []

function open(port: number, path: string, place: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    socket.setNoDelay(true)
    socket.once('error', reject)
    let begun = false
    socket.on('data', (bytes: Buffer) => {
      const at = Number(process.hrtime.bigint() / 1_000n)
      const text = bytes.toString('latin1')
      if (!begun && text.startsWith('HTTP/1.1 ')) {
        begun = true
        if (text.startsWith('HTTP/1.1 200')) resolve()
        else reject(new Error(text.slice(0, 100)))
      }
      if (text.includes('event: changed')) heard.push(place, at)
    })
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`)
  })
}

async function answer(request: ReadersRequest): Promise<ReadersAnswer> {
  if (request.do === 'open') {
    await Promise.all(request.paths.map((path, place) => open(request.port, path, place)))
    return { opened: sockets.length }
  }
  if (request.do === 'close') {
    for (const socket of sockets) socket.destroy()
    sockets = []
    return { closed: true }
  }
  const collected = heard
  heard = []
  return { heard: collected }
}

process.on('message', (request: ReadersRequest) => {
  void answer(request).then((said) => process.send?.(said))
})
process.once('disconnect', () => process.exit(0))
