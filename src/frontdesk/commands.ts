import { type Actor, authorise } from '../core/actor.ts'
import { conflict, notFound } from '../core/errors.ts'
import { words as patientWords } from '../patients/words.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { type EventHandler, publish } from '../platform/publish.ts'
import { sha256 } from '../platform/storage.ts'
import {
  type Arrival,
  cancelVisitRow,
  findVisitByLink,
  insertVisit,
  type LinkedVisit,
  lockVisit,
  moveVisitOfExam,
  saveLink,
} from './repository.ts'
import { linkExpiry, mayHaveLink } from './visit.ts'
import { wayWords } from './way-words.ts'
import { words } from './words.ts'

/** Opens a visit inside the caller's transaction, together with the exam that it is for. */
export async function openVisit(tx: Tx, patientId: string): Promise<Arrival> {
  const arrival = await insertVisit(tx, { id: tx.deps.clock.id(), patientId })
  if (!arrival) throw notFound(patientWords.aPatient)
  await publish(tx, { type: 'visit.opened', visitId: arrival.visitId, patientId })
  return arrival
}

export type VisitLink = { visitId: string; secret: string; expiresAt: Date }

const SECRET_BYTES = 32

/**
 * Makes the patient's link to their visit. The secret leaves here once and only its hash is kept;
 * a link that was given out before stops opening.
 */
export async function issueVisitLink(
  deps: Deps,
  actor: Actor,
  visitId: string,
): Promise<VisitLink> {
  authorise(actor, 'exam:open')
  return transact(deps, actor, (tx) => issueVisitLinkIn(tx, visitId))
}

/** The same within what the caller does, who has asked for the right to it. */
export async function issueVisitLinkIn(tx: Tx, visitId: string): Promise<VisitLink> {
  const visit = await lockVisit(tx, visitId)
  if (!visit) throw notFound(words.aVisit)
  if (!mayHaveLink(visit)) throw conflict('visit-cancelled', wayWords.linkRefused)
  const secret = tx.deps.clock.secret(SECRET_BYTES)
  const expiresAt = linkExpiry(tx.now, tx.deps.env.VISIT_LINK_DAYS)
  await saveLink(tx, { visitId, hash: sha256(secret), expiresAt })
  await publish(tx, { type: 'visit.link-issued', visitId })
  return { visitId, secret, expiresAt }
}

/** The patient behind a link; undefined when it is unknown, replaced or expired. */
export async function openVisitLink(deps: Deps, secret: string): Promise<LinkedVisit | undefined> {
  if (!/^[\w-]{43}$/.test(secret)) return undefined
  return findVisitByLink(deps.database, sha256(secret), deps.clock.now())
}

/** The first findings mean that the visit is under way. */
export const beginVisit: EventHandler<'exam.sections-recorded'> = (tx, event) =>
  moveVisitOfExam(tx, event.examId, 'in-progress')

/** Without its exam a visit is nothing. */
export const cancelVisit: EventHandler<'exam.cancelled'> = (tx, event) =>
  cancelVisitRow(tx, event.visitId)

/** The conclusion ends the visit. */
export const finishVisit: EventHandler<'exam.concluded'> = (tx, event) =>
  moveVisitOfExam(tx, event.examId, 'finished')
