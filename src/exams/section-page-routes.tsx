import { forbidden, mayRecord, signatory } from '../core/actor.ts'
import { type FieldError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import type { Text } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import type { AppContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import type { Said } from '../web/pieces/said.tsx'
import { alcoholLimits } from './alcohol-limits.ts'
import type { Exam } from './exam.ts'
import { fieldsFor } from './fields/section-fields.ts'
import { type Section, sectionSchemas, sections } from './findings.ts'
import type { Assessment } from './fitness.ts'
import { assessed, type SeenExam } from './loading-commands.ts'
import { type Mark, marksOf } from './mark.ts'
import { SectionView } from './section-views.tsx'
import { standardInForce } from './standards/circular-36-2024.ts'
import { readForm, type Typed, typedFrom } from './typed-section.ts'
import { visibleAssessment } from './visibility.ts'
import { sectionNames, things } from './words.ts'
import { ownSections } from './worklist.ts'

export type Asked = { examId: string; section: Section }

export function askedOf(c: AppContext): Asked {
  const section = sections.find((name) => name === c.req.param('section'))
  if (!section) throw notFound(things.section)
  if (!mayRecord(c.get('actor'), section)) throw forbidden()
  return { examId: requireId(c.req.param('id') ?? '', things.exam), section }
}

export type Shown = {
  typed: Typed
  draftAt?: Date | undefined
  seen?: string
  status?: 200 | 409 | 422
  errors?: readonly FieldError[]
  notice?: { kind: 'info' | 'warn' | 'error'; text: Text }
  filled?: readonly string[]
  said?: Said | undefined
}

export function sectionPage(
  c: AppContext,
  seen: SeenExam,
  section: Section,
  shown: Shown,
): Promise<Response> {
  const { deps, actor, lang } = c.var
  const { exam, person, unverified } = seen
  const recordedAt = exam.sections[section]?.at.toISOString() ?? ''
  const props = {
    lang,
    actor,
    exam,
    person,
    unverified,
    section,
    fields: fieldsFor(section, standardInForce(today(deps.clock)), exam.group),
    ...seenWith(c, seen, section, shown.typed),
    once: deps.clock.id(),
    seen: shown.seen ?? recordedAt,
    maySign: signatory(actor) !== undefined,
    own: new Set(ownSections(actor)),
    typed: shown.typed,
    notice: shown.notice,
    filled: shown.filled,
    draftAt: shown.draftAt,
    errors: shown.errors,
  }
  return page(
    c,
    {
      title: sectionNames[section],
      width: 'wide',
      section: '/exams',
      status: shown.status ?? 200,
      scripts: ['exam.js'],
      said: shown.said,
    },
    <SectionView {...props} />,
  )
}

/** What the rules say of the form, for this reader, and at which of its fields. */
export function seenWith(
  c: AppContext,
  { exam, visible }: SeenExam,
  section: Section,
  typed: Typed,
): { assessment: Assessment; marks: Mark[] } {
  const { env, clock } = c.get('deps')
  const assessment = visibleAssessment(assessedWith(c, exam, section, typed), visible)
  const on = today(clock)
  const { findings } = readForm(section, typed)
  const standard = standardInForce(on)
  const marking = { section, findings, assessment, standard, on, alcoholLimits: alcoholLimits(env) }
  return { assessment, marks: marksOf(marking) }
}

/** What the rules would say if what stands on the form were recorded. */
export function assessedWith(
  c: AppContext,
  exam: Exam,
  section: Section,
  typed: Typed,
): Assessment {
  const { findings } = readForm(section, typed)
  const valid = sectionSchemas[section].safeParse(findings).success
  if (!valid) return assessed(c.get('deps'), exam)
  const recorded = { state: 'draft' as const, findings, by: '', at: exam.createdAt }
  const { frozenAssessment: _, ...open } = exam
  return assessed(c.get('deps'), { ...open, sections: { ...exam.sections, [section]: recorded } })
}

export type Form = { typed: Typed; act: 'sign' | 'save'; seen: string; filled: string[] }

export async function formOf(c: AppContext, section: Section): Promise<Form> {
  const body = await c.req.parseBody()
  const act = body.act === 'save' ? 'save' : 'sign'
  const filled = String(body.filled ?? '').split(' ')
  return { typed: typedFrom(section, body), act, seen: String(body.seen ?? ''), filled }
}
