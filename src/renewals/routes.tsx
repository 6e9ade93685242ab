import type { Hono } from 'hono'
import { isId } from '../core/id.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { type BoardFilter, boardFilters, newestFirst } from './board.ts'
import { countAttention, countBoard, listBoard, listTransmissions } from './board-repository.ts'
import { type BoardProps, BoardView } from './board-views.tsx'
import { caseRoutes } from './case-routes.tsx'
import { deskWords } from './desk-words.ts'
import { caseStates } from './renewal-case.ts'
import { transmissionRoutes } from './transmission-routes.tsx'

const BOARD_PAGE = 50

export function renewalRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/renewals', allow('renewal:read'), (c) => showBoard(c, 'cases'))
  app.get('/transmissions', allow('renewal:read'), (c) => showBoard(c, 'transmissions'))
  app.route('/', caseRoutes())
  app.route('/', transmissionRoutes())
  return app
}

async function showBoard(c: AppContext, list: BoardProps['list']): Promise<Response> {
  const { database, clock, env } = c.get('deps')
  const { facilityId } = c.get('actor')
  const now = clock.now()
  const state = caseStates.find((known) => known === c.req.query('state'))
  const filter = state ? 'all' : filterOf(c.req.query('show'))
  const cursor = c.req.query('before') ?? ''
  const before = newestFirst(filter) && isId(cursor) ? cursor : undefined
  const read = list === 'cases' ? listBoard : listTransmissions
  const [lines, counted, attention] = await Promise.all([
    read(database, facilityId, now, { filter, state, before, limit: BOARD_PAGE }),
    countBoard(database, facilityId, now, list),
    countAttention(database, facilityId, now),
  ])
  const counts = { attention: attention[list], ...counted }
  const elsewhere = attention[list === 'cases' ? 'transmissions' : 'cases']
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
    <BoardView
      {...{ lang: c.get('lang'), list, filter, state, lines, counts, elsewhere, now, next }}
      connected={env.connected}
    />,
  )
}

function filterOf(text: string | undefined): BoardFilter {
  return boardFilters.find((known) => known === text) ?? 'attention'
}
