import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'

/** What came of one call to a system outside. */
export type OutwardAnswer =
  | { kind: 'answered'; status: number; body: string }
  /** No connection came about, so nothing can have been done there. */
  | { kind: 'unreachable'; why: string }
  /** Connected, and no whole answer: it may have been done. */
  | { kind: 'unknown'; why: string }

export type OutwardCall = {
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  timeoutMs: number
}

const MAX_ANSWER = 1024 * 1024

/**
 * One HTTP call over a connection of its own. A pooled connection that the other side has just
 * closed would look like an answer lost after sending, which nobody may simply repeat.
 */
export function callOutside(url: string, call: OutwardCall): Promise<OutwardAnswer> {
  return new Promise((resolve) => {
    const target = new URL(url)
    const secure = target.protocol === 'https:'
    let connected = false
    const fail = (why: string) => resolve({ kind: connected ? 'unknown' : 'unreachable', why })
    const request = (secure ? requestSecure : requestPlain)(target, {
      method: call.method,
      headers: headersOf(call),
      agent: false,
    })
    const timer = setTimeout(() => {
      fail(connected ? 'no answer in time' : 'no connection in time')
      request.destroy()
    }, call.timeoutMs)
    request.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    })
    request.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message))
    request.on('close', () => clearTimeout(timer))
    request.on('response', (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        body += part
        if (body.length > MAX_ANSWER) request.destroy(new Error('answer too large'))
      })
      response.on('error', () => fail('the answer broke off'))
      response.on('end', () => {
        if (!response.complete) fail('the answer broke off')
        else resolve({ kind: 'answered', status: response.statusCode ?? 0, body })
      })
    })
    request.end(call.body)
  })
}

function headersOf({ headers = {}, body }: OutwardCall): Record<string, string> {
  if (body === undefined) return headers
  return {
    'content-type': 'application/json',
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  }
}
