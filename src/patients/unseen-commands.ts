import type { Tx } from '../platform/database.ts'
import { publish } from '../platform/publish.ts'
import { knownAreas } from './area-file.ts'
import { complete, type Demographics, type Patient } from './patient.ts'
import { findAlike, insertPatient } from './repository.ts'
import { isSelfSame } from './self.ts'

/**
 * Registers whoever says so of themselves, before anyone has seen their card. It refuses nobody and
 * says nothing of who is on record: exactly the same person keeps their record, everybody else gets a
 * new one, without the number where that is somebody else's until the desk has looked.
 */
export async function registerUnseenIn(tx: Tx, said: Demographics): Promise<Patient> {
  const person = complete(said, knownAreas())
  const known = await findSelf(tx, person)
  if (known) return known
  const patient: Patient = { ...person, id: tx.deps.clock.id(), version: 1 }
  if (await insertPatient(tx, patient)) return announced(tx, patient)
  // The number is taken: by the same person a moment ago, or by another.
  const first = await findSelf(tx, person)
  if (first) return first
  const { identityCard: _, passport: __, ...unnumbered } = patient
  if (!(await insertPatient(tx, unnumbered)))
    throw new Error('a person without a number met a conflict')
  return announced(tx, unnumbered)
}

async function findSelf(tx: Tx, person: Demographics): Promise<Patient | undefined> {
  const alike = await findAlike(tx, tx.facilityId, person)
  return alike.find((known) => isSelfSame(person, known))
}

async function announced(tx: Tx, patient: Patient): Promise<Patient> {
  await publish(tx, { type: 'patient.registered', patientId: patient.id })
  return patient
}
