import { type EventHandler, publish } from '../platform/publish.ts'
import { keepAppointment } from './appointment-repository.ts'

/** Whoever opens an exam of somebody who is expected today lets them keep their appointment. */
export const arriveFromAppointment: EventHandler<'exam.opened'> = async (tx, event) => {
  const { visitId } = event
  const appointmentId = await keepAppointment(tx, event)
  if (appointmentId) await publish(tx, { type: 'appointment.arrived', appointmentId, visitId })
}
