import { type EventHandler, publish } from '../platform/publish.ts'
import { cancelUnsignedExam } from './ending-repository.ts'

/** A visit that came to nothing ends its exam, unless a doctor has signed something of it. */
export const cancelOnGivingUp: EventHandler<'visit.given-up'> = async (tx, { visitId }) => {
  const cancelled = await cancelUnsignedExam(tx, visitId)
  if (cancelled) await publish(tx, { type: 'exam.cancelled', ...cancelled, visitId })
}
