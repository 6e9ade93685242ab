import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { notFound } from '../core/errors.ts'
import { isId, requireId } from '../core/id.ts'
import { allow } from '../web/allow.ts'
import { apiApp } from '../web/api-app.ts'
import type { AppEnv } from '../web/context.ts'
import {
  type CaseWithHistory,
  examExists,
  findCaseWithHistory,
  listCases,
  listCasesOfExam,
} from './listing-repository.ts'
import { caseStates, holdReasons } from './renewal-case.ts'
import { transmissionStates } from './transmission.ts'
import { words } from './words.ts'

const caseSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    examId: z.string(),
    state: z.enum(caseStates),
    dossierCode: z.string().optional(),
    missing: z.array(z.string()),
    holdReason: z.enum(holdReasons).optional(),
    history: z.array(
      z.object({
        state: z.enum(caseStates),
        at: z.iso.datetime(),
        by: z.string(),
        reason: z.string().optional(),
      }),
    ),
    transmission: z.object({
      state: z.enum(transmissionStates),
      attempts: z.number().int(),
      lastAnswer: z.string().optional(),
    }),
  })
  .openapi('RenewalCase')

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/renewal-cases',
  summary: 'Renewal cases, of one exam or the newest',
  tags: ['renewals'],
  middleware: [allow('renewal:read')] as const,
  request: {
    query: z.strictObject({
      examId: z.string().optional(),
      state: z.enum(caseStates).optional(),
      limit: z
        .string()
        .regex(/^([1-9]\d?|100)$/)
        .default('50')
        .transform(Number),
      after: z.string().optional(),
    }),
  },
  responses: {
    200: {
      description: 'The cases',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(caseSchema), next: z.string().optional() }),
        },
      },
    },
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/api/v1/renewal-cases/{id}',
  summary: 'One renewal case',
  tags: ['renewals'],
  middleware: [allow('renewal:read')] as const,
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description: 'The case',
      content: { 'application/json': { schema: caseSchema } },
    },
  },
})

export function renewalApi(): OpenAPIHono<AppEnv> {
  const api = apiApp()
  api.openapi(listRoute, async (c) => {
    const { database } = c.get('deps')
    const { facilityId } = c.get('actor')
    const { examId, state, limit, after } = c.req.valid('query')
    if (examId !== undefined) {
      const id = requireId(examId, words.anExam)
      if (!(await examExists(database, facilityId, id))) throw notFound(words.anExam)
      const found = await listCasesOfExam(database, facilityId, id)
      return c.json({ items: found.map(presentCase) }, 200)
    }
    const before = after !== undefined && isId(after) ? after : undefined
    const found = await listCases(database, facilityId, { state, before, limit: limit + 1 })
    const items = found.slice(0, limit).map(presentCase)
    const last = found.length > limit ? items.at(-1)?.id : undefined
    return c.json({ items, ...(last && { next: last }) }, 200)
  })
  api.openapi(readRoute, async (c) => {
    const id = requireId(c.req.valid('param').id, words.aCase)
    const { facilityId } = c.get('actor')
    const found = await findCaseWithHistory(c.get('deps').database, facilityId, id)
    if (!found) throw notFound(words.aCase)
    c.header('ETag', `"${found.case.version}"`)
    return c.json(presentCase(found), 200)
  })
  return api
}

/** An allow-list: what the machine contract shows of a case. */
function presentCase({ case: held, history, transmission }: CaseWithHistory) {
  const { lastAnswer } = transmission ?? {}
  return {
    id: held.id,
    version: held.version,
    examId: held.examId,
    state: held.state,
    ...(held.dossierCode !== undefined && { dossierCode: held.dossierCode }),
    missing: [...held.missing],
    ...(held.holdReason !== undefined && { holdReason: held.holdReason }),
    history,
    transmission: {
      state: transmission?.state ?? ('cancelled' as const),
      attempts: transmission?.attempts ?? 0,
      ...(lastAnswer && { lastAnswer }),
    },
  }
}
