import type { Hono } from 'hono'
import { findBoard } from '../frontdesk/board-repository.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { liveUrl } from '../web/live-route.ts'
import { barePage } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { assetBytes } from '../web/static.ts'
import { BoardView } from './board-views.tsx'
import { boardWords } from './board-words.ts'

/** The waiting room's screen. */
export function boardRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/board', allow('board:read'), showBoard)
  app.get('/board/worker.js', allow.everyone('a script, which holds no data'), showWorker)
  return app
}

async function showBoard(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const board = await findBoard(database, facilityId, clock.now())
  return barePage(
    c,
    {
      title: boardWords.title,
      width: 'wide',
      lean: true,
      scripts: ['board.js'],
      sheets: ['device.css'],
    },
    <BoardView
      lang={c.get('lang')}
      board={board}
      facility={c.get('facilityName') ?? ''}
      stream={liveUrl(c, [`board:${facilityId}`])}
    />,
  )
}

/** Under the board's own address, since that is how far a worker may reach. */
function showWorker(c: AppContext): Response {
  return c.body(new Uint8Array(assetBytes('board-worker.js')), 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    'Service-Worker-Allowed': '/board',
  })
}
