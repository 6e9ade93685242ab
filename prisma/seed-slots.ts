import { addDays, calendarDateOf } from '../src/core/calendar-date.ts'
import { bookingClerk } from '../src/frontdesk/appointment-commands.ts'
import { slotPlanSchema } from '../src/frontdesk/slot.ts'
import { openSlots } from '../src/frontdesk/slot-commands.ts'
import type { Deps } from '../src/platform/deps.ts'

/** Four weeks of hours for appointments; at each start the demonstration opens those that are missing. */
export async function seedSlots(deps: Deps, facility: { id: string }): Promise<void> {
  const from = addDays(calendarDateOf(deps.clock.now()), 1)
  const plan = { from, to: addDays(from, 27), minutes: 30, capacity: 8, publicCapacity: 5 }
  for (const [start, end] of [
    ['7:30', '10:30'],
    ['13:30', '15:30'],
  ]) {
    const weekdays = [1, 2, 3, 4, 5, 6]
    await openSlots(
      deps,
      bookingClerk(facility.id),
      slotPlanSchema.parse({ ...plan, weekdays, start, end }),
    )
  }
}
