import type { FieldError } from '../core/errors.ts'
import { type Declaration, declarationSchema } from '../exams/declaration.ts'
import { mayDo } from '../exams/exam.ts'
import { declarationFields } from '../exams/fields/declaration.ts'
import type { SectionField } from '../exams/fields/field.ts'
import { readForm, type Typed } from '../exams/typed-section.ts'
import { declareWords } from './declare-words.ts'
import type { VisitFacts } from './visit-facts.ts'

/** What the applicant answers; the day is the day of sending. */
export const asked: readonly SectionField[] = declarationFields.filter(
  ({ name }) => name !== 'signedAt',
)
const questions = asked.filter(({ kind }) => kind === 'flag')

/** Questions without an answer, in the order of the form. */
export function unanswered(typed: Typed): SectionField[] {
  return questions.filter(({ name }) => !typed[name]?.trim())
}

/** "No" wherever nothing was chosen, for the applicant to read again before sending. */
export function withNo(typed: Typed): { typed: Typed; count: number } {
  const open = unanswered(typed)
  const filled = Object.fromEntries(open.map(({ name }) => [name, 'false']))
  return { typed: { ...typed, ...filled }, count: open.length }
}

export type Declared = { declaration: Declaration } | { errors: FieldError[] }

/** The form as a declaration of that day: every question answered, every yes explained, and pledged. */
export function declared(typed: Typed, pledged: boolean, on: string): Declared {
  const { findings } = readForm('declaration', withoutIdleDetails(typed))
  const parsed = declarationSchema.safeParse({ ...findings, signedAt: on })
  const errors: FieldError[] = [
    ...unanswered(typed).map(({ name }) => fault(name, 'missing')),
    ...unexplained(typed).map((name) => fault(name, 'unexplained')),
    ...(pledged ? [] : [fault('pledge', 'pledge')]),
  ]
  if (parsed.success && errors.length === 0) return { declaration: parsed.data }
  return { errors: errors.length > 0 ? errors : [fault('', 'unreadable')] }
}

function fault(name: string, code: 'missing' | 'unexplained' | 'pledge' | 'unreadable') {
  return { pointer: `/${name.replaceAll('.', '/')}`, code, message: declareWords[code] }
}

function unexplained(typed: Typed): string[] {
  return questions
    .filter(({ name }) => name.startsWith('personal.') && typed[name] === 'true')
    .map(({ name }) => detailOf(name))
    .filter((name) => !typed[name]?.trim())
}

/** What stands under a question that was answered with no is not sent: it is out of sight. */
function withoutIdleDetails(typed: Typed): Typed {
  const idle = new Set(
    questions.filter(({ name }) => typed[name] !== 'true').map(({ name }) => detailOf(name)),
  )
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !idle.has(name)))
}

export function detailOf(name: string): string {
  return name.replace(/answer$/, 'detail')
}

export type DeclarationStanding = 'open' | 'given' | 'signed' | 'closed' | 'none'

/** Whether the applicant may write it now, and whether something is written already. */
export function declarationStanding({ exam }: Pick<VisitFacts, 'exam'>): DeclarationStanding {
  const section = exam?.sections.find(({ section }) => section === 'declaration')
  if (!exam || !section) return 'none'
  if (section.state === 'signed') return 'signed'
  if (!mayDo(exam, 'record')) return 'closed'
  return section.state === 'draft' ? 'given' : 'open'
}
