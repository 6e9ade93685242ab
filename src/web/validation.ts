import { z } from 'zod'
import { faultOfTypedDate, readTypedDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import { type FieldError, invalid } from '../core/errors.ts'
import { fill, type Text } from '../core/text.ts'
import { sizeWords, validationWords as words } from './validation-words.ts'

type Issue = z.core.$ZodIssue

/**
 * zod's issues as field errors; a schema that carries its own words passes `params: {code, text}`.
 * Given what was typed, a choice that nobody made is told from one that does not exist.
 */
export function fieldErrors(issues: readonly Issue[], typed?: object): FieldError[] {
  return issues.flatMap((issue) => {
    if (typed && issue.code === 'invalid_value' && isLeftOut(typed, issue.path)) {
      return [fault(issue.path, 'missing', words.notChosen)]
    }
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        fault([...issue.path, key], 'unknown-property', words.unknownProperty),
      )
    }
    if (issue.code === 'invalid_union') return unionFaults(issue)
    return [fault(issue.path, codeOf(issue), messageOf(issue))]
  })
}

/** Parses or throws the 422 that names every fault; for forms and for bodies read by hand. */
export function parseOrRefuse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  const errors = parsed.success ? unstorable(parsed.data) : fieldErrors(parsed.error.issues)
  if (parsed.success && errors.length === 0) return parsed.data
  throw invalid(errors)
}

/** What a DateField posts: a day however it is typed. Empty is a fault that says so. */
export const typedDate = z.string().transform((text, context) => {
  const date = readTypedDate(text)
  if (date) return date
  const fault = text.trim() === '' ? 'missing' : (faultOfTypedDate(text) ?? 'unreadable')
  const code = fault === 'missing' ? 'missing' : 'malformed'
  context.addIssue({ code: 'custom', params: { code, text: typedDateWords[fault] } })
  return z.NEVER
})

/** As `typedDate`, where nothing may be typed at all. */
export const optionalTypedDate = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)
  .pipe(typedDate.optional())

/** Every text that no database keeps: a NUL in it, or half of a surrogate pair. */
export function unstorable(value: unknown, path: readonly PropertyKey[] = []): FieldError[] {
  if (typeof value === 'string') {
    return value.includes('\0') || /\p{Surrogate}/u.test(value)
      ? [fault(path, 'control-character', words.unprintable)]
      : []
  }
  if (typeof value !== 'object' || value === null) return []
  if (path.length >= DEEPEST) return [fault(path, 'too-deep', words.tooDeep)]
  return Object.entries(value).flatMap(([key, inner]) => unstorable(inner, [...path, key]))
}

/** Far deeper than anything the contract names, and no strain on the stack. */
const DEEPEST = 32

/** JSON Pointer, RFC 6901. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
}

/** Of a union the branch that came nearest speaks: the one with the fewest faults. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>): FieldError[] {
  const branches = (issue.errors ?? [])
    .filter((branch) => branch.length > 0)
    .sort((a, b) => weight(a) - weight(b))
  const nearest = branches[0]
  if (!nearest) return [fault(issue.path, 'invalid', words.notValid)]
  return fieldErrors(nearest).map((error) => ({
    ...error,
    pointer: `${pointerOf(issue.path)}${error.pointer}`,
  }))
}

function isLeftOut(typed: object, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    typed,
  )
  return found === undefined
}

function weight(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.path.length === 0 ? 10 : 1), 0)
}

function fault(path: readonly PropertyKey[], code: string, message: Text): FieldError {
  return { pointer: pointerOf(path), code, message }
}

type OwnWords = { code?: string; text?: Text }

function ownWords(issue: Issue): OwnWords {
  return issue.code === 'custom' ? ((issue.params as OwnWords | undefined) ?? {}) : {}
}

function codeOf(issue: Issue): string {
  if (issue.code === 'custom') return ownWords(issue).code ?? 'invalid'
  if (issue.code === 'too_big' || issue.code === 'too_small') return 'out-of-range'
  if (issue.code === 'invalid_value') return 'unknown-value'
  if (issue.code === 'invalid_format') return 'malformed'
  if (issue.code === 'invalid_type') return isAbsent(issue) ? 'missing' : 'wrong-type'
  return 'invalid'
}

/** zod leaves the input out of its issues; its message is what tells an absent value. */
function isAbsent(issue: Issue): boolean {
  return issue.message.endsWith('received undefined')
}

function messageOf(issue: Issue): Text {
  const own = ownWords(issue).text
  if (own) return own
  switch (issue.code) {
    case 'too_small':
      return sized(issue.origin, Number(issue.minimum), 'min')
    case 'too_big':
      return sized(issue.origin, Number(issue.maximum), 'max')
    case 'invalid_value':
      return fill(words.oneOf, { list: issue.values.map(String).join(', ') })
    case 'invalid_format':
      return words.wrongFormat
    case 'invalid_type':
      return isAbsent(issue) ? words.required : fill(words.wrongType, { expected: issue.expected })
    default:
      return words.notValid
  }
}

function sized(origin: string, bound: number, side: 'min' | 'max'): Text {
  const sizes = origin === 'string' || origin === 'array' ? sizeWords[origin] : sizeWords.number
  return fill(sizes[side], { bound })
}
