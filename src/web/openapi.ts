import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { allow } from './allow.ts'
import type { AppEnv } from './context.ts'
import { isOnce } from './once.ts'

const info = {
  title: 'lienthong',
  version: '1.0.0',
  description:
    'Driving-licence health exams, hospital bills by QR code and licence-renewal cases. ' +
    'Writes take an Idempotency-Key; errors are RFC 9457 problem documents.',
}

type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: { type?: unknown; enum?: unknown[]; minLength?: number; maxLength?: number }
}

/** The parts of an OpenAPI document that the reference page reads. */
export type Operation = {
  summary?: string
  parameters?: Parameter[]
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
  root.openAPIRegistry.register('Problem', problem)
  const document = root.getOpenAPI31Document({
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
  }) as unknown as ApiDocument
  addRefusals(document)
  addWriteHeaders(document, root)
  documents.set(root, document)
  return document
}

/** RFC 9457, as web/problem writes it; some codes add members of their own. */
const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string(), message: z.string() }))
    .optional(),
})

/** Every refusal is a problem document, those that a route names and all others. */
function addRefusals(document: ApiDocument): void {
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  for (const { responses } of Object.values(document.paths).flatMap((path) =>
    Object.values(path),
  )) {
    responses.default = { description: 'Refused', content }
    for (const [status, response] of Object.entries(responses)) {
      if (/^[45]/.test(status)) response.content ??= content
    }
  }
}

const key = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const
const ifMatch = { name: 'If-Match', in: 'header', schema: { type: 'string' } } as const

function addWriteHeaders(document: ApiDocument, root: OpenAPIHono<AppEnv>): void {
  for (const { method, path } of root.routes.filter((route) => isOnce(route.handler))) {
    const named = path.replace(/:(\w+)/g, '{$1}')
    const operation = document.paths[named]?.[method.toLowerCase()]
    if (!operation) continue
    const headers = [
      { ...key, required: method === 'POST' },
      ...(named.includes('{') ? [ifMatch] : []),
    ]
    operation.parameters = [...(operation.parameters ?? []), ...headers]
  }
}
