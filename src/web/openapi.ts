import type { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { allow } from './allow.ts'
import type { AppEnv } from './context.ts'

const info = {
  title: 'lienthong',
  version: '1.0.0',
  description:
    'Driving-licence health exams, hospital bills by QR code and licence-renewal cases. ' +
    'Writes take an Idempotency-Key; errors are RFC 9457 problem documents.',
}

/** The contract as every feature's zod schemas state it, at /openapi.json. */
export function openApiDocument(root: OpenAPIHono<AppEnv>): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  let text: string | undefined
  app.get('/openapi.json', allow.everyone('the contract is public'), (c) => {
    text ??= JSON.stringify(documentOf(root))
    return c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' })
  })
  return app
}

export function documentOf(root: OpenAPIHono<AppEnv>): object {
  root.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
  })
  return root.getOpenAPI31Document({ openapi: '3.1.0', info, security: [{ bearer: [] }] })
}
