import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../web/allow.ts'
import { once } from '../web/once.ts'
import { assessmentRequest } from './assessment-request.ts'
import { conclusionRequest, outcomes } from './conclusion.ts'
import { examStates, purposes } from './exam.ts'
import { findingsSchema, type Section, sectionSchemas, sections } from './findings.ts'
import { intakeSchema } from './intake.ts'
import { licenceClasses } from './licence-class.ts'
import { listingSchema } from './listing.ts'
import { assessmentSchema, certificateSchema, examSchema, renewalSchema } from './presentation.ts'
import { words } from './words.ts'

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const bodyOf = <S extends z.ZodType>(schema: S) => ({ content: json(schema), required: true })
const withId = z.object({ id: z.string() })
const tags = ['exams']

export const open = createRoute({
  method: 'post',
  path: '/api/v1/exams',
  summary: 'Open an exam, and the visit it is for',
  tags,
  middleware: [allow('exam:open'), once()] as const,
  request: { body: bodyOf(intakeSchema) },
  responses: {
    201: { description: 'Opened', content: json(examSchema) },
    404: { description: 'No such patient' },
    422: { description: 'Wrong content, or a class above the age of the applicant' },
  },
})

export const listedSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  patientId: z.string(),
  patientName: z.string(),
  visitId: z.string(),
  licenceClass: z.enum(licenceClasses),
  purpose: z.enum(purposes),
  state: z.enum(examStates),
  createdAt: z.iso.datetime(),
  sections: z.record(z.string(), z.enum(['draft', 'signed'])),
})

export const list = createRoute({
  method: 'get',
  path: '/api/v1/exams',
  summary: 'Exams, newest first',
  tags,
  middleware: [allow('exam:read')] as const,
  request: { query: listingSchema },
  responses: {
    200: {
      description: 'A page of exams; `next` goes back as `after`',
      content: json(z.object({ items: z.array(listedSchema), next: z.string().optional() })),
    },
  },
})

export const read = createRoute({
  method: 'get',
  path: '/api/v1/exams/{id}',
  summary: 'One exam; findings only for who may see them',
  tags,
  middleware: [allow('exam:read')] as const,
  request: { params: withId },
  responses: {
    200: { description: 'The exam', content: json(examSchema) },
    404: { description: 'Not there' },
  },
})

const recorded = {
  200: { description: 'The exam with what was recorded', content: json(examSchema) },
  403: { description: 'Not a section of this role' },
  409: { description: '`exam-concluded`, `section-signed` or `stale-version`' },
  422: { description: 'Findings out of range, unknown properties or sections' },
}

export const recordAll = createRoute({
  method: 'put',
  path: '/api/v1/exams/{id}/sections',
  summary: 'Record several sections, all or nothing; each replaces the whole section',
  tags,
  middleware: [allow('exam:examine'), once()] as const,
  request: {
    params: withId,
    body: bodyOf(
      findingsSchema.refine((findings) => Object.keys(findings).length > 0, {
        params: { code: 'missing', text: words.noSection },
      }),
    ),
  },
  responses: recorded,
})

function recordRoute<S extends Section>(section: S) {
  return createRoute({
    method: 'put',
    path: `/api/v1/exams/{id}/sections/${section}`,
    summary: `Record the section ${section} as a whole`,
    tags,
    middleware: [allow('exam:examine'), once()] as const,
    request: { params: withId, body: bodyOf(sectionSchemas[section] as z.ZodType) },
    responses: recorded,
  })
}

/** One route for each section, so that each is checked and described by its own schema. */
export const recordOne = sections.map((section) => ({ section, route: recordRoute(section) }))

export const recordUnknown = createRoute({
  method: 'put',
  path: '/api/v1/exams/{id}/sections/{section}',
  summary: 'Each section has its own schema, above; any other name is refused',
  tags,
  middleware: [allow('exam:examine')] as const,
  request: { params: withId.extend({ section: z.string() }) },
  responses: { 422: { description: '`unknown-section`' } },
})

export const assessExam = createRoute({
  method: 'get',
  path: '/api/v1/exams/{id}/assessment',
  summary: 'What the rules say of what is recorded',
  tags,
  middleware: [allow('exam:findings')] as const,
  request: { params: withId },
  responses: {
    200: { description: 'The assessment', content: json(assessmentSchema) },
    404: { description: 'Not there' },
  },
})

export const assessFindings = createRoute({
  method: 'post',
  path: '/api/v1/assessments',
  summary: 'What the rules say of findings that are not recorded anywhere',
  tags,
  middleware: [allow('exam:assess')] as const,
  request: { body: bodyOf(assessmentRequest) },
  responses: {
    200: { description: 'The assessment', content: json(assessmentSchema) },
    422: { description: 'Findings out of range, unknown properties, sections or classes' },
  },
})

export const concludedSchema = z.object({
  outcome: z.enum(outcomes),
  state: z.literal('final'),
  concludedAt: z.iso.datetime(),
  reason: z.string().optional(),
  reexamineOn: z.iso.date().optional(),
  certificate: certificateSchema,
  renewal: renewalSchema,
})

export const conclude = createRoute({
  method: 'post',
  path: '/api/v1/exams/{id}/conclusion',
  summary: 'Sign the conclusion; afterwards everything is frozen',
  tags,
  middleware: [allow('exam:conclude'), once()] as const,
  request: { params: withId, body: bodyOf(conclusionRequest) },
  responses: {
    200: { description: 'Concluded', content: json(concludedSchema) },
    403: { description: '`password-wrong` or `signatory-required`' },
    409: {
      description:
        '`exam-incomplete` with `missing`, `outcome-contradicts-assessment`, `already-concluded` or `stale-version`',
    },
    422: { description: 'A reason or a date of the re-exam is missing' },
  },
})

export const certificate = createRoute({
  method: 'get',
  path: '/api/v1/exams/{id}/certificate.pdf',
  summary: 'The health certificate on paper',
  tags,
  middleware: [allow('certificate:read')] as const,
  request: { params: withId },
  responses: {
    200: {
      description: 'The certificate',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    404: { description: 'Not there' },
    409: { description: '`exam-not-concluded`' },
  },
})
