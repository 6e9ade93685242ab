import { type Actor, authorise } from '../core/actor.ts'
import { invalid, notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { requireAppointment } from './appointment.ts'
import { bookableSlot, bookIn } from './appointment-commands.ts'
import { endAppointment, lockAppointment, takeAccessHash } from './appointment-repository.ts'
import { appointmentWords as words } from './appointment-words.ts'
import type { Slot } from './slot.ts'

/**
 * Gives somebody another time: the old appointment ends and a new one is made in one commit. The booker's
 * own link goes with it, and who has a phone is told the new time; of the old one nothing more is said.
 */
export async function moveAppointment(
  deps: Deps,
  actor: Actor,
  { appointmentId, slotId }: { appointmentId: string; slotId: string },
): Promise<Slot> {
  authorise(actor, 'appointment:book')
  return transact(deps, actor, async (tx) => {
    const old = await lockAppointment(tx, appointmentId)
    if (!old) throw notFound(words.anAppointment)
    requireAppointment(old.state, 'move')
    const slot = await bookableSlot(tx, slotId)
    if (slot.id === old.slotId) throw sameTime()
    const accessHash = await takeAccessHash(tx, old.id)
    await endAppointment(tx, old.id, { state: 'cancelled', reason: 'moved' })
    await publish(tx, { type: 'appointment.cancelled', appointmentId: old.id, reason: 'moved' })
    const { name, birthDate, licenceClass, purpose, phone, patientId, groupId } = old
    await bookIn(tx, {
      id: deps.clock.id(),
      slotId: slot.id,
      source: 'desk',
      name,
      birthDate,
      licenceClass,
      purpose,
      ...(phone && { phone }),
      ...(patientId && { patientId }),
      ...(groupId && { groupId }),
      ...(accessHash && { accessHash }),
    })
    return slot
  })
}

function sameTime() {
  return invalid([{ pointer: '/slotId', code: 'same-time', message: words.sameTime }])
}
