import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { isId, requireId } from '../core/id.ts'
import { recordView } from '../platform/publish.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { parseOrRefuse } from '../web/validation.ts'
import { act, orAgain } from './act-routes.tsx'
import type { Refused } from './act-views.tsx'
import { type BoardFilter, boardFilters, newestFirst } from './board.ts'
import { countAttention, findCaseLine, listBoard, listTransmissions } from './board-repository.ts'
import { type BoardProps, BoardView } from './board-views.tsx'
import {
  completeCase,
  holdCase,
  refreshCase,
  releaseCase,
  resubmitCase,
  withdrawCase,
} from './case-commands.ts'
import { loadCompleteness, type Supplied } from './case-repository.ts'
import { CaseView } from './case-views.tsx'
import { deskWords } from './desk-words.ts'
import { findCaseWithHistory } from './listing-repository.ts'
import { caseStates } from './renewal-case.ts'
import { supplyForm } from './supply-schema.ts'
import { transmissionRoutes } from './transmission-routes.tsx'
import { words } from './words.ts'

const BOARD_PAGE = 100

export function renewalRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const desk = allow('renewal:manage')
  app.get('/renewals', allow('renewal:read'), (c) => showBoard(c, 'cases'))
  app.get('/transmissions', allow('renewal:read'), (c) => showBoard(c, 'transmissions'))
  app.get('/renewals/:id', allow('renewal:read'), (c) => showCase(c))
  app.post('/renewals/:id/hold', desk, (c) => act(c, showCase, holdCase))
  app.post('/renewals/:id/release', desk, (c) => act(c, showCase, releaseCase))
  app.post('/renewals/:id/resubmit', desk, (c) => act(c, showCase, resubmitCase))
  app.post('/renewals/:id/withdraw', desk, (c) => act(c, showCase, withdrawCase))
  app.post('/renewals/:id/refresh', desk, (c) =>
    act(c, showCase, (deps, actor, { id }) => refreshCase(deps, actor, id)),
  )
  app.post('/renewals/:id/data', desk, postData)
  app.route('/', transmissionRoutes())
  return app
}

async function showBoard(c: AppContext, list: BoardProps['list']): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const now = clock.now()
  const state = caseStates.find((known) => known === c.req.query('state'))
  const filter = state ? 'all' : filterOf(c.req.query('show'))
  const cursor = c.req.query('before') ?? ''
  const before = newestFirst(filter) && isId(cursor) ? cursor : undefined
  const read = list === 'cases' ? listBoard : listTransmissions
  const [lines, counts] = await Promise.all([
    read(database, facilityId, now, { filter, state, before, limit: BOARD_PAGE }),
    countAttention(database, facilityId, now),
  ])
  const last = newestFirst(filter) && lines.length === BOARD_PAGE ? lines.at(-1) : undefined
  const lastId = list === 'cases' ? last?.case?.id : last?.transmission?.id
  const next = lastId && `?${state ? `state=${state}` : `show=${filter}`}&before=${lastId}`
  return page(
    c,
    {
      title: deskWords[list],
      width: 'wide',
      section: '/renewals',
      live: [`facility:${facilityId}`],
    },
    <BoardView {...{ lang: c.get('lang'), list, filter, state, lines, counts, now, next }} />,
  )
}

function filterOf(text: string | undefined): BoardFilter {
  return boardFilters.find((known) => known === text) ?? 'attention'
}

async function showCase(c: AppContext, refused?: Refused): Promise<Response> {
  const deps = c.get('deps')
  const actor = c.get('actor')
  const id = requireId(c.req.param('id') ?? '', words.aCase)
  const [line, found] = await Promise.all([
    findCaseLine(deps.database, actor.facilityId, id),
    findCaseWithHistory(deps.database, actor.facilityId, id),
  ])
  if (!line?.case || !found) throw notFound(words.aCase)
  const { case: shown, patientId } = line
  const known = await loadCompleteness(deps.database, id)
  await recordView(deps, actor, {
    action: 'renewal-case.viewed',
    subjectType: 'renewal-case',
    subjectId: id,
    patientId,
  })
  return page(
    c,
    {
      title: deskWords.caseTitle,
      status: refused ? 422 : 200,
      width: 'wide',
      live: [`case:${id}`, `exam:${line.examId}`],
    },
    <CaseView
      lang={c.get('lang')}
      line={{ ...line, case: shown }}
      patientId={patientId}
      heldLicence={known.heldLicence}
      delivery={known.delivery ?? { method: 'collect' }}
      history={found.history.map((step) => ({ ...step, at: new Date(step.at) }))}
      mayManage={may(actor, 'renewal:manage')}
      opens={{ exam: may(actor, 'exam:read'), patient: may(actor, 'patient:read') }}
      sent={found.case.attempts > 0}
      now={deps.clock.now()}
      once={deps.clock.id()}
      refused={refused}
    />,
  )
}

/** Adds what the dossier lacks: the form's fields depend on what is missing. */
async function postData(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aCase)
  const typed = await formOf(c)
  return orAgain(c, typed, showCase, async () => {
    const found = await findCaseWithHistory(c.get('deps').database, c.get('actor').facilityId, id)
    if (!found) throw notFound(words.aCase)
    const supplied = suppliedBy(typed, found.case.missing)
    return redirectAfter(c, {
      run: (deps) => completeCase(deps, c.get('actor'), { id, supplied }),
      to: () => `/renewals/${id}`,
    })
  })
}

function suppliedBy(typed: Record<string, string>, missing: readonly string[]): Supplied {
  const { licence, delivery } = supplyForm(missing)
  return {
    ...(licence && { heldLicence: parseOrRefuse(licence, typed) }),
    ...(delivery && { delivery: { method: 'post', ...parseOrRefuse(delivery, typed) } }),
  }
}
