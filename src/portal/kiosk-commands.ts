import { issueInvoiceIn } from '../billing/commands.ts'
import { DRIVER_EXAM, priceOn } from '../billing/price.ts'
import { listPrices } from '../billing/price-repository.ts'
import { type Actor, authorise } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import { openExamIn, recordSectionsIn } from '../exams/commands.ts'
import { issueVisitLinkIn } from '../frontdesk/commands.ts'
import { sendToDesk } from '../frontdesk/identity-handlers.ts'
import { saveUnverified } from '../frontdesk/identity-repository.ts'
import { apart, doorkeeper } from '../identity/attempt-commands.ts'
import { registerUnseenIn } from '../patients/unseen-commands.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { KEPT_SECONDS, type KioskStep, type KioskTyped } from './kiosk.ts'
import type { KioskArrival } from './kiosk-arrival.ts'
import {
  deleteDraft,
  deleteDraftsBefore,
  insertDraft,
  lockDraft,
  saveRegistered,
  saveTyped,
  touchDraft,
} from './kiosk-repository.ts'
import { kioskWords } from './kiosk-words.ts'

/** Who has not been heard of since then has left. */
export function lastHeard(now: Date): Date {
  return new Date(now.getTime() - KEPT_SECONDS * 1000)
}

/** Somebody steps up: the kiosk knows nothing of who was there before. */
export async function beginKiosk(deps: Deps, actor: Actor): Promise<void> {
  authorise(actor, 'kiosk:use')
  await transact(deps, actor, (tx) => insertDraft(tx, deps.clock.id()))
}

export type KioskAnswer = { draftId: string; step: KioskStep; typed: KioskTyped }

export async function saveAnswer(deps: Deps, actor: Actor, answer: KioskAnswer): Promise<void> {
  authorise(actor, 'kiosk:use')
  await transact(deps, actor, async (tx) => {
    const draft = await lockDraft(tx, answer.draftId, lastHeard(tx.now))
    if (!draft || draft.visitId) throw gone()
    await saveTyped(tx, answer.step, answer.typed)
  })
}

/** The person is still there. */
export async function touchKiosk(deps: Deps, actor: Actor): Promise<boolean> {
  authorise(actor, 'kiosk:use')
  return transact(deps, actor, (tx) => touchDraft(tx, lastHeard(tx.now)))
}

export async function forgetKiosk(deps: Deps, actor: Actor): Promise<void> {
  authorise(actor, 'kiosk:use')
  await transact(deps, actor, (tx) => deleteDraft(tx))
}

/**
 * Visit, ticket, exam, declaration, bill and link in one commit. Nothing that it answers depends on
 * who is on record: a kiosk that behaved otherwise could be asked who comes here.
 */
export async function registerAtKiosk(
  deps: Deps,
  actor: Actor,
  input: { draftId: string; arrival: KioskArrival },
): Promise<void> {
  authorise(actor, 'kiosk:use')
  await transact(deps, actor, async (tx) => {
    const draft = await lockDraft(tx, input.draftId, lastHeard(tx.now))
    if (!draft) throw gone()
    if (draft.visitId) return
    const { person, intake, declaration } = input.arrival
    const { id: patientId } = await registerUnseenIn(tx, person)
    const exam = await openExamIn(tx, { ...intake, patientId })
    const { id: examId, visitId } = exam
    await saveUnverified(tx, visitId, person)
    await recordSectionsIn(tx, { examId, findings: { declaration } }, undefined)
    await sendToDesk(tx, visitId)
    await billIn(tx, examId)
    const link = await issueVisitLinkIn(tx, visitId)
    await saveRegistered(tx, { visitId, linkSecret: link.secret })
  })
}

/** Where the exam has no price yet the cashier makes the bill. */
async function billIn(tx: Tx, examId: string): Promise<void> {
  const today = calendarDateOf(tx.now)
  const prices = await listPrices(tx, tx.facilityId, today)
  if (typeof priceOn(prices, DRIVER_EXAM, today) === 'string') return
  await issueInvoiceIn(tx, { examId, items: [{ code: DRIVER_EXAM, quantity: 1 }] })
}

/** A job: a kiosk that lost its power in the middle keeps nothing either. */
export async function forgetLeftKiosks(deps: Deps): Promise<void> {
  await apart(deps, doorkeeper(), (tx) => deleteDraftsBefore(tx, lastHeard(tx.now)))
}

function gone() {
  return notFound(kioskWords.aPerson)
}
