import type { Declaration } from '../exams/declaration.ts'
import type { Intake } from '../exams/intake.ts'
import type { Demographics } from '../patients/patient.ts'

/** All that a person at a kiosk says of themselves, read and checked. */
export type KioskArrival = {
  person: Demographics
  intake: Omit<Intake, 'patientId'>
  declaration: Declaration
}
