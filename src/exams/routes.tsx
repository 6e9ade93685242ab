import type { Hono } from 'hono'
import { type Actor, may } from '../core/actor.ts'
import { requireId } from '../core/id.ts'
import { fold } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import type { Deps } from '../platform/deps.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import { arrivalRoutes } from './arrival-routes.tsx'
import { conclusionRoutes } from './conclusion-routes.tsx'
import { withdrawRenewalConsent } from './consent-commands.ts'
import { consentsOf } from './consent-repository.ts'
import { correctionRoutes } from './correction-routes.tsx'
import { correctionWords } from './correction-words.ts'
import { type Exam, mayDo } from './exam.ts'
import { ExamView } from './exam-views.tsx'
import { ExamListView } from './list-views.tsx'
import { type ExamListing, type ListedExam, pageOf } from './listing.ts'
import { countWaiting, listExams } from './listing-repository.ts'
import { seeExam } from './loading-commands.ts'
import { openingRoutes } from './opening-routes.tsx'
import { pageWords } from './page-words.ts'
import { paperFormRoutes } from './paper-form-routes.tsx'
import { sectionAidRoutes } from './section-aid-routes.tsx'
import { sectionRoutes } from './section-routes.tsx'
import { recordedSayings } from './section-words.ts'
import { standardsRoutes } from './standards-routes.tsx'
import { things } from './words.ts'
import { nextSection, ownSections, type Show, showsFor } from './worklist.ts'

/** The pages of the exam: who waits, one exam, its sections, its conclusion. */
export function examRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/exams', allow('exam:read'), showList)
  app.route('/', standardsRoutes())
  app.route('/', paperFormRoutes())
  app.route('/', openingRoutes())
  app.route('/', arrivalRoutes())
  app.route('/', correctionRoutes())
  app.get('/exams/:id', allow('exam:read'), showExam)
  app.post('/exams/:id/consents/renewal/withdrawal', allow('exam:open'), postWithdrawal)
  app.route('/', sectionRoutes())
  app.route('/', sectionAidRoutes())
  app.route('/', conclusionRoutes())
  return app
}

const PER_PAGE = 30

async function showList(c: AppContext): Promise<Response> {
  const { deps, actor, lang } = c.var
  const shows = showsFor(actor)
  const show = shows.find((each) => each === c.req.query('show')) ?? shows[0] ?? 'all'
  const q = (c.req.query('q') ?? '').slice(0, 100).trim()
  const after = c.req.query('after')
  const own = ownSections(actor)
  const listing: ExamListing = {
    ...(q ? { words: fold(q).split(' ').slice(0, 8) } : listingFor(actor, show)),
    limit: PER_PAGE,
    ...(after && { after: requireId(after, things.page) }),
  }
  const [found, waiting] = await Promise.all([
    listExams(deps.database, actor.facilityId, listing),
    countWaiting(deps.database, actor.facilityId, own),
  ])
  const { items, next } = pageOf(found, PER_PAGE)
  const href = (exam: ListedExam) => (q ? `/exams/${exam.id}` : hrefOf(actor, exam, show))
  return page(
    c,
    { title: pageWords.exams, width: 'wide', live: [`facility:${actor.facilityId}`] },
    <ExamListView
      {...{ lang, shows, show, q, items, next, href, waiting, own }}
      today={today(deps.clock)}
    />,
  )
}

function listingFor(actor: Actor, show: Show): Omit<ExamListing, 'limit'> {
  if (show === 'all') return { words: [] }
  const open = { words: [], open: true, oldestFirst: true }
  if (show === 'mine') return { ...open, waitingFor: ownSections(actor) }
  return show === 'conclude' ? { ...open, complete: true } : open
}

/** Out of one's own queue straight to the work. */
function hrefOf(actor: Actor, exam: ListedExam, show: Show): string {
  const waiting = show === 'mine' ? nextSection(actor, exam) : undefined
  return waiting ? `/exams/${exam.id}/sections/${waiting}` : `/exams/${exam.id}`
}

async function showExam(c: AppContext): Promise<Response> {
  const { deps, actor, lang } = c.var
  const id = requireId(c.req.param('id') ?? '', things.exam)
  const seen = await seeExam(deps, actor, id)
  const [consents, nextPerson] = await Promise.all([
    consentsOf(deps.database, actor.facilityId, id),
    nextPersonOf(deps, actor, seen.exam),
  ])
  const code = seen.exam.certificate?.verifyCode
  const verifyUrl = code && `${deps.env.publicUrl}/verify/${code}`
  const saying = {
    ...recordedSayings,
    concluded: { text: pageWords.concludedNow },
    'patient-corrected': { text: correctionWords.done },
    'patient-fixed': { text: correctionWords.signed },
  }
  return page(
    c,
    {
      title: pageWords.exams,
      width: 'wide',
      // Until the card is seen, it is the visit that changes.
      live: [`exam:${id}`, ...(seen.unverified ? [`visit:${seen.exam.visitId}`] : [])],
      said: saidIn(c, saying),
    },
    <ExamView
      {...{ lang, actor, verifyUrl, consents, nextPerson, once: deps.clock.id(), ...seen }}
    />,
  )
}

/** Who waits longest for this reader's hand, once nothing of this exam does. */
async function nextPersonOf(deps: Deps, actor: Actor, exam: Exam) {
  if (mayDo(exam, 'record') && nextSection(actor, exam)) return undefined
  const show = showsFor(actor).find((each) => each === 'mine' || each === 'conclude')
  if (!show || (!may(actor, 'exam:examine') && !may(actor, 'exam:conclude'))) return undefined
  const waiting = await listExams(deps.database, actor.facilityId, {
    ...listingFor(actor, show),
    limit: 1,
  })
  const next = waiting.find(({ id }) => id !== exam.id)
  return next && { exam: next, href: hrefOf(actor, next, show) }
}

async function postWithdrawal(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', things.exam)
  return redirectAfter(c, {
    run: (deps) => withdrawRenewalConsent(deps, c.get('actor'), id),
    to: () => `/exams/${id}`,
  })
}
