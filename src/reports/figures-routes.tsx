import type { Hono } from 'hono'

import { forbidden } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { today } from '../platform/clock.ts'
import { countAttention } from '../renewals/board-repository.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { fieldErrors, optionalTypedDate, parseOrRefuse } from '../web/validation.ts'
import { figureWords } from './figure-words.ts'
import { type FigureName, figureNamed, maySee } from './figures.ts'
import { FiguresView } from './figures-views.tsx'
import { peopleSheet, quartersOf, sectionsSheet } from './flow.ts'
import { findSectionWaits, findStays, findWaits } from './flow-repository.ts'
import { findClassOutcomes, findReasons } from './outcome-repository.ts'
import { byClass, classesSheet, reasonsSheet } from './outcomes.ts'
import { type Period, periodQuery, stepsOf } from './period.ts'
import { csvOf, type Sheet } from './sheet.ts'
import { filledTakings, takingsSheet } from './takings.ts'
import { findTakings } from './takings-repository.ts'
import {
  casesSheet,
  caseWeeks,
  completionOf,
  completionSheet,
  sumUp,
  transmissionsSheet,
} from './timeliness.ts'
import { findCaseGroups, findSentGroups } from './timeliness-repository.ts'
import { waitsSheet } from './waits.ts'

/** What a centre looks at rather than reads: each chart with its table, each table as a file. */
export function figureRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/figures', allow('report:read'), showFigures)
  app.get('/figures.csv', allow('report:read'), sendSheet)
  return app
}

async function showFigures(c: AppContext): Promise<Response> {
  const { clock } = c.get('deps')
  const asked = c.req.query()
  const query = periodQuery(today(clock), optionalTypedDate).safeParse(asked)
  const found = query.success ? await figuresOf(c, query.data) : {}
  return page(
    c,
    {
      title: figureWords.figures,
      width: 'wide',
      section: '/figures',
      status: query.success ? 200 : 422,
    },
    <FiguresView
      lang={c.get('lang')}
      today={today(clock)}
      now={clock.now()}
      period={query.data}
      asked={asked}
      errors={query.success ? [] : fieldErrors(query.error.issues)}
      {...found}
    />,
  )
}

/** Only what the reader may see is asked for; all of it at once. */
async function figuresOf(c: AppContext, period: Period) {
  const { database: db, clock } = c.get('deps')
  const actor = c.get('actor')
  const { facilityId } = actor
  const outcomes = maySee(actor, 'classes')
  const renewals = maySee(actor, 'cases')
  const [stays, sections, waits, takings, classes, reasons, cases, sent, stuck] = await Promise.all(
    [
      findStays(db, facilityId, period.to),
      findSectionWaits(db, facilityId, period.to),
      findWaits(db, facilityId, period),
      maySee(actor, 'takings') ? findTakings(db, facilityId, period) : undefined,
      outcomes ? findClassOutcomes(db, facilityId, period) : undefined,
      outcomes ? findReasons(db, facilityId, period) : undefined,
      renewals ? findCaseGroups(db, facilityId, period) : undefined,
      renewals ? findSentGroups(db, facilityId, period, clock.now()) : undefined,
      renewals ? countAttention(db, facilityId, clock.now()) : undefined,
    ],
  )
  return {
    flow: { stays, waits, sections },
    takings,
    outcomes: classes && reasons && { classes, reasons },
    timeliness: cases && sent && stuck && { cases, sent, stuck },
  }
}

/** One table as a file, by the right that its chart asks for. */
async function sendSheet(c: AppContext): Promise<Response> {
  const { clock } = c.get('deps')
  const name = figureNamed(c.req.query('of'))
  if (!name) throw notFound(figureWords.aFigure)
  if (!maySee(c.get('actor'), name)) throw forbidden()
  const period = parseOrRefuse(periodQuery(today(clock), optionalTypedDate), c.req.query())
  const sheet = await sheets[name](c, period)
  const file = `${name}-${period.from}-${period.to}.csv`
  return c.body(csvOf(sheet, c.get('lang')), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${file}"`,
  })
}

type SheetOf = (c: AppContext, period: Period) => Promise<Sheet>

const of = (c: AppContext) => [c.get('deps').database, c.get('actor').facilityId] as const
const now = (c: AppContext) => c.get('deps').clock.now()

const sheets: Readonly<Record<FigureName, SheetOf>> = {
  people: async (c, { to }) => peopleSheet(quartersOf(await findStays(...of(c), to), now(c))),
  sections: async (c, { to }) => sectionsSheet(await findSectionWaits(...of(c), to)),
  waits: async (c, period) => waitsSheet(await findWaits(...of(c), period)),
  classes: async (c, period) => classesSheet(byClass(await findClassOutcomes(...of(c), period))),
  reasons: async (c, period) => reasonsSheet(await findReasons(...of(c), period)),
  takings: async (c, period) =>
    takingsSheet(filledTakings(await findTakings(...of(c), period), period)),
  cases: async (c, period) => {
    const groups = await findCaseGroups(...of(c), period)
    return casesSheet(caseWeeks(groups, stepsOf(period, 'week')), sumUp(groups))
  },
  completion: async (c, period) =>
    completionSheet(completionOf(await findCaseGroups(...of(c), period))),
  transmissions: async (c, period) =>
    transmissionsSheet(await findSentGroups(...of(c), period, now(c))),
}
