import type { Hono } from 'hono'
import type { Actor } from '../core/actor.ts'
import { addDays, type CalendarDate, calendarDateOf, readTypedDate } from '../core/calendar-date.ts'
import { type FieldError, notFound } from '../core/errors.ts'
import { today } from '../platform/clock.ts'
import { sha256 } from '../platform/storage.ts'
import { loadCalendar } from '../settings/calendar-repository.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { barePage } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { rateLimit } from '../web/rate-limit.ts'
import { fieldErrors } from '../web/validation.ts'
import { type Appointment, publicBookingSchema } from './appointment.ts'
import { bookAppointment, bookingClerk, cancelOwnAppointment } from './appointment-commands.ts'
import { faultsOfBooking, filled } from './appointment-form.ts'
import { findBySecret, findFacilityByCode } from './appointment-repository.ts'
import { BookedView, BookView } from './book-views.tsx'
import { bookWords as words } from './book-words.ts'
import { isHeld, publicFreeIn, type Slot } from './slot.ts'
import { findSlot, listSlots } from './slot-repository.ts'

const reading = 'shows free times alone; rate limited'
const writing = 'takes a booking and answers alike whoever is named; rate limited'
const own = 'the secret in the address is the right; rate limited'

/** Booking by anybody: it says nothing about who is known here, and asks for no more than it needs. */
export function bookRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const many = rateLimit({ perMinute: 60, text: words.tooOften })
  const few = rateLimit({ perMinute: 10, text: words.tooOften })
  app.get('/book', many, allow.everyone(reading), (c) => bookPage(c, { typed: {} }))
  app.post('/book', few, allow.everyone(writing), postBooking)
  app.post('/book/day', many, allow.everyone(reading), postDay)
  // Where a browser asks again for the page that a chosen day came back as.
  app.get('/book/day', many, allow.everyone(reading), (c) => c.redirect('/book', 303))
  app.get('/book/:secret', many, allow.everyone(own), showBooking)
  app.post('/book/:secret/cancellation', few, allow.everyone(own), postOwnCancellation)
  return app
}

const DAYS_AHEAD = 28

type Shown = { typed: Record<string, string>; errors?: readonly FieldError[]; day?: CalendarDate }

async function bookPage(c: AppContext, shown: Shown): Promise<Response> {
  const { clock, database } = c.get('deps')
  const { facilityId } = await clerkOf(c)
  const [slots, calendar] = await Promise.all([
    listSlots(database, facilityId, today(clock), DAYS_AHEAD),
    loadCalendar(database, facilityId),
  ])
  const free = slots.filter(
    (slot) => slot.startsAt > clock.now() && publicFreeIn(slot) > 0 && isHeld(slot, calendar),
  )
  const days = byDay(free)
  const asked = shown.day ?? readTypedDate(c.req.query('day') ?? '')
  const day = asked ?? days.keys().next().value
  return barePage(
    c,
    { title: words.title, status: shown.errors ? 422 : 200 },
    <BookView
      lang={c.get('lang')}
      days={[...days].map(([date, open]) => ({
        date,
        free: open.reduce((sum, slot) => sum + publicFreeIn(slot), 0),
      }))}
      day={day}
      slots={(day && days.get(day)) || []}
      once={clock.id()}
      typed={shown.typed}
      errors={shown.errors}
    />,
  )
}

function byDay(slots: readonly Slot[]): Map<CalendarDate, Slot[]> {
  const days = new Map<CalendarDate, Slot[]>()
  for (const slot of slots) {
    const day = calendarDateOf(slot.startsAt)
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return days
}

/** Another day's times, with all that was typed: in a body, since an address would be kept. */
async function postDay(c: AppContext): Promise<Response> {
  const { _once, day: _day, slotId: _slot, show = '', ...typed } = await formOf(c)
  const day = readTypedDate(show)
  return bookPage(c, { typed, ...(day && { day }) })
}

async function postBooking(c: AppContext): Promise<Response> {
  const clerk = await clerkOf(c)
  const { _once, day: typedDay, ...typed } = await formOf(c)
  const day = readTypedDate(typedDay ?? '') ?? addDays(today(c.get('deps').clock), 1)
  const given = filled(typed)
  const parsed = publicBookingSchema.safeParse(given)
  if (!parsed.success) {
    return bookPage(c, { typed, day, errors: fieldErrors(parsed.error.issues, given) })
  }
  c.set('actor', clerk)
  try {
    return await redirectAfter(c, {
      run: (deps) => bookAppointment(deps, clerk, { booking: parsed.data, source: 'public' }),
      to: ({ secret }) => `/book/${secret}`,
    })
  } catch (error) {
    return bookPage(c, { typed, day, errors: faultsOfBooking(error) })
  }
}

async function showBooking(c: AppContext): Promise<Response> {
  const appointment = await bookingAsked(c)
  const { database, clock } = c.get('deps')
  const { facilityId } = await clerkOf(c)
  const [slot, calendar] = await Promise.all([
    findSlot(database, facilityId, appointment.slotId),
    loadCalendar(database, facilityId),
  ])
  return barePage(
    c,
    { title: words.title, width: 'narrow' },
    <BookedView
      lang={c.get('lang')}
      appointment={appointment}
      secret={c.req.param('secret') ?? ''}
      once={clock.id()}
      over={appointment.startsAt < clock.now()}
      closed={slot !== undefined && !isHeld(slot, calendar)}
    />,
  )
}

async function postOwnCancellation(c: AppContext): Promise<Response> {
  const clerk = await clerkOf(c)
  const secret = secretOf(c)
  c.set('actor', clerk)
  return redirectAfter(c, {
    run: (deps) => cancelOwnAppointment(deps, clerk, secret),
    to: () => `/book/${secret}`,
  })
}

async function bookingAsked(c: AppContext): Promise<Appointment> {
  const { facilityId } = await clerkOf(c)
  const hash = sha256(secretOf(c))
  const appointment = await findBySecret(c.get('deps').database, facilityId, hash)
  if (!appointment) throw notFound(words.aBooking)
  return appointment
}

function secretOf(c: AppContext): string {
  const secret = c.req.param('secret') ?? ''
  if (!/^[\w-]{32}$/.test(secret)) throw notFound(words.aBooking)
  return secret
}

/** The public page books at the house whose installation it is. */
async function clerkOf(c: AppContext): Promise<Actor> {
  const { database, env } = c.get('deps')
  const house = await findFacilityByCode(database, env.FACILITY_CODE)
  if (!house) throw notFound(words.aBooking)
  c.set('facilityName', house.name)
  return bookingClerk(house.id)
}
