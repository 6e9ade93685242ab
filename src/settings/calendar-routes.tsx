import type { Hono } from 'hono'
import { DomainError, type FieldError } from '../core/errors.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { saveCalendar } from './calendar-commands.ts'
import { type CalendarForm, CalendarView, holidayLines, timeLabel } from './calendar-views.tsx'
import {
  type Holiday,
  type Opening,
  parts,
  shownOpenings,
  timeField,
  typedHolidays,
  typedOpenings,
  weekdays,
} from './opening.ts'
import { type Saved, typedVersion } from './setting.ts'
import { findSetting } from './setting-repository.ts'
import type { Difference } from './stale-view.tsx'
import { afterSaving, cameFromSetup } from './way-back.ts'
import { calendarWords as words } from './words.ts'

export function calendarRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('setting:manage')
  app.get('/settings/hours', manager, (c) => showCalendar(c))
  app.post('/settings/hours', manager, (c) => postCalendar(c, 'hours'))
  app.post('/settings/holidays', manager, (c) => postCalendar(c, 'holidays'))
  return app
}

type Key = 'hours' | 'holidays'
type Refused = {
  key: Key
  status: 409 | 422
  form: Record<string, string>
  errors?: readonly FieldError[]
}

async function showCalendar(c: AppContext, refused?: Refused): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const [hours, holidays] = await Promise.all([
    findSetting<Opening[]>(database, facilityId, 'hours'),
    findSetting<Holiday[]>(database, facilityId, 'holidays'),
  ])
  const shown = {
    hours: shownOpenings(hours?.value ?? []),
    holidays: { holidays: holidayLines(holidays?.value ?? []) },
  }
  const formFor = (key: Key, saved: Saved<unknown> | undefined): CalendarForm => ({
    ...{ saved, version: saved?.version ?? 0, values: shown[key] },
    ...(refused?.key === key && {
      values: refused.form,
      errors: refused.errors,
      ...(refused.status === 409 && { stale: differences(c, key, shown[key], refused.form) }),
    }),
  })
  const view = (
    <CalendarView
      lang={c.get('lang')}
      hours={formFor('hours', hours)}
      holidays={formFor('holidays', holidays)}
      once={clock.id()}
      setup={cameFromSetup(refused?.form.from ?? c.req.query('from'))}
    />
  )
  const status = refused?.status ?? 200
  const said = saidIn(c, {
    hours: { text: words.hoursSaved },
    holidays: { text: words.holidaysSaved },
  })
  return page(c, { title: words.title, section: '/settings', width: 'wide', status, said }, view)
}

function differences(
  c: AppContext,
  key: Key,
  stored: Record<string, string>,
  typed: Record<string, string>,
): Difference[] {
  const lang = c.get('lang')
  if (key === 'holidays') {
    const [a = '', b = ''] = [stored.holidays, typed.holidays?.replace(/\r/g, '').trim()]
    return a === b ? [] : [{ label: words.holidays, stored: a, typed: b }]
  }
  return weekdays.flatMap((weekday) =>
    parts.flatMap((part) =>
      (['opens', 'closes'] as const).flatMap((end) => {
        const name = timeField(weekday, part, end)
        const [a = '', b = ''] = [stored[name], typed[name]?.trim()]
        return a === b ? [] : [{ label: timeLabel(lang, weekday, part, end), stored: a, typed: b }]
      }),
    ),
  )
}

async function postCalendar(c: AppContext, key: Key): Promise<Response> {
  const form = await formOf(c)
  const version = typedVersion(form.version)
  try {
    return await redirectAfter(c, {
      run: (deps) =>
        saveCalendar(
          deps,
          c.get('actor'),
          key === 'hours'
            ? { key, version, value: typedOpenings(form) }
            : { key, version, value: typedHolidays(form.holidays ?? '') },
        ),
      to: () => afterSaving(form.from, `/settings/hours?said=${key}`),
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'stale-version') return showCalendar(c, { key, status: 409, form })
    if (error.kind !== 'invalid') throw error
    return showCalendar(c, { key, status: 422, form, errors: error.errors })
  }
}
