import type { Hono } from 'hono'
import { accountText } from '../billing/payee-account-view.tsx'
import { listPayeeNews, loadPayee } from '../billing/payee-repository.ts'
import { may } from '../core/actor.ts'
import { calendarDateOf, startOfDay } from '../core/calendar-date.ts'
import { listUnrecognised } from '../frontdesk/identity-repository.ts'
import { identityWords } from '../frontdesk/identity-words.ts'
import { ScanCatcher } from '../patients/scan-views.tsx'
import { missingSteps } from '../setup/first-run.ts'
import { loadSetup } from '../setup/first-run-repository.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import { licenceDesk } from './case-views.tsx'
import { concludeDesk } from './conclude-views.tsx'
import { type Desk, HomeView } from './desk-views.tsx'
import { type DeskName, desksOf } from './desks.ts'
import { examineDesk } from './examine-views.tsx'
import { findRoutes } from './find-routes.tsx'
import {
  type FlowLine,
  forConclusion,
  handingOut,
  ownSpecialties,
  waitingForMe,
  waitingLines,
} from './flow.ts'
import {
  countArrivals,
  countOutcomes,
  countSigned,
  doneLines,
  newestConcluded,
  openLines,
} from './flow-repository.ts'
import { directorDesk, recordsDesk } from './house-views.tsx'
import { News, setupDesk } from './news-views.tsx'
import { receptionDesk } from './people-views.tsx'
import { findSeat } from './station-repository.ts'
import { stationDesk } from './station-views.tsx'
import { loadTill } from './till-repository.ts'
import { tillDesk } from './till-views.tsx'
import { unsentRoutes } from './unsent-routes.tsx'
import {
  accountWorries,
  auditDay,
  dayFigures,
  loadStuck,
  stuckLines,
  tokenWorries,
  withAuthority,
} from './watch-repository.ts'
import { accountsDesk, auditDesk } from './watch-views.tsx'
import { words } from './words.ts'

/** The home of everyone who works here: what to do now. And the way to find anything. */
export function homeRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/', allow('signed-in'), showHome)
  app.get('/next/exam', allow('exam:examine'), (c) => goNext(c, 'examine'))
  app.get('/next/conclusion', allow('exam:conclude'), (c) => goNext(c, 'conclude'))
  app.get('/next/bill', allow('invoice:issue'), (c) => goNext(c, 'till'))
  app.route('/', findRoutes())
  app.route('/', unsentRoutes())
  return app
}

async function showHome(c: AppContext): Promise<Response> {
  const actor = c.get('actor')
  const names = actor.kind === 'staff' || actor.kind === 'service' ? desksOf(actor.roles) : []
  const day = dayOf(c)
  const [setup, seat, payee, ...desks] = await Promise.all([
    openSetup(c),
    seatOf(c, day.now),
    listPayeeNews(c.get('deps').database, actor.facilityId, newsSince(c)),
    ...names.map((name) => loaders[name](c, day)),
  ])
  const lang = c.get('lang')
  const before = seat ? [stationDesk({ lang, now: day.now, seat })] : []
  const first = setup?.desk
  const live = [`facility:${actor.facilityId}`, ...(seat ? [`station:${seat.stationId}`] : [])]
  const scans = may(actor, 'patient:write')
  return page(
    c,
    {
      title: words.home,
      width: 'wide',
      live,
      scripts: scans ? ['scan-keys.js'] : [],
      said: saidIn(c, { 'card-seen': { text: identityWords.saidSeen } }),
    },
    <>
      <HomeView
        lang={lang}
        desks={first ? [first, ...before, ...desks] : [...before, ...desks]}
        news={<News {...{ lang, actor, payee }} setup={setup?.steps} />}
      />
      {scans && <ScanCatcher lang={lang} action="/patients/scan" once={c.get('deps').clock.id()} />}
    </>,
  )
}

/** A changed payee is announced for a week. */
const NEWS_DAYS = 7

function newsSince(c: AppContext): Date {
  return new Date(c.get('deps').clock.now().getTime() - NEWS_DAYS * 86_400_000)
}

/** What an installation still lacks for its first exam; nothing of a demonstration, which lacks nothing. */
async function openSetup(c: AppContext) {
  const deps = c.get('deps')
  if (deps.env.demo) return undefined
  const actor = c.get('actor')
  const { steps, facts } = await loadSetup(deps, actor.facilityId)
  if (missingSteps(steps).length === 0) return undefined
  if (!may(actor, 'setting:manage')) return { steps, desk: undefined }
  const { payee } = await loadPayee(deps.database, actor.facilityId, deps.env)
  const account = { account: accountText(payee), name: payee.name }
  const desk = setupDesk({
    lang: c.get('lang'),
    steps,
    payee: account,
    stations: facts.stations,
  })
  return { steps, desk }
}

