import type { Hono } from 'hono'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fold } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { conclusionRoutes } from './conclusion-routes.tsx'
import { withdrawRenewalConsent } from './consent-commands.ts'
import { consentsOf } from './consent-repository.ts'
import { ExamView } from './exam-views.tsx'
import { ExamListView } from './list-views.tsx'
import { type ExamListing, type ListedExam, pageOf } from './listing.ts'
import { listExams } from './listing-repository.ts'
import { seeExam } from './loading-commands.ts'
import { openingRoutes } from './opening-routes.tsx'
import { pageWords } from './page-words.ts'
import { paperFormRoutes } from './paper-form-routes.tsx'
import { sectionAidRoutes } from './section-aid-routes.tsx'
import { sectionRoutes } from './section-routes.tsx'
import { standardInForce } from './standards/circular-36-2024.ts'
import { StandardsView } from './standards-views.tsx'
import { things } from './words.ts'
import { nextSection, ownSections, type Show, showsFor } from './worklist.ts'

/** The pages of the exam: who waits, one exam, its sections, its conclusion. */
export function examRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/exams', allow('exam:read'), showList)
  app.get('/standards', allow('signed-in'), showStandards)
  app.route('/', paperFormRoutes())
  app.route('/', openingRoutes())
  app.get('/exams/:id', allow('exam:read'), showExam)
  app.post('/exams/:id/consents/renewal/withdrawal', allow('exam:open'), postWithdrawal)
  app.route('/', sectionRoutes())
  app.route('/', sectionAidRoutes())
  app.route('/', conclusionRoutes())
  return app
}

const PER_PAGE = 30

async function showList(c: AppContext): Promise<Response> {
  const { deps, actor } = c.var
  const shows = showsFor(actor)
  const show = shows.find((each) => each === c.req.query('show')) ?? shows[0] ?? 'all'
  const q = (c.req.query('q') ?? '').slice(0, 100).trim()
  const after = c.req.query('after')
  const listing: ExamListing = {
    ...(q ? { words: fold(q).split(' ').slice(0, 8) } : listingFor(c, show)),
    limit: PER_PAGE,
    ...(after && { after: requireId(after, things.page) }),
  }
  const found = await listExams(deps.database, actor.facilityId, listing)
  const { items, next } = pageOf(found, PER_PAGE)
  const href = (exam: ListedExam) => {
    const waiting = show === 'mine' && !q ? nextSection(actor, exam) : undefined
    return waiting ? `/exams/${exam.id}/sections/${waiting}` : `/exams/${exam.id}`
  }
  return page(
    c,
    { title: pageWords.exams, width: 'wide', live: [`facility:${actor.facilityId}`] },
    <ExamListView lang={c.get('lang')} {...{ shows, show, q, items, next, href }} />,
  )
}

function listingFor(c: AppContext, show: Show): Omit<ExamListing, 'limit'> {
  if (show === 'all') return { words: [] }
  const open = { words: [], open: true, oldestFirst: true }
  if (show === 'mine') return { ...open, waitingFor: ownSections(c.get('actor')) }
  return show === 'conclude' ? { ...open, complete: true } : open
}

async function showExam(c: AppContext): Promise<Response> {
  const { deps, actor, lang } = c.var
  const id = requireId(c.req.param('id') ?? '', things.exam)
  const seen = await seeExam(deps, actor, id)
  const consents = await consentsOf(deps.database, actor.facilityId, id)
  const code = seen.exam.certificate?.verifyCode
  const verifyUrl = code && `${deps.env.publicUrl}/verify/${code}`
  return page(
    c,
    { title: pageWords.exams, width: 'wide', live: [`exam:${id}`] },
    <ExamView {...{ lang, actor, verifyUrl, consents, once: deps.clock.id(), ...seen }} />,
  )
}

function showStandards(c: AppContext): Promise<Response> {
  const standard = standardInForce(today(c.get('deps').clock))
  if (!standard) throw notFound(things.standard)
  const view = <StandardsView lang={c.get('lang')} standard={standard} />
  return page(c, { title: pageWords.standards, width: 'wide', section: '/exams' }, view)
}

async function postWithdrawal(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', things.exam)
  return redirectAfter(c, {
    run: (deps) => withdrawRenewalConsent(deps, c.get('actor'), id),
    to: () => `/exams/${id}`,
  })
}
