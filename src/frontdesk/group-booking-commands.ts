import { type Actor, authorise } from '../core/actor.ts'
import { addDays, type CalendarDate, startOfDay } from '../core/calendar-date.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { fill } from '../core/text.ts'
import { findPatients } from '../patients/repository.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { loadCalendar } from '../settings/calendar-repository.ts'
import { bookIn } from './appointment-commands.ts'
import { isAwaited, requireOpen } from './group.ts'
import { listMembers, lockGroup } from './group-repository.ts'
import { groupWords as words } from './group-words.ts'
import { freeIn, isHeld, type Slot } from './slot.ts'
import { lockSlotsFrom } from './slot-repository.ts'

export type BookGroup = {
  groupId: string
  day: CalendarDate
  /** Minutes since midnight. */
  from: number
}

/**
 * Books everybody of the group who is still awaited and has no appointment: slot after slot from an hour
 * on, all of them or nobody. Done again, it books nobody twice.
 */
export async function bookGroup(deps: Deps, actor: Actor, input: BookGroup): Promise<number> {
  authorise(actor, 'appointment:book')
  const { groupId, day, from } = input
  return transact(deps, actor, async (tx) => {
    const group = await lockGroup(tx, groupId)
    if (!group) throw notFound(words.aGroup)
    requireOpen(group)
    const begin = new Date(startOfDay(day).getTime() + from * 60_000)
    if (begin < tx.now) throw invalid([{ pointer: '/day', code: 'in-past', message: words.past }])
    const members = (await listMembers(tx, tx.facilityId, groupId)).filter(isAwaited)
    const calendar = await loadCalendar(tx, tx.facilityId)
    const slots = (await lockSlotsFrom(tx, begin, startOfDay(addDays(day, 1)))).filter((slot) =>
      isHeld(slot, calendar),
    )
    const places = slots.flatMap((slot) => Array<Slot>(Math.max(0, freeIn(slot))).fill(slot))
    if (places.length < members.length) {
      const counts = { free: places.length, people: members.length }
      throw conflict('not-enough-places', fill(words.tooFewPlaces, counts))
    }
    const ids = members.map(({ patientId }) => patientId)
    const people = new Map(
      (await findPatients(tx, tx.facilityId, ids)).map((person) => [person.id, person]),
    )
    for (const [index, { patientId, licenceClass, purpose }] of members.entries()) {
      const person = people.get(patientId)
      const slot = places[index]
      if (!person || !slot) continue
      const { name, birthDate, phone } = person
      await bookIn(tx, {
        id: deps.clock.id(),
        slotId: slot.id,
        source: 'group',
        groupId,
        patientId,
        name,
        birthDate,
        licenceClass,
        purpose,
        ...(phone && { phone }),
      })
    }
    return members.length
  })
}
