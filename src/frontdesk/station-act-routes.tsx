import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { isId, requireId } from '../core/id.ts'
import type { Deps } from '../platform/deps.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { callNext } from './call-commands.ts'
import { handOver, takeStation } from './duty-commands.ts'
import { ownTasks, workHref } from './queue-line.ts'
import { findQueue } from './queue-repository.ts'
import { openStation, shutStation } from './station-commands.ts'
import { findStation } from './station-repository.ts'
import { stationWords as words } from './station-words.ts'
import { type AtStation, finish, recall, serve, skip, transfer } from './stop-commands.ts'
import type { Ticket } from './ticket.ts'
import { ticketWords } from './ticket-words.ts'

/** What a station's person does, each a form of its own: done once, and back to the page. */
export function stationActRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.post('/stations/:id/call', allow('station:serve'), (c) =>
    act(c, (deps, stationId) => callNext(deps, c.get('actor'), { stationId }), {
      said: (ticket) => (ticket ? '' : 'nobody'),
    }),
  )
  app.post('/stations/:id/serve', allow('station:serve'), postServe)
  onTicket(app, 'recall', recall, () => '')
  onTicket(app, 'skip', skip, ({ state }) => (state === 'no-show' ? 'away' : 'skipped'))
  onTicket(app, 'finish', finish, () => 'finished')
  app.post('/stations/:id/transfer', allow('station:serve'), postTransfer)
  app.post('/stations/:id/duty', allow('station:serve'), (c) =>
    act(c, (deps, stationId) => takeStation(deps, c.get('actor'), { stationId }), {}),
  )
  app.post('/stations/:id/hand-over', allow('station:serve'), postHandOver)
  app.post('/stations/:id/open', allow('station:read'), (c) =>
    postOpening(c, openStation, 'opened'),
  )
  app.post('/stations/:id/shut', allow('station:read'), (c) => postOpening(c, shutStation, 'shut'))
  return app
}

type Act = (deps: Deps, actor: AppContext['var']['actor'], at: AtStation) => Promise<Ticket>

function onTicket(
  app: Hono<AppEnv>,
  name: string,
  run: Act,
  said: (ticket: Ticket) => string,
): void {
  app.post(`/stations/:id/${name}`, allow('station:serve'), async (c) => {
    const visitId = await ticketIn(c)
    return act(c, (deps, stationId) => run(deps, c.get('actor'), { stationId, visitId }), { said })
  })
}

/** The person has come: on to what is done with them here. */
async function postServe(c: AppContext): Promise<Response> {
  const visitId = await ticketIn(c)
  const stationId = stationIn(c)
  const actor = c.get('actor')
  const { database, clock } = c.get('deps')
  const [station, lines] = await Promise.all([
    findStation(database, actor.facilityId, stationId),
    findQueue(database, actor.facilityId, stationId, clock.now()),
  ])
  if (!station) throw notFound(words.aStation)
  const line = lines.find(({ ticket }) => ticket.visitId === visitId)
  const to = line && workHref(ownTasks(actor, station, line)[0], line)
  return redirectAfter(c, {
    run: (deps) => serve(deps, actor, { stationId, visitId }),
    to: () => to ?? `/stations/${stationId}`,
  })
}

async function postTransfer(c: AppContext): Promise<Response> {
  const { toStationId = '' } = await formOf(c)
  const visitId = await ticketIn(c)
  const actor = c.get('actor')
  // Nothing chosen: the page again, as it is.
  if (!isId(toStationId)) return c.redirect(`/stations/${stationIn(c)}`, 303)
  return act(c, (deps, stationId) => transfer(deps, actor, { stationId, visitId, toStationId }), {
    said: () => 'transferred',
  })
}

async function postHandOver(c: AppContext): Promise<Response> {
  const { note } = await formOf(c)
  return act(c, (deps, stationId) => handOver(deps, c.get('actor'), { stationId, note }), {
    said: () => 'handed-over',
  })
}

/** From the page of a station back to it; whoever manages stations does it in their list. */
async function postOpening(
  c: AppContext,
  run: typeof openStation,
  said: 'opened' | 'shut',
): Promise<Response> {
  const actor = c.get('actor')
  const id = stationIn(c)
  const inList = (await formOf(c)).from === 'list' || !may(actor, 'station:serve')
  return redirectAfter(c, {
    run: (deps) => run(deps, actor, id),
    to: () => (inList ? `/stations?said=${said}&station=${id}` : `/stations/${id}`),
  })
}

async function act<T>(
  c: AppContext,
  run: (deps: Deps, stationId: string) => Promise<T>,
  { said }: { said?: (result: T) => string },
): Promise<Response> {
  const id = stationIn(c)
  return redirectAfter<T>(c, {
    run: (deps) => run(deps, id),
    to: (result) => {
      const key = said?.(result)
      return key ? `/stations/${id}?said=${key}` : `/stations/${id}`
    },
  })
}

function stationIn(c: AppContext): string {
  return requireId(c.req.param('id') ?? '', words.aStation)
}

async function ticketIn(c: AppContext): Promise<string> {
  const { visitId = '' } = await formOf(c)
  return requireId(visitId, ticketWords.aTicket)
}
