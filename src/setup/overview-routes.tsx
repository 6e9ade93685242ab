import { accountText } from '../billing/payee-account-view.tsx'
import { listPayeeChanges, loadPayee } from '../billing/payee-repository.ts'
import { may } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { loadFacility } from '../settings/facility-repository.ts'
import type { AppContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { saidIn } from '../web/said.ts'
import { missingSteps } from './first-run.ts'
import { loadSetup, type Setup } from './first-run-repository.ts'
import { type ConnectionTest, integrations, isConnected, isWanted } from './integration.ts'
import { listLastTests } from './integration-repository.ts'
import { OverviewView, type SettingGroup, type SettingItem } from './overview-views.tsx'
import { demonstrationWords, overviewWords as words } from './overview-words.ts'

export async function showOverview(c: AppContext): Promise<Response> {
  const deps = c.get('deps')
  const { database, env } = deps
  const { facilityId } = c.get('actor')
  const [facility, { payee }, changes, tests, setup] = await Promise.all([
    loadFacility(database, facilityId),
    loadPayee(database, facilityId, env),
    listPayeeChanges(database, facilityId),
    listLastTests(database, facilityId),
    loadSetup(deps, facilityId),
  ])
  const lang = c.get('lang')
  const waiting = changes.some(({ state }) => state === 'requested')
  const groups: SettingGroup[] = [
    {
      title: words.house,
      items: [
        setupItem(setup, lang),
        { href: '/settings/facility', label: words.facility, what: facility.name },
        hoursItem(setup, lang),
      ],
    },
    {
      title: words.money,
      items: [
        {
          href: '/settings/payee',
          label: words.payee,
          what: accountText(payee),
          ...(waiting && { mark: { tone: 'warn', label: say(words.waiting, lang) } }),
        },
        priceItem(setup, lang),
      ],
    },
    { title: words.work, items: workItems(c, setup) },
    { title: words.outside, items: outsideItems(c, tests) },
  ]
  const said = saidIn(c, { anew: { text: demonstrationWords.done } })
  const view = <OverviewView lang={lang} groups={groups} />
  return page(c, { title: words.title, said }, view)
}

function setupItem({ steps }: Setup, lang: Lang): SettingItem {
  const count = missingSteps(steps).length
  const label = say(count > 0 ? words.left : words.complete, lang, { count })
  const tone = count > 0 ? 'warn' : 'good'
  return { href: '/setup', label: words.setup, mark: { tone, label } }
}

function hoursItem({ facts }: Setup, lang: Lang): SettingItem {
  const what = say(facts.hoursSaved ? words.hoursKnown : words.hoursUnknown, lang)
  return { href: '/settings/hours', label: words.hours, what }
}

function priceItem({ facts }: Setup, lang: Lang): SettingItem {
  const item = { href: '/settings/prices', label: words.prices }
  if (facts.examPriced) return { ...item, what: say(words.priced, lang) }
  return { ...item, mark: { tone: 'warn', label: say(words.unpriced, lang) } }
}

function workItems(c: AppContext, { facts }: Setup): SettingItem[] {
  const lang = c.get('lang')
  const staff = say(words.staffCount, lang, { count: facts.staff.length })
  const stations = say(facts.stations > 0 ? words.stationCount : words.noStations, lang, {
    count: facts.stations,
  })
  return [
    { href: '/staff', label: words.staff, what: staff },
    { href: '/tokens', label: words.tokens },
    { href: '/settings/stations', label: words.stations, what: stations },
    { href: '/devices', label: words.devices },
  ]
}

function outsideItems(c: AppContext, tests: readonly ConnectionTest[]): SettingItem[] {
  const lang = c.get('lang')
  const connections: SettingItem = {
    href: '/settings/integrations',
    label: words.integrations,
    mark: connectionMark(c, tests),
  }
  return [
    connections,
    ...(may(c.get('actor'), 'message:template')
      ? [{ href: '/settings/messages', label: words.messages }]
      : []),
    ...(c.get('deps').env.demo
      ? [
          {
            href: '/settings/demonstration',
            label: words.demonstration,
            what: say(words.demonstrationWhat, lang),
          },
        ]
      : []),
  ]
}

function connectionMark(c: AppContext, tests: readonly ConnectionTest[]): SettingItem['mark'] {
  const lang = c.get('lang')
  const { connected } = c.get('deps').env
  const there = integrations.filter((name) => isConnected(name, connected))
  const last = there.map((name) => tests.find(({ integration }) => integration === name))
  if (last.some((test) => test?.fine === false)) {
    return { tone: 'bad', label: say(words.someFail, lang) }
  }
  if (integrations.some((name) => isWanted(name) && !there.includes(name))) {
    return { tone: 'warn', label: say(words.someAbsent, lang) }
  }
  return last.every((test) => test)
    ? { tone: 'good', label: say(words.allFine, lang) }
    : { tone: 'quiet', label: say(words.untested, lang) }
}
