import { type Actor, authorise } from '../core/actor.ts'
import { conflict, invalid, notFound, staleVersion } from '../core/errors.ts'
import { today } from '../platform/clock.ts'
import { type Tx, transact, violates } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { putFile } from '../platform/storage.ts'
import { knownAreas } from './area-file.ts'
import { isLikelyOne, likeness } from './duplicates.ts'
import { refusalWords } from './fault-words.ts'
import { complete, type Demographics, type Patient, saysTheSame } from './patient.ts'
import type { Portrait } from './portrait.ts'
import { findAlike, insertPatient, lockPatient, takeTurn, updatePatient } from './repository.ts'
import { words } from './words.ts'

export type Registered = { patient: Patient; created: boolean }

/**
 * Registers a person. The same numbers with the same data give back who is there; other data, or a
 * likely second record of one person, are refused until someone looks.
 */
export async function registerPatient(
  deps: Deps,
  actor: Actor,
  input: { person: Demographics; confirmNew: boolean; atDesk: boolean },
): Promise<Registered> {
  authorise(actor, 'patient:write')
  return transact(deps, actor, (tx) => registerPatientIn(tx, input))
}

/** The same inside the caller's transaction, where many are registered at once. */
export async function registerPatientIn(
  tx: Tx,
  input: { person: Demographics; confirmNew: boolean; atDesk: boolean },
): Promise<Registered> {
  const person = complete(input.person, knownAreas())
  refuseTheFuture(person, tx.deps)
  if (!hasNumber(person)) await takeTurn(tx, person)
  const known = input.confirmNew ? undefined : await whoIsThere(tx, person, input.atDesk)
  if (known) return { patient: known, created: false }
  const patient = { ...person, id: tx.deps.clock.id(), version: 1 }
  const inserted = await insertPatient(tx, patient)
  if (!inserted) return { patient: await whoWasFirst(tx, person), created: false }
  await publish(tx, { type: 'patient.registered', patientId: patient.id })
  return { patient, created: true }
}

/** The same person on record, if any; refuses what must not be recorded unseen. */
async function whoIsThere(
  tx: Tx,
  person: Demographics,
  atDesk: boolean,
): Promise<Patient | undefined> {
  const alike = await findAlike(tx, tx.facilityId, person)
  const same = alike.find((known) => sharesNumber(known, person))
  if (same) return theSameOrRefuse(person, same)
  const candidates = alike.filter((known) => isLikelyOne(person, known, atDesk))
  if (candidates.length > 0) throw possibleDuplicate(person, candidates)
  return undefined
}

/** The insert found the number taken, perhaps by someone who registered at the same moment. */
async function whoWasFirst(tx: Tx, person: Demographics): Promise<Patient> {
  const alike = await findAlike(tx, tx.facilityId, person)
  const first = alike.find((known) => sharesNumber(known, person))
  if (!first) throw new Error('an insert met a conflict that no row explains')
  return theSameOrRefuse(person, first)
}

export type AmendPatient = { patientId: string; version?: number; person: Demographics }

/** Replaces the demographics as a whole; the portrait stays. */
export async function amendPatient(
  deps: Deps,
  actor: Actor,
  input: AmendPatient,
): Promise<Patient> {
  authorise(actor, 'patient:write')
  const person = complete(input.person, knownAreas())
  refuseTheFuture(person, deps)
  return transact(deps, actor, async (tx) => {
    const known = await loadForChange(tx, input)
    const { id, version, portrait } = known
    const patient = { ...person, id, version: version + 1, ...(portrait && { portrait }) }
    await updatePatient(tx, patient).catch((error: unknown) => {
      throw takenNumber(error) ?? error
    })
    await publish(tx, { type: 'patient.amended', patientId: id })
    return patient
  })
}

export async function setPortrait(
  deps: Deps,
  actor: Actor,
  input: { patientId: string; version?: number; portrait: Portrait },
): Promise<Patient> {
  authorise(actor, 'patient:write')
  return transact(deps, actor, async (tx) => {
    const known = await loadForChange(tx, input)
    const portrait = await putFile(tx, input.portrait)
    const patient = { ...known, version: known.version + 1, portrait }
    await updatePatient(tx, patient)
    await publish(tx, { type: 'patient.portrait-set', patientId: known.id })
    return patient
  })
}

async function loadForChange(
  tx: Tx,
  input: { patientId: string; version?: number },
): Promise<Patient> {
  const known = await lockPatient(tx, input.patientId)
  if (!known) throw notFound(words.aPatient)
  if (input.version !== undefined && input.version !== known.version) throw staleVersion()
  return known
}

function hasNumber(person: Demographics): boolean {
  return person.identityCard !== undefined || person.passport !== undefined
}

function sharesNumber(known: Demographics, person: Demographics): boolean {
  const number = person.identityCard?.number
  if (number !== undefined && number === known.identityCard?.number) return true
  const passport = person.passport?.number
  return passport !== undefined && passport === known.passport?.number
}

function theSameOrRefuse(person: Demographics, known: Patient): Patient {
  if (saysTheSame(person, known)) return known
  throw conflict('duplicate-person', refusalWords.duplicate, { existingId: known.id })
}

function possibleDuplicate(person: Demographics, candidates: readonly Patient[]) {
  return conflict('possible-duplicate', refusalWords.possible, {
    candidates: candidates.map((known) => ({
      id: known.id,
      name: known.name,
      birthDate: known.birthDate,
      sex: known.sex,
      reasons: likeness(person, known),
    })),
  })
}

function refuseTheFuture(person: Demographics, deps: Deps): void {
  const now = today(deps.clock)
  const dates = {
    '/birthDate': person.birthDate,
    '/identityCard/issuedOn': person.identityCard?.issuedOn,
    '/passportIssuedOn': person.passport?.issuedOn,
  }
  const late = Object.entries(dates).filter(([, date]) => date !== undefined && date > now)
  if (late.length === 0) return
  throw invalid(
    late.map(([pointer]) => ({ pointer, code: 'in-future', message: refusalWords.future })),
  )
}

function takenNumber(error: unknown) {
  const taken =
    violates(error, 'patient_facility_id_identity_number_key') ||
    violates(error, 'patient_facility_id_passport_key')
  return taken ? conflict('duplicate-person', refusalWords.taken) : undefined
}
