import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../web/allow.ts'
import { once } from '../web/once.ts'
import { exampleCard } from './card-words.ts'
import { patientSchema } from './presentation.ts'
import { demographicsSchema, registrationSchema } from './schema.ts'
import { searchSchema } from './search.ts'

const one = { 'application/json': { schema: patientSchema } }
const withId = z.object({ id: z.string() })

const registrations = {
  byCard: {
    summary: 'From the QR of the identity card',
    value: {
      identityCardQr: exampleCard.qr,
      phone: '0905123456',
    },
  },
  byHand: {
    summary: 'By hand',
    value: {
      name: exampleCard.name,
      birthDate: '1985-03-12',
      sex: 'female',
      identityCard: { number: '048185001234', issuedOn: '2024-08-15' },
      address: { text: exampleCard.address, ward: '20285', province: '48' },
      phone: '0905123456',
    },
  },
}

export const register = createRoute({
  method: 'post',
  path: '/api/v1/patients',
  summary: 'Register a person from the QR of an identity card, or by hand',
  tags: ['patients'],
  middleware: [allow('patient:write'), once()] as const,
  request: {
    body: {
      content: { 'application/json': { schema: registrationSchema, examples: registrations } },
      required: true,
    },
  },
  responses: {
    201: { description: 'Registered', content: one },
    200: { description: 'The same person was registered before', content: one },
    409: { description: '`duplicate-person` or `possible-duplicate`' },
    422: { description: 'Wrong content' },
  },
})

export const find = createRoute({
  method: 'get',
  path: '/api/v1/patients',
  summary: 'Find people by name, number or phone',
  tags: ['patients'],
  middleware: [allow('patient:read')] as const,
  request: { query: searchSchema },
  responses: {
    200: {
      description: 'A page of people; `next` goes back as `after`',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(patientSchema), next: z.string().optional() }),
        },
      },
    },
  },
})

export const read = createRoute({
  method: 'get',
  path: '/api/v1/patients/{id}',
  summary: 'One person',
  tags: ['patients'],
  middleware: [allow('patient:read')] as const,
  request: { params: withId },
  responses: {
    200: { description: 'The person', content: one },
    404: { description: 'Not there' },
  },
})

export const amend = createRoute({
  method: 'put',
  path: '/api/v1/patients/{id}',
  summary: 'Replace what is on record of a person',
  tags: ['patients'],
  middleware: [allow('patient:write'), once()] as const,
  request: {
    params: withId,
    body: { content: { 'application/json': { schema: demographicsSchema } }, required: true },
  },
  responses: {
    200: { description: 'The person as amended', content: one },
    409: { description: '`stale-version` or `duplicate-person`' },
  },
})

export const portray = createRoute({
  method: 'put',
  path: '/api/v1/patients/{id}/portrait',
  summary: 'Set the portrait: a JPEG or PNG of at most 2 MB as the body',
  tags: ['patients'],
  middleware: [allow('patient:write'), once()] as const,
  request: {
    params: withId,
    body: {
      content: {
        'image/jpeg': { schema: { type: 'string', format: 'binary' } },
        'image/png': { schema: { type: 'string', format: 'binary' } },
      },
      required: true,
    },
  },
  responses: {
    200: { description: 'The person with the portrait', content: one },
    413: { description: 'Larger than 2 MB' },
    415: { description: 'Neither JPEG nor PNG' },
  },
})
