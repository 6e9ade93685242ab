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

/** The parts of an OpenAPI document that the reference page reads. */
export type Operation = {
  summary?: string
  parameters?: { name: string; in: string; schema?: { type?: unknown; enum?: unknown[] } }[]
  requestBody?: { content?: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
}
export type ApiDocument = { paths: Record<string, Record<string, Operation>> }

/** The contract as every feature's zod schemas state it, at /openapi.json. */
export function openApiRoutes(root: OpenAPIHono<AppEnv>): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  let text: string | undefined
  app.get('/openapi.json', allow.everyone('the contract is public'), (c) => {
    text ??= JSON.stringify(documentOf(root))
    return c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' })
  })
  return app
}

const documents = new WeakMap<object, ApiDocument>()

export function documentOf(root: OpenAPIHono<AppEnv>): ApiDocument {
  const made = documents.get(root)
  if (made) return made
  root.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
  })
  const document = root.getOpenAPI31Document({
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
  }) as unknown as ApiDocument
  documents.set(root, document)
  return document
}
