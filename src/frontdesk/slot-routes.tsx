import type { Hono } from 'hono'
import { addDays, type CalendarDate, readTypedDate } from '../core/calendar-date.ts'
import { DomainError, type FieldError, invalid, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import { loadCalendar } from '../settings/calendar-repository.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { fieldErrors } from '../web/validation.ts'
import { capacitySchema, isHeld, slotPlanSchema } from './slot.ts'
import { changeSlot, openSlots, repeatWeek } from './slot-commands.ts'
import { mondayOf, weekRepeatSchema } from './slot-repeat.ts'
import type { RepeatBack } from './slot-repeat-views.tsx'
import { findLastSlot, findSlot, listSlots } from './slot-repository.ts'
import { type PlacesBack, SlotsView } from './slot-views.tsx'
import { slotWords as words } from './slot-words.ts'

/** Opening hours for appointments, and changing their places. */
export function slotRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/appointments/slots', allow('appointment:book'), (c) => slotsPage(c))
  app.post('/appointments/slots', allow('appointment:book'), postSlots)
  app.post('/appointments/slots/weeks', allow('appointment:book'), postWeeks)
  app.post('/appointments/slots/:id/places', allow('appointment:book'), postPlaces)
  return app
}

type Typed = Readonly<Record<string, string | string[]>>
type Refused = { typed: Typed; errors: readonly FieldError[] }
type Back = { plan?: Refused; places?: PlacesBack; repeat?: RepeatBack; day?: CalendarDate }

async function slotsPage(c: AppContext, back: Back = {}): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const first = today(clock)
  const day = back.day ?? readTypedDate(c.req.query('day') ?? '') ?? first
  const [slots, last, calendar] = await Promise.all([
    listSlots(database, facilityId, day),
    findLastSlot(database, facilityId),
    loadCalendar(database, facilityId),
  ])
  return page(
    c,
    {
      title: words.title,
      section: '/appointments',
      status: back.plan || back.places || back.repeat ? 422 : 200,
      said: saidIn(c, {
        opened: { text: fill(words.openedSaid, { count: Number(c.req.query('count')) || 0 }) },
        changed: { text: words.changedSaid },
      }),
    },
    <SlotsView
      lang={c.get('lang')}
      day={day}
      slots={slots}
      last={last}
      once={clock.id()}
      closed={new Set(slots.filter((slot) => !isHeld(slot, calendar)).map(({ id }) => id))}
      typed={back.plan?.typed ?? usual(addDays(first, 1), addDays(first, 28))}
      errors={back.plan?.errors}
      places={back.places}
      repeat={back.repeat}
    />,
  )
}

const usual = (from: string, to: string): Typed => ({
  from,
  to,
  weekdays: ['1', '2', '3', '4', '5'],
  start: '7:30',
  end: '11:00',
  minutes: '30',
  capacity: '10',
  publicCapacity: '6',
})

async function postSlots(c: AppContext): Promise<Response> {
  const body = await c.req.parseBody({ all: true })
  const { _once, ...typed } = body as Record<string, string | string[]>
  const weekdays = [typed.weekdays ?? []].flat().map(Number)
  const date = (text: unknown) => readTypedDate(String(text ?? ''))
  const asked = { ...typed, weekdays, from: date(typed.from), to: date(typed.to) }
  const parsed = slotPlanSchema.safeParse(asked)
  if (!parsed.success) {
    return slotsPage(c, { plan: { typed, errors: fieldErrors(parsed.error.issues) } })
  }
  try {
    return await redirectAfter(c, {
      run: (deps) => openSlots(deps, c.get('actor'), parsed.data),
      to: (count) => `/appointments/slots?day=${parsed.data.from}&said=opened&count=${count}`,
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return slotsPage(c, { plan: { typed, errors: error.errors } })
  }
}

async function postPlaces(c: AppContext): Promise<Response> {
  const slotId = requireId(c.req.param('id') ?? '', words.aSlot)
  const { database } = c.get('deps')
  if (!(await findSlot(database, c.get('actor').facilityId, slotId))) throw notFound(words.aSlot)
  const form = await formOf(c)
  const day = readTypedDate(form.day ?? '') ?? today(c.get('deps').clock)
  const { capacity = '', publicCapacity = '' } = form
  const typed = { capacity, publicCapacity }
  try {
    const parsed = capacitySchema.safeParse(typed)
    if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
    return await redirectAfter(c, {
      run: (deps) => changeSlot(deps, c.get('actor'), { slotId, ...parsed.data }),
      to: () => `/appointments/slots?day=${day}&said=changed`,
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return slotsPage(c, { day, places: { slotId, typed, errors: error.errors } })
  }
}

async function postWeeks(c: AppContext): Promise<Response> {
  const { day: text = '', weeks = '' } = await formOf(c)
  const day = readTypedDate(text) ?? today(c.get('deps').clock)
  try {
    const parsed = weekRepeatSchema.safeParse({ weeks })
    if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
    return await redirectAfter(c, {
      run: (deps) => repeatWeek(deps, c.get('actor'), { day, ...parsed.data }),
      to: (count) =>
        `/appointments/slots?day=${addDays(mondayOf(day), 7)}&said=opened&count=${count}`,
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return slotsPage(c, { day, repeat: { weeks, errors: error.errors } })
  }
}
