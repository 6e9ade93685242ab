import { createRoute, z } from '@hono/zod-openapi'
import { requireId } from '../core/id.ts'
import { outcomes } from '../exams/conclusion.ts'
import { licenceClasses } from '../exams/licence-class.ts'
import { words } from '../patients/words.ts'
import { allow } from '../web/allow.ts'
import { apiApp } from '../web/api-app.ts'
import { readRecord } from './commands.ts'
import type { EncounterWithExam } from './record.ts'

const encounterSchema = z.object({
  id: z.string(),
  examId: z.string(),
  kind: z.literal('driver-exam'),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  licenceClass: z.enum(licenceClasses),
  outcome: z.enum(outcomes).optional(),
  certificateNumber: z.string().optional(),
  /** SHA-256 of what the concluding doctor signed. */
  contentHash: z.string(),
  /** What is kept still has that hash. */
  intact: z.boolean(),
  findings: z.record(z.string(), z.unknown()),
})

const read = createRoute({
  method: 'get',
  path: '/api/v1/patients/{id}/record',
  summary: 'The record of one person: every concluded exam, the newest first',
  tags: ['records'],
  middleware: [allow('record:read')] as const,
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description: 'The encounters',
      content: {
        'application/json': {
          schema: z.object({ patientId: z.string(), items: z.array(encounterSchema) }),
        },
      },
    },
    404: { description: 'Not there' },
  },
})

export function recordApi() {
  const api = apiApp()
  api.openapi(read, async (c) => {
    const { deps, actor } = c.var
    const patientId = requireId(c.req.valid('param').id, words.aPatient)
    const { encounters } = await readRecord(deps, actor, patientId)
    return c.json({ patientId, items: encounters.map(presentEncounter) }, 200)
  })
  return api
}

function presentEncounter({ encounter, exam, intact }: EncounterWithExam) {
  const { startedAt, endedAt, ...rest } = encounter
  const findings = Object.entries(exam.sections).map(([name, { findings }]) => [name, findings])
  return {
    ...rest,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    licenceClass: exam.licenceClass,
    ...(exam.conclusion && { outcome: exam.conclusion.outcome }),
    ...(exam.certificate && { certificateNumber: exam.certificate.number }),
    intact,
    findings: Object.fromEntries(findings) as Record<string, unknown>,
  }
}
