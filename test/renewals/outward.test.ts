import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { callOutside } from '../../src/platform/outward-call.ts'
import { answerOf } from '../../src/renewals/authority-client.ts'
import { sendResult } from '../../src/renewals/gateway-client.ts'

const answered = (status: number, body: string) => ({ kind: 'answered' as const, status, body })

describe('what the gateway answered', () => {
  it.each([
    [200, '{"MSG_STATE":"1","MSG_TEXT":"Thành công"}', 'accepted'],
    [200, '{"MSG_STATE":"0","MSG_TEXT":"Sai"}', 'refused'],
    [200, '{"MSG_STATE":1}', 'unknown'],
    [200, '', 'unknown'],
    [204, '', 'unknown'],
    [302, '', 'unknown'],
    [400, '{"MSG_STATE":"0","MSG_TEXT":"Sai"}', 'refused'],
    [400, '{"MSG_STATE":"1"}', 'refused'],
    [401, '', 'unreachable'],
    [403, '', 'unreachable'],
    [429, '', 'unreachable'],
    [503, '', 'unreachable'],
    [500, '{"MSG_STATE":"1"}', 'unknown'],
    [502, '', 'unknown'],
    [504, '', 'unknown'],
  ])('HTTP %i %s: %s', (status, body, kind) => {
    expect(sendResult(answered(status, body)).kind).toBe(kind)
  })

  it('keeps apart what was never sent and what was sent without an answer', () => {
    expect(sendResult({ kind: 'unreachable', why: 'ECONNREFUSED' }).kind).toBe('unreachable')
    expect(sendResult({ kind: 'unknown', why: 'ECONNRESET' }).kind).toBe('unknown')
  })
})

describe('what the authority answered', () => {
  const receipt = {
    caseId: 'x',
    dossierCode: 'D',
    status: 'cho-tiep-nhan',
    at: '2026-11-24T03:00:00Z',
  }

  it.each([
    [201, JSON.stringify(receipt), 'receipt'],
    [200, JSON.stringify(receipt), 'receipt'],
    [200, '{}', 'later'],
    [401, '', 'later'],
    [500, '', 'later'],
    [503, '{"code":"gateway-unreachable"}', 'later'],
    [404, '{"code":"not-found"}', 'refused'],
    [409, '{"code":"other-body"}', 'refused'],
    [422, '{"code":"certificate-not-found"}', 'refused'],
  ])('HTTP %i %s: %s', (status, body, kind) => {
    expect(answerOf(answered(status, body)).kind).toBe(kind)
  })
})

describe('a call to the outside', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  const call = async (listener: RequestListener, timeoutMs = 2_000) => {
    const opened = createServer(listener)
    server = opened
    await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
    const { port } = opened.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/`
    return callOutside(url, { method: 'POST', body: '{"đ":1}', timeoutMs })
  }

  it('carries the body and brings the answer', async () => {
    const answer = await call((request, response) => request.pipe(response))
    expect(answer).toEqual({ kind: 'answered', status: 200, body: '{"đ":1}' })
  })

  it('is unreachable where nobody listens', async () => {
    const none = { method: 'GET', timeoutMs: 2_000 } as const
    expect(await callOutside('http://127.0.0.1:1/', none)).toMatchObject({ kind: 'unreachable' })
    const nowhere = await callOutside('http://nobody.invalid/', none)
    expect(nowhere).toMatchObject({ kind: 'unreachable' })
  })

  it.each<[string, RequestListener]>([
    ['cut before an answer', (request) => request.socket.destroy()],
    ['never answered', () => {}],
    [
      'cut within the answer',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"MSG', () => response.destroy())
      },
    ],
    [
      'left hanging within the answer',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"MSG')
      },
    ],
  ])('is unknown when %s', async (_name, listener) => {
    expect(await call(listener, 300)).toMatchObject({ kind: 'unknown' })
  })
})
