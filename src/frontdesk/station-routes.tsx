import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { calendarDateOf, startOfDay } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill } from '../core/text.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import type { Said } from '../web/pieces/said.tsx'
import { saidIn } from '../web/said.ts'
import { findBoard } from './board-repository.ts'
import { findDuty, findHandover, listDuties } from './duty-repository.ts'
import { ownTasks } from './queue-line.ts'
import { findQueue } from './queue-repository.ts'
import { mayServe, type Station } from './station.ts'
import { stationActRoutes } from './station-act-routes.tsx'
import { stationPageWords as pageWords } from './station-page-words.ts'
import { findStation, listStations } from './station-repository.ts'
import { StationView } from './station-views.tsx'
import { stationWords as words } from './station-words.ts'
import { type StationLine, StationsView } from './stations-views.tsx'

/** All stations, and the page of each for whoever sits there. */
export function stationRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/stations', allow('station:read'), showStations)
  app.get('/stations/:id', allow('station:serve'), showStation)
  app.route('/', stationActRoutes())
  return app
}

async function showStations(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const { facilityId } = actor
  const [stations, board, duties] = await Promise.all([
    listStations(database, facilityId),
    findBoard(database, facilityId, clock.now()),
    listDuties(database, facilityId),
  ])
  const lines = stations.flatMap((station): StationLine[] => {
    const seen = board.stations.find(({ id }) => id === station.id)
    const duty = duties.find(({ stationId }) => stationId === station.id)
    if (!seen) return []
    return [{ station, board: seen, mine: mayServe(actor, station), ...(duty && { duty }) }]
  })
  const own = duties.find(({ staffId }) => staffId === actor.id)?.stationId
  const scans = may(actor, 'patient:write')
  return page(
    c,
    {
      title: pageWords.stations,
      live: [`board:${facilityId}`],
      width: 'wide',
      scripts: scans ? ['scan-keys.js'] : [],
      said: openingSaid(c, stations),
    },
    <StationsView
      lang={c.get('lang')}
      once={clock.id()}
      manages={may(actor, 'station:manage')}
      {...{ lines, own, scans }}
    />,
  )
}

/** What has just been opened or shut in the list, by its name; pressed by mistake it is taken back. */
function openingSaid(c: AppContext, stations: readonly Station[]): Said | undefined {
  const station = stations.find(({ id }) => id === c.req.query('station'))
  if (!station) return undefined
  const back = (act: 'open' | 'shut') => ({
    action: `/stations/${station.id}/${act}`,
    fields: { from: 'list' },
  })
  const { name } = station
  return saidIn(c, {
    opened: { text: fill(pageWords.saidOpened, { name }), undo: back('shut') },
    shut: { text: fill(pageWords.saidShut, { name }), undo: back('open') },
  })
}

const sayings: Readonly<Record<string, Said>> = {
  nobody: { text: pageWords.saidNobody },
  skipped: { text: pageWords.saidSkipped },
  away: { text: pageWords.saidAway },
  finished: { text: pageWords.saidFinished },
  transferred: { text: pageWords.saidTransferred },
  'handed-over': { text: pageWords.saidHandedOver },
}

async function showStation(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const { facilityId } = actor
  const now = clock.now()
  const id = requireId(c.req.param('id') ?? '', words.aStation)
  const station = await findStation(database, facilityId, id)
  if (!station || station.retiredAt) throw notFound(words.aStation)
  const [duty, handover, lines, others] = await Promise.all([
    findDuty(database, facilityId, id),
    findHandover(database, facilityId, { stationId: id, since: startOfDay(calendarDateOf(now)) }),
    findQueue(database, facilityId, id, now),
    listStations(database, facilityId),
  ])
  const scans = may(actor, 'patient:write')
  return page(
    c,
    {
      title: { vi: station.name, en: station.name },
      section: '/stations',
      live: [`station:${id}`],
      width: 'wide',
      scripts: scans ? ['scan-keys.js'] : [],
      said: saidIn(c, sayings),
    },
    <StationView
      lang={c.get('lang')}
      once={clock.id()}
      actorId={actor.id}
      mayServe={mayServe(actor, station)}
      own={(line) => ownTasks(actor, station, line)}
      {...{ now, station, duty, handover, lines, others, scans }}
    />,
  )
}
