import type { Hono } from 'hono'
import { compress } from 'hono/compress'
import { DomainError } from '../core/errors.ts'
import { fill } from '../core/text.ts'
import { recordSections } from '../exams/commands.ts'
import { keepDeclarationDraft } from '../exams/declaration-draft-commands.ts'
import { findDeclarationDraft } from '../exams/declaration-draft-repository.ts'
import { findExam } from '../exams/repository.ts'
import { type Typed, typedFrom, typedOf } from '../exams/typed-section.ts'
import { today } from '../platform/clock.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { barePage } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { instantText } from '../web/pieces/date-text.tsx'
import { declarationStanding, declared, withNo } from './declare.ts'
import { type DeclareProps, DeclareShutView, DeclareView } from './declare-views.tsx'
import { declareWords as words } from './declare-words.ts'
import { bySecret, examIdOf, forPatient, type Shown } from './linked-routes.tsx'
import { inBoth } from './spoken.ts'

/** The declaration on the applicant's phone: shown, kept while it is typed, sent. */
export function declareRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const path = '/v/:secret/declaration'
  app.get(path, bySecret, compress(), (c) => forPatient(c, showForm))
  app.post(path, bySecret, compress(), (c) => forPatient(c, postForm))
  app.post(`${path}/rest`, bySecret, compress(), (c) => forPatient(c, postRest))
  app.post(`${path}/draft`, bySecret, (c) => forPatient(c, postDraft))
  return app
}

type Held = Pick<DeclareProps, 'typed' | 'seen'> & { draftAt?: Date; signed: boolean }

/** What was typed and not sent, else what is recorded. */
async function heldOf(c: AppContext, { actor, facts }: Shown): Promise<Held> {
  const { database } = c.get('deps')
  const examId = examIdOf(facts)
  const [exam, draft] = await Promise.all([
    findExam(database, actor.facilityId, examId),
    findDeclarationDraft(database, actor.facilityId, examId),
  ])
  const recorded = exam?.sections.declaration
  const held = { seen: recorded?.at.toISOString() ?? '', signed: recorded?.state === 'signed' }
  if (draft) return { ...held, typed: draft.typed, draftAt: draft.savedAt }
  return { ...held, typed: recorded ? typedOf('declaration', recorded.findings) : {} }
}

async function showForm(c: AppContext, shown: Shown): Promise<Response> {
  const standing = declarationStanding(shown.facts)
  if (standing !== 'open' && standing !== 'given') return shut(c, shown, standing)
  const { draftAt, typed, seen } = await heldOf(c, shown)
  const text = draftAt
    ? inBoth(words.draftBack, (lang) => ({ at: instantText(draftAt, lang) }))
    : words.given
  const notice = draftAt || standing === 'given' ? { kind: 'info' as const, text } : undefined
  return form(c, shown, { typed, seen, notice })
}

type Again = Pick<DeclareProps, 'typed' | 'seen' | 'notice' | 'errors' | 'pledged'> & {
  status?: 200 | 409 | 422
}

function form(c: AppContext, { facts, at }: Shown, again: Again): Promise<Response> {
  const { status = 200, ...rest } = again
  const standing = declarationStanding(facts) === 'given' ? 'given' : 'open'
  return barePage(
    c,
    { title: words.title, width: 'narrow', status, scripts: ['declare.js'] },
    <DeclareView
      lang={c.get('lang')}
      at={at}
      standing={standing}
      once={c.get('deps').clock.id()}
      {...rest}
    />,
  )
}

function shut(
  c: AppContext,
  { at }: Shown,
  standing: 'signed' | 'closed' | 'none',
): Promise<Response> {
  return barePage(
    c,
    { title: words.title, width: 'narrow', lean: true },
    <DeclareShutView lang={c.get('lang')} at={at} standing={standing} />,
  )
}

type Sent = { typed: Typed; seen: string; pledged: boolean }

async function sentOf(c: AppContext): Promise<Sent> {
  const body = await c.req.parseBody()
  const pledged = body.pledge !== undefined
  return { typed: typedFrom('declaration', body), seen: String(body.seen ?? ''), pledged }
}

async function postForm(c: AppContext, shown: Shown): Promise<Response> {
  const { actor, facts, at } = shown
  const sent = await sentOf(c)
  const read = declared(sent.typed, sent.pledged, today(c.get('deps').clock))
  if ('errors' in read) return form(c, shown, { ...sent, errors: read.errors, status: 422 })
  try {
    return await redirectAfter(c, {
      run: (deps) =>
        recordSections(deps, actor, {
          examId: examIdOf(facts),
          findings: { declaration: read.declaration },
          section: 'declaration',
          seen: { declaration: sent.seen },
        }),
      to: () => `${at}?said=declared`,
    })
  } catch (error) {
    return refused(c, shown, sent, error)
  }
}

/** Someone wrote it meanwhile: shown with what was typed, or shut once a doctor has signed. */
async function refused(c: AppContext, shown: Shown, sent: Sent, error: unknown): Promise<Response> {
  if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error
  const { seen, signed } = await heldOf(c, shown)
  if (signed || error.code !== 'section-changed') {
    return c.redirect(`${shown.at}/declaration`, 303)
  }
  const notice = { kind: 'warn' as const, text: words.changed }
  return form(c, shown, { typed: sent.typed, seen, notice, status: 409 })
}

async function postRest(c: AppContext, shown: Shown): Promise<Response> {
  const standing = declarationStanding(shown.facts)
  if (standing !== 'open' && standing !== 'given') return shut(c, shown, standing)
  const { seen, pledged, ...sent } = await sentOf(c)
  const { typed, count } = withNo(sent.typed)
  const text = count > 0 ? fill(words.restDone, { count }) : words.restNothing
  return form(c, shown, { typed, seen, pledged, notice: { kind: 'warn', text } })
}

async function postDraft(c: AppContext, { actor, facts }: Shown): Promise<Response> {
  const { typed } = await sentOf(c)
  await keepDeclarationDraft(c.get('deps'), actor, { examId: examIdOf(facts), typed })
  return c.body(null, 204)
}
