import type { Hono } from 'hono'
import { DomainError, type FieldError, invalid, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { type Station, stationSchema } from '../frontdesk/station.ts'
import {
  addStation,
  amendStation,
  openStation,
  retireStation,
  shutStation,
} from '../frontdesk/station-commands.ts'
import { findStation, listStations } from '../frontdesk/station-repository.ts'
import { stationWords } from '../frontdesk/station-words.ts'
import { tasks } from '../frontdesk/task.ts'
import { typedVersion } from '../settings/setting.ts'
import type { Difference } from '../settings/stale-view.tsx'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { parseOrRefuse } from '../web/validation.ts'
import {
  type StationForm,
  StationFormView,
  StationSettingsView,
  taskText,
} from './station-views.tsx'
import { stationSettingWords as words } from './station-words.ts'

export function stationSettingRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('station:manage')
  app.get('/settings/stations', manager, showStations)
  app.post('/settings/stations', manager, postStation)
  app.get('/settings/stations/new', manager, (c) => showForm(c))
  app.get('/settings/stations/:id', manager, async (c) => showForm(c, await stationOf(c)))
  app.post('/settings/stations/:id', manager, postAmendment)
  app.post('/settings/stations/:id/open', manager, (c) => act(c, openStation, 'opened'))
  app.post('/settings/stations/:id/shut', manager, (c) => act(c, shutStation, 'closed'))
  app.post('/settings/stations/:id/retire', manager, (c) => act(c, retireStation, 'retired'))
  return app
}

async function showStations(c: AppContext): Promise<Response> {
  const stations = await listStations(c.get('deps').database, c.get('actor').facilityId)
  const view = <StationSettingsView lang={c.get('lang')} stations={stations} />
  const said = saidIn(c, {
    added: { text: words.added },
    saved: { text: words.saved },
    opened: { text: words.opened },
    closed: { text: words.closed },
    retired: { text: words.retired },
  })
  return page(c, { title: words.title, section: '/settings', width: 'wide', said }, view)
}

async function stationOf(c: AppContext): Promise<Station> {
  const id = requireId(c.req.param('id') ?? '', stationWords.aStation)
  const station = await findStation(c.get('deps').database, c.get('actor').facilityId, id)
  if (!station || station.retiredAt) throw notFound(stationWords.aStation)
  return station
}

type Refused = { status: 409 | 422; form: StationForm; errors: readonly FieldError[] }

async function showForm(c: AppContext, station?: Station, refused?: Refused): Promise<Response> {
  const stale =
    station && refused?.status === 409 && refused.errors.length === 0
      ? differences(c, station, refused.form)
      : undefined
  const view = (
    <StationFormView
      lang={c.get('lang')}
      station={station}
      values={refused?.form ?? shownOf(station)}
      errors={refused?.errors}
      stale={stale}
      once={c.get('deps').clock.id()}
    />
  )
  const title = station ? { vi: station.name, en: station.name } : words.add
  return page(c, { title, section: '/settings', status: refused?.status ?? 200 }, view)
}

function shownOf(station: Station | undefined): StationForm {
  if (!station) return { name: '', room: '', position: '', tasks: [] }
  return { ...station, position: String(station.position) }
}

function differences(c: AppContext, station: Station, form: StationForm): Difference[] {
  const lang = c.get('lang')
  const named = (list: readonly string[]) =>
    tasks
      .filter((task) => list.includes(task))
      .map((task) => taskText(task, lang))
      .join(', ')
  const both = [
    { label: words.name, stored: station.name, typed: form.name.trim() },
    { label: words.room, stored: station.room, typed: form.room.trim() },
    { label: words.tasks, stored: named(station.tasks), typed: named(form.tasks) },
    { label: words.position, stored: String(station.position), typed: form.position.trim() },
  ]
  return both.filter(({ stored, typed }) => stored !== typed)
}

function formFrom(form: Record<string, string>): StationForm {
  const { name = '', room = '', position = '' } = form
  return { name, room, position, tasks: tasks.filter((task) => form[`task-${task}`] !== undefined) }
}

function dataOf({ name, room, position, tasks: chosen }: StationForm) {
  const place = position.trim() === '' ? {} : { position: Number(position) }
  try {
    return parseOrRefuse(stationSchema, { name, room, tasks: [...chosen], ...place })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const left = { name: name.trim() === '', room: room.trim() === '', tasks: chosen.length === 0 }
    throw invalid(error.errors.map((fault) => inWords(fault, left)))
  }
}

const leftOut = {
  name: words.nameMissing,
  room: words.roomMissing,
  tasks: words.tasksMissing,
} as const

/** What was left out is asked for by what it is. */
function inWords(fault: FieldError, left: Record<keyof typeof leftOut, boolean>): FieldError {
  const field = (['name', 'room', 'tasks'] as const).find((one) => fault.pointer === `/${one}`)
  return field && left[field] ? { ...fault, message: leftOut[field] } : fault
}

async function postStation(c: AppContext): Promise<Response> {
  const form = formFrom(await formOf(c))
  try {
    const data = dataOf(form)
    return await redirectAfter(c, {
      run: (deps) => addStation(deps, c.get('actor'), data),
      to: () => '/settings/stations?said=added',
    })
  } catch (error) {
    return showForm(c, undefined, refusalOf(error, form))
  }
}

async function postAmendment(c: AppContext): Promise<Response> {
  const sent = await formOf(c)
  const form = formFrom(sent)
  const { id: stationId } = await stationOf(c)
  try {
    const input = { ...dataOf(form), stationId, version: typedVersion(sent.version) }
    return await redirectAfter(c, {
      run: (deps) => amendStation(deps, c.get('actor'), input),
      to: () => '/settings/stations?said=saved',
    })
  } catch (error) {
    const refused = refusalOf(error, form)
    return showForm(c, await stationOf(c), refused)
  }
}

/** A taken name is a fault of its field; another version is shown beside what was typed. */
function refusalOf(error: unknown, form: StationForm): Refused {
  if (!(error instanceof DomainError)) throw error
  if (error.code === 'stale-version') return { status: 409, form, errors: [] }
  if (error.code === 'station-name-taken') {
    const errors = [{ pointer: '/name', code: error.code, message: error.detail }]
    return { status: 409, form, errors }
  }
  if (error.kind !== 'invalid') throw error
  return { status: 422, form, errors: error.errors }
}

async function act(
  c: AppContext,
  command: typeof openStation,
  said: 'opened' | 'closed' | 'retired',
): Promise<Response> {
  const { id } = await stationOf(c)
  return redirectAfter(c, {
    run: (deps) => command(deps, c.get('actor'), id),
    to: () => `/settings/stations?said=${said}`,
  })
}
