import type { Hono } from 'hono'
import { startOfDay } from '../core/calendar-date.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { rateLimit } from '../web/rate-limit.ts'
import { actsOf, matchActs } from './act-views.tsx'
import { groupsFor, isLongEnough, nothingFound, orderFor, type Query, queryOf } from './find.ts'
import { FindPageView } from './find-page-views.tsx'
import { findThings } from './find-repository.ts'
import type { Finds } from './find-views.tsx'
import { findWords } from './find-words.ts'
import { PaletteDialog, PaletteList } from './palette-views.tsx'

const PER_MINUTE = 240

/**
 * Looking for anything. What is typed is posted: names, personal ids and phones belong in no
 * address, since addresses stand in histories, referrers and proxies' logs.
 */
export function findRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const everyone = allow('signed-in')
  const limit = rateLimit({
    perMinute: PER_MINUTE,
    text: findWords.tooMany,
    by: (c) => c.get('actor').id,
  })
  app.get('/find', everyone, (c) => findPage(c, queryOf('')))
  app.post('/find', everyone, limit, async (c) => findPage(c, await posted(c)))
  app.get('/find/palette', everyone, showPalette)
  app.post('/find/palette', everyone, limit, postPalette)
  return app
}

async function posted(c: AppContext): Promise<Query> {
  return queryOf((await formOf(c)).q ?? '')
}

async function findPage(c: AppContext, query: Query): Promise<Response> {
  const finds = await findsOf(c, query)
  const tooShort = query.text !== '' && !isLongEnough(query)
  return page(
    c,
    { title: findWords.title, width: 'narrow' },
    <FindPageView {...finds} q={query.text} tooShort={tooShort} />,
  )
}

/** The dialog around the list, with everything that can be done from anywhere. */
async function showPalette(c: AppContext): Promise<Response> {
  const finds = await findsOf(c, queryOf(''))
  return fragment(c, <PaletteDialog {...finds} from={pageBehind(c)} />)
}

async function postPalette(c: AppContext): Promise<Response> {
  const query = await posted(c)
  const finds = await findsOf(c, query)
  const tooShort = query.text !== '' && !isLongEnough(query)
  return fragment(c, <PaletteList {...finds} tooShort={tooShort} />)
}

/** A part of a page, for palette.js alone. */
function fragment(
  c: AppContext,
  part: Parameters<AppContext['html']>[0],
): Response | Promise<Response> {
  c.header('X-Robots-Tag', 'noindex')
  return c.html(part)
}

/** What this person may find, and no more: of their facility, of the kinds their roles read. */
async function findsOf(c: AppContext, query: Query): Promise<Finds> {
  const { deps, actor, lang } = c.var
  const groups = groupsFor(actor)
  const looks = isLongEnough(query) && groups.size > 1
  const found = looks
    ? await findThings(deps.database, actor.facilityId, {
        query,
        groups,
        today: startOfDay(today(deps.clock)),
      })
    : nothingFound
  const acts = matchActs(actsOf(actor, lang), query.words)
  return { lang, order: orderFor(actor), found, acts }
}

/** Where the palette was opened: the language switch comes back to it. */
function pageBehind(c: AppContext): string {
  const from = c.req.header('referer') ?? ''
  if (!URL.canParse(from)) return '/'
  const { pathname, search } = new URL(from)
  return pathname + search
}
