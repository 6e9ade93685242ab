import { type Actor, authorise } from '../core/actor.ts'
import { calendarDateOf, startOfDay } from '../core/calendar-date.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { findPatient } from '../patients/repository.ts'
import { words as patientWords } from '../patients/words.ts'
import { type Tx, transact, violates } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { sha256 } from '../platform/storage.ts'
import { loadCalendar } from '../settings/calendar-repository.ts'
import {
  type Appointment,
  type AppointmentSource,
  type Booking,
  isToday,
  requireAppointment,
} from './appointment.ts'
import {
  endAppointment,
  findBySecret,
  findMissed,
  forgetBookers,
  insertAppointment,
  listFacilityIds,
  lockAppointment,
  type NewAppointment,
  setPatient,
} from './appointment-repository.ts'
import { appointmentWords as words } from './appointment-words.ts'
import { isHeld, type Slot } from './slot.ts'
import { findSlot } from './slot-repository.ts'
import { slotWords } from './slot-words.ts'

/** Whoever acts where nobody is signed in: the public page, and the clock. */
export function bookingClerk(facilityId: string): Actor {
  return { kind: 'system', id: 'booking', name: 'booking', facilityId }
}

export type Booked = { appointmentId: string; secret: string }

const SECRET_BYTES = 24

/** Takes a place in a slot. Of fifty who ask at once for the last one, one gets it. */
export async function bookAppointment(
  deps: Deps,
  actor: Actor,
  input: { booking: Booking; source: AppointmentSource },
): Promise<Booked> {
  authorise(actor, 'appointment:book')
  const secret = deps.clock.secret(SECRET_BYTES)
  return transact(deps, actor, async (tx) => {
    const { booking, source } = input
    if (booking.birthDate > calendarDateOf(tx.now)) throw refusal('birthDate', words.future)
    await bookableSlot(tx, booking.slotId)
    const { patientId } = booking
    if (patientId && !(await findPatient(tx, tx.facilityId, patientId))) {
      throw notFound(patientWords.aPatient)
    }
    const appointmentId = deps.clock.id()
    await bookIn(tx, { ...booking, id: appointmentId, source, accessHash: sha256(secret) })
    return { appointmentId, secret }
  })
}

/** A slot that is still to come, at an hour at which the house is open; whether it is full shows later. */
export async function bookableSlot(tx: Tx, slotId: string): Promise<Slot> {
  const [slot, calendar] = await Promise.all([
    findSlot(tx, tx.facilityId, requireId(slotId, slotWords.aSlot)),
    loadCalendar(tx, tx.facilityId),
  ])
  if (!slot) throw notFound(slotWords.aSlot)
  if (slot.startsAt <= tx.now) throw refusal('slotId', words.past)
  if (!isHeld(slot, calendar)) throw refusal('slotId', words.closed)
  return slot
}

/** One booking inside the caller's transaction. */
export async function bookIn(tx: Tx, booking: NewAppointment): Promise<void> {
  await insertAppointment(tx, booking).catch((error: unknown) => {
    if (violates(error, 'slot_full') || violates(error, 'slot_full_for_public')) {
      throw conflict('slot-full', words.full)
    }
    throw violates(error, 'appointment_once') ? conflict('booked-twice', words.twice) : error
  })
  const { id: appointmentId, source } = booking
  await publish(tx, { type: 'appointment.booked', appointmentId, source })
}

export async function cancelAppointment(
  deps: Deps,
  actor: Actor,
  appointmentId: string,
): Promise<void> {
  authorise(actor, 'appointment:book')
  return transact(deps, actor, (tx) => cancelIn(tx, appointmentId, 'desk'))
}

/** By the link that whoever booked was given. */
export async function cancelOwnAppointment(
  deps: Deps,
  actor: Actor,
  secret: string,
): Promise<void> {
  return transact(deps, actor, async (tx) => {
    const own = await findBySecret(tx, tx.facilityId, sha256(secret))
    if (!own) throw notFound(words.anAppointment)
    await cancelIn(tx, own.id, 'booker')
  })
}

/** Cancelled already is as good as cancelled. */
async function cancelIn(tx: Tx, id: string, reason: 'desk' | 'booker'): Promise<void> {
  const appointment = await lockAppointment(tx, id)
  if (!appointment) throw notFound(words.anAppointment)
  if (appointment.state === 'cancelled') return
  requireAppointment(appointment.state, 'cancel')
  await endAppointment(tx, id, { state: 'cancelled', reason })
  await publish(tx, { type: 'appointment.cancelled', appointmentId: id, reason })
}

/** Says who on record has come for the booking; opening their exam then keeps the appointment. */
export async function takeAppointmentFor(
  tx: Tx,
  appointmentId: string,
  patientId: string,
): Promise<Appointment> {
  const appointment = await lockAppointment(tx, appointmentId)
  if (!appointment) throw notFound(words.anAppointment)
  requireAppointment(appointment.state, 'arrive')
  if (!isToday(appointment, tx.now)) throw conflict('appointment-not-today', words.notToday)
  if (appointment.patientId !== patientId) await setPatient(tx, appointment.id, patientId)
  return appointment
}

const FORGOTTEN_AFTER_DAYS = 30

/** Closes the appointments of days that are over, and forgets who booked long ago and never came. */
export async function closeAppointments(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  const missed = await findMissed(deps.database, startOfDay(calendarDateOf(now)))
  for (const { id, facilityId } of missed) {
    await transact(deps, bookingClerk(facilityId), async (tx) => {
      const appointment = await lockAppointment(tx, id)
      if (appointment?.state !== 'booked') return
      await endAppointment(tx, id, { state: 'no-show' })
      await publish(tx, { type: 'appointment.missed', appointmentId: id })
    })
  }
  const before = new Date(now.getTime() - FORGOTTEN_AFTER_DAYS * 86_400_000)
  for (const facilityId of await listFacilityIds(deps.database)) {
    await transact(deps, bookingClerk(facilityId), (tx) => forgetBookers(tx, before))
  }
}

function refusal(field: string, message: (typeof words)['past' | 'closed' | 'future']) {
  return invalid([{ pointer: `/${field}`, code: 'refused', message }])
}