async function seatOf(c: AppContext, now: Date) {
  const actor = c.get('actor')
  if (!may(actor, 'station:serve')) return undefined
  const { database } = c.get('deps')
  return findSeat(database, actor.facilityId, { staffId: actor.id, now })
}

/** The day that every desk is about; who is in the house is read once for all of them. */
function dayOf(c: AppContext) {
  const now = c.get('deps').clock.now()
  const date = calendarDateOf(now)
  const from = startOfDay(date)
  let read: Promise<FlowLine[]> | undefined
  const open = () => {
    read ??= openLines(c.get('deps').database, c.get('actor').facilityId, from)
    return read
  }
  return { now, date, from, open }
}
type Day = ReturnType<typeof dayOf>

/**
 * Straight to the one thing that the home would offer; back home when there is none. Whoever sits at a
 * station calls the next there: its queue says who that is.
 */
async function goNext(c: AppContext, name: DeskName): Promise<Response> {
  const seat = await seatOf(c, c.get('deps').clock.now())
  if (seat) return c.redirect(`/stations/${seat.stationId}`, 303)
  const { act } = await loaders[name](c, dayOf(c))
  return c.redirect(act?.href ?? '/', 303)
}

const loaders: Record<DeskName, (c: AppContext, day: Day) => Promise<Desk>> = {
  async reception(c, { now, from, open: read }) {
    const { db, facilityId, lang } = placeOf(c)
    const [open, done, arrivals, cards] = await Promise.all([
      read(),
      doneLines(db, facilityId, from),
      countArrivals(db, facilityId, from),
      listUnrecognised(db, facilityId, from),
    ])
    return receptionDesk({
      lang,
      now,
      waiting: waitingLines(open, done),
      handOut: handingOut(done, c.get('deps').env.RELEASE_CERTIFICATE_UNPAID),
      ...arrivals,
      cards,
      once: c.get('deps').clock.id(),
    })
  },
  async examine(c, { now, from, open: read }) {
    const { db, facilityId, lang } = placeOf(c)
    const actor = c.get('actor')
    const [open, signed] = await Promise.all([
      read(),
      countSigned(db, facilityId, { actorId: actor.id, from }),
    ])
    const lab = ownSpecialties(actor).every((section) => section === 'substances')
    return examineDesk({ lang, now, lab, signed, waiting: waitingForMe(actor, open) })
  },
  async conclude(c, { now, date, open: read }) {
    const { db, facilityId, lang } = placeOf(c)
    const [open, outcomes] = await Promise.all([read(), countOutcomes(db, facilityId, date)])
    return concludeDesk({ lang, now, outcomes, ...forConclusion(open) })
  },
  async till(c, { now, from }) {
    const { db, facilityId, lang } = placeOf(c)
    const manages = may(c.get('actor'), 'bank:match')
    return tillDesk({ lang, now, till: await loadTill(db, facilityId, { from, manages }) })
  },
  async licence(c, { now }) {
    const { db, facilityId, lang } = placeOf(c)
    const [stuck, atAuthority] = await Promise.all([
      stuckLines(db, facilityId, now),
      withAuthority(db, facilityId),
    ])
    const all = [...stuck.cases, ...stuck.transmissions.filter((line) => !line.case)]
    return licenceDesk({ lang, now, stuck: all, atAuthority })
  },
  async records(c, { date }) {
    const { db, facilityId, lang } = placeOf(c)
    const [newest, outcomes] = await Promise.all([
      newestConcluded(db, facilityId),
      countOutcomes(db, facilityId, date),
    ])
    const today = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
    return recordsDesk({ lang, newest, today })
  },
  async director(c, { now, date, from }) {
    const { db, facilityId, lang } = placeOf(c)
    const [figures, stuck] = await Promise.all([
      dayFigures(db, facilityId, { date, from }),
      loadStuck(db, facilityId, { now, from }),
    ])
    const seesOutcomes = may(c.get('actor'), 'report:outcomes')
    return directorDesk({ lang, now, date, figures, seesOutcomes, stuck })
  },
  async accounts(c, { now }) {
    const { db, facilityId, lang } = placeOf(c)
    const [accounts, tokens] = await Promise.all([
      accountWorries(db, facilityId, now),
      tokenWorries(db, facilityId, now),
    ])
    return accountsDesk({ lang, now, accounts, tokens })
  },
  async audit(c, { date, from }) {
    const { db, facilityId, lang } = placeOf(c)
    return auditDesk({ lang, date, day: await auditDay(db, facilityId, from) })
  },
}

function placeOf(c: AppContext) {
  return {
    db: c.get('deps').database,
    facilityId: c.get('actor').facilityId,
    lang: c.get('lang'),
  }
}
