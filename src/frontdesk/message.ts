import { z } from 'zod'
import { fill, stripDiacritics, type Text } from '../core/text.ts'
import { messageWords as words } from './message-words.ts'

export const messageTemplates = [
  'appointment-booked',
  'appointment-reminder',
  'appointment-cancelled',
] as const
export type MessageTemplate = (typeof messageTemplates)[number]

export const messageStates = [
  'queued',
  'sending',
  'sent',
  'refused',
  'unknown',
  'cancelled',
] as const
export type MessageState = (typeof messageStates)[number]
export type MessageAction = 'send' | 'again' | 'drop'

/** `unknown`: it left and no answer came. It may be sent again, since the gateway knows it by its id. */
export const messageActions = {
  queued: ['send', 'drop'],
  sending: ['send'],
  sent: [],
  refused: ['again'],
  unknown: ['send', 'again'],
  cancelled: [],
} as const satisfies Record<MessageState, readonly MessageAction[]>

export function allowsMessage(state: MessageState, action: MessageAction): boolean {
  return (messageActions[state] as readonly MessageAction[]).includes(action)
}

/** What a template may say, in braces: `{name}`. */
export const messageFields = ['name', 'time', 'day', 'place', 'address', 'phone'] as const
export type MessageField = (typeof messageFields)[number]
export type MessageValues = Record<MessageField, string>

export type Template = {
  key: MessageTemplate
  body: string
  /** Sent without diacritics: more letters fit into one message. */
  plain: boolean
  enabled: boolean
}

/** A message as the desk sees it. */
export type Message = {
  id: string
  template: MessageTemplate
  phone: string
  body: string
  state: MessageState
  attempts: number
  lastAnswer: string | null
  queuedAt: Date
  sentAt: Date | null
}

const MOST_PARTS = 3

/** What an administrator writes; a field that does not exist would reach people's phones as it stands. */
export const templateSchema = z
  .strictObject({
    body: z
      .string()
      .trim()
      .min(10)
      .max(480)
      .refine((text) => !/[^\P{Cc}\n]/u.test(text), params('control', words.noControl))
      .transform((text) => text.normalize('NFC').replace(/\r/g, '')),
    plain: z.boolean(),
    enabled: z.boolean(),
  })
  .superRefine(({ body, plain }, context) => {
    const issue = (code: string, text: Text) =>
      context.addIssue({ code: 'custom', path: ['body'], ...params(code, text) })
    const unknown = unknownFields(body)
    if (unknown.length > 0) {
      issue('unknown-field', fill(words.unknownField, { fields: unknown.join(', ') }))
    }
    const parts = partsOf(compose({ body, plain }, sampleValues))
    if (parts > MOST_PARTS) issue('too-long', fill(words.tooLong, { parts, most: MOST_PARTS }))
  })

function params(code: string, text: Text) {
  return { params: { code, text } }
}

/** What stands in braces and is no field of ours. */
export function unknownFields(body: string): string[] {
  const named = [...body.matchAll(/\{([^{}]*)\}?/g)].map(([whole, name = '']) => ({ whole, name }))
  const known = (name: string) => (messageFields as readonly string[]).includes(name)
  return named
    .filter(({ whole, name }) => !whole.endsWith('}') || !known(name))
    .map(({ whole }) => whole)
}

/** The text as it goes out. What a person is called can be anything, and is put in once. */
export function compose(
  { body, plain }: Pick<Template, 'body' | 'plain'>,
  values: MessageValues,
): string {
  const text = body.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as MessageField] : whole,
  )
  return plain ? stripDiacritics(text) : text
}

const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/

/** How many messages a text is charged as: 160 letters of the old alphabet, 70 of any other. */
export function partsOf(text: string): number {
  const [whole, each] = gsm.test(text) ? [160, 153] : [70, 67]
  return text.length <= whole ? 1 : Math.ceil(text.length / each)
}

/** Somebody who does not exist, for the preview. */
export const sampleValues: MessageValues = words.sample

/** The one answer that is ours; all others are the gateway's own. */
export const NO_GATEWAY = 'no-gateway'
