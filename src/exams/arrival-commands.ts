import { type Actor, authorise } from '../core/actor.ts'
import { invalid } from '../core/errors.ts'
import { takeAppointmentFor } from '../frontdesk/appointment-commands.ts'
import { registerPatientIn } from '../patients/commands.ts'
import type { Demographics } from '../patients/patient.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { arrivalWords } from './arrival-words.ts'
import { openExamIn } from './commands.ts'
import type { Exam } from './exam.ts'
import type { Intake } from './intake.ts'

export type Arrive = {
  appointmentId: string
  /** Somebody on record, or the card that was scanned. */
  who: { patientId: string } | { person: Demographics }
  consents: Intake['consents']
}

/**
 * Arrival by appointment in one act and one commit: the card registers the person where nobody has, the
 * booking says for which class, and visit, ticket and exam are open.
 */
export async function arriveByAppointment(deps: Deps, actor: Actor, input: Arrive): Promise<Exam> {
  authorise(actor, 'exam:open')
  const { who, consents } = input
  if ('person' in who) authorise(actor, 'patient:write')
  return transact(deps, actor, async (tx) => {
    const patientId = 'person' in who ? await registered(tx, who.person) : who.patientId
    const booking = await takeAppointmentFor(tx, input.appointmentId, patientId)
    if ('person' in who && (booking.patientId ?? patientId) !== patientId) throw ofAnother()
    const { licenceClass, purpose } = booking
    return openExamIn(tx, { patientId, licenceClass, purpose, consents })
  })
}

/** The card that was scanned is not theirs for whom it is booked. */
function ofAnother() {
  const code = 'card-of-another'
  return invalid([{ pointer: '/identityCardQr', code, message: arrivalWords.ofAnother }], code)
}

async function registered(tx: Tx, person: Demographics): Promise<string> {
  const { patient } = await registerPatientIn(tx, { person, confirmNew: false, atDesk: true })
  return patient.id
}
