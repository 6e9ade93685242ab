import { type ClientRequest, get } from 'node:http'

export type Said = { event: string; id: number | undefined; data: string }

/** A page's stream as a browser reads it. */
export type LivePage = {
  said: Said[]
  /** Last id it was given. */
  last(): number | undefined
  /** Resolves when the server ends the stream. */
  ended: Promise<void>
  close(): void
}

export function listenTo(url: string, lastEventId?: number): Promise<LivePage> {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }
  return new Promise((resolve, reject) => {
    const request: ClientRequest = get(url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`status ${response.statusCode}`))
      const said: Said[] = []
      let rest = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        const messages = (rest + text).split('\n\n')
        rest = messages.pop() ?? ''
        said.push(...messages.map(parse).filter(({ event }) => event !== ''))
      })
      const ended = new Promise<void>((end) => response.once('close', () => end()))
      response.on('error', () => undefined)
      resolve({
        said,
        last: () => said.findLast(({ id }) => id !== undefined)?.id ?? lastEventId,
        ended,
        close: () => request.destroy(),
      })
    })
    request.on('error', reject)
  })
}

function parse(message: string): Said {
  const lines = message.split('\n').map((line) => line.split(/: ?(.*)/s) as [string, string])
  const fields = new Map(lines)
  const id = fields.get('id')
  return {
    event: fields.get('event') ?? '',
    id: id === undefined ? undefined : Number(id),
    data: fields.get('data') ?? '',
  }
}
