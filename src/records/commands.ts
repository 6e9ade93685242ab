import { type Actor, authorise } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import type { Patient } from '../patients/patient.ts'
import { findPatient } from '../patients/repository.ts'
import { words } from '../patients/words.ts'
import type { Deps } from '../platform/deps.ts'
import { recordView } from '../platform/publish.ts'
import type { EncounterWithExam, Views } from './record.ts'
import { encountersOf, viewsOf } from './repository.ts'

export type PatientRecord = {
  patient: Patient
  encounters: EncounterWithExam[]
  views: Views[]
}

/** A person's record; that it was read is itself on record. */
export async function readRecord(
  deps: Deps,
  actor: Actor,
  patientId: string,
): Promise<PatientRecord> {
  authorise(actor, 'record:read')
  const { facilityId } = actor
  const patient = await findPatient(deps.database, facilityId, patientId)
  if (!patient) throw notFound(words.aPatient)
  await recordView(deps, actor, {
    action: 'record.viewed',
    subjectType: 'patient',
    subjectId: patientId,
    patientId,
  })
  const [encounters, views] = await Promise.all([
    encountersOf(deps.database, facilityId, patientId),
    viewsOf(deps.database, facilityId, patientId),
  ])
  return { patient, encounters, views }
}
