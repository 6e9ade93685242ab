import type { Hono } from 'hono'
import { readTypedDate } from '../core/calendar-date.ts'
import { DomainError, type FieldError } from '../core/errors.ts'
import { isId, requireId } from '../core/id.ts'
import { say } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import { typedVersion } from '../settings/setting.ts'
import { afterSaving, cameFromSetup } from '../settings/way-back.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { DRIVER_EXAM } from './price.ts'
import { PricePageView } from './price-page-view.tsx'
import {
  actsOn,
  type PriceChange,
  priceShows,
  type SetPrice,
  sortedPrices,
} from './price-setting.ts'
import { addPrice, changePrice } from './price-setting-commands.ts'
import { listAllPrices, loadPrice } from './price-setting-repository.ts'
import { firstValues, NewPriceView, PriceListView } from './price-setting-views.tsx'
import { priceWords as words } from './price-words.ts'

export function priceRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('price:write')
  app.get('/settings/prices', manager, showPrices)
  app.post('/settings/prices', manager, postPrice)
  app.get('/settings/prices/new', manager, (c) => showNew(c))
  app.get('/settings/prices/:id', manager, (c) => showPrice(c))
  app.post('/settings/prices/:id/publish', manager, (c) => change(c, 'publish'))
  app.post('/settings/prices/:id/withdraw', manager, (c) => change(c, 'withdraw'))
  app.post('/settings/prices/:id/end', manager, (c) => change(c, 'end'))
  return app
}

async function showPrices(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const prices = await listAllPrices(database, c.get('actor').facilityId)
  const show = priceShows.find((each) => each === c.req.query('show')) ?? 'now'
  const sorted = sortedPrices(prices, today(clock))
  const view = <PriceListView lang={c.get('lang')} prices={sorted} show={show} />
  const said = saidIn(c, { added: { text: words.saved }, withdraw: { text: words.withdrawDone } })
  return page(c, { title: words.title, section: '/settings', width: 'wide', said }, view)
}

type Refused = { errors: readonly FieldError[]; form: Record<string, string> }

async function showNew(c: AppContext, refused?: Refused): Promise<Response> {
  const { database, clock } = c.get('deps')
  const of = c.req.query('of') ?? ''
  const { facilityId } = c.get('actor')
  const before = isId(of)
    ? await loadPrice(database, facilityId, of)
    : theExam(await listAllPrices(database, facilityId))
  const view = (
    <NewPriceView
      lang={c.get('lang')}
      values={refused?.form ?? firstValues(before, today(clock))}
      errors={refused?.errors}
      once={clock.id()}
      setup={cameFromSetup(refused?.form.from ?? c.req.query('from'))}
    />
  )
  return page(c, { title: words.add, section: '/settings', status: refused ? 422 : 200 }, view)
}

/** What is priced first, as long as it has no price at all. */
function theExam(prices: readonly SetPrice[]) {
  if (prices.some(({ code }) => code === DRIVER_EXAM)) return undefined
  return { code: DRIVER_EXAM, name: words.examName.vi, unit: words.unitDefault.vi }
}

async function postPrice(c: AppContext): Promise<Response> {
  const form = await formOf(c)
  try {
    return await redirectAfter(c, {
      run: (deps) => addPrice(deps, c.get('actor'), form),
      to: () => afterSaving(form.from, '/settings/prices?said=added'),
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return showNew(c, { errors: error.errors, form })
  }
}

type Again = { status: 409 | 422; errors?: readonly FieldError[]; form: Record<string, string> }

async function showPrice(
  c: AppContext,
  again?: Again & { act: PriceChange['act'] },
): Promise<Response> {
  const { database, clock } = c.get('deps')
  const lang = c.get('lang')
  const id = requireId(c.req.param('id') ?? '', words.aPrice)
  const price = await loadPrice(database, c.get('actor').facilityId, id)
  const stale = again?.status === 409 ? intentOf(again, lang) : undefined
  const view = (
    <PricePageView
      {...{ lang, price, stale }}
      acts={actsOn(price, today(clock))}
      once={clock.id()}
      errors={again?.errors}
      typed={again?.form}
    />
  )
  const title = { vi: price.name, en: price.name }
  const said = saidIn(c, { publish: { text: words.publishDone }, end: { text: words.endDone } })
  return page(c, { title, section: '/settings', status: again?.status ?? 200, said }, view)
}

function intentOf(
  { act, form }: { act: PriceChange['act']; form: Again['form'] },
  lang: 'vi' | 'en',
) {
  return [say(words[act], lang), act === 'end' ? form.effectiveTo : ''].filter(Boolean).join(' ')
}

async function change(c: AppContext, act: PriceChange['act']): Promise<Response> {
  const form = await formOf(c)
  const id = c.req.param('id') ?? ''
  const wanted: PriceChange =
    act === 'end' ? { act, effectiveTo: readTypedDate(form.effectiveTo ?? '') } : { act }
  const input = { id, version: typedVersion(form.version), change: wanted }
  try {
    return await redirectAfter(c, {
      run: (deps) => changePrice(deps, c.get('actor'), input),
      to: () =>
        act === 'withdraw'
          ? '/settings/prices?said=withdraw'
          : `/settings/prices/${id}?said=${act}`,
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'stale-version') return showPrice(c, { act, status: 409, form })
    if (error.kind !== 'invalid') throw error
    return showPrice(c, { act, status: 422, errors: error.errors, form })
  }
}
