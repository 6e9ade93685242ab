import { paymentQrOf } from '../billing/payment-qr.ts'
import { type Actor, authorise } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { issueVisitLink } from '../frontdesk/commands.ts'
import { numberText } from '../frontdesk/ticket.ts'
import { findTicketOfVisit } from '../frontdesk/ticket-repository.ts'
import { words as visitWords } from '../frontdesk/words.ts'
import type { Deps } from '../platform/deps.ts'
import { recordView } from '../platform/publish.ts'
import { findLogo } from '../settings/facility-repository.ts'
import { loadVisitFacts } from './repository.ts'
import type { SlipBill } from './slip-bill-drawing.ts'
import { type SlipProps, slipPdf } from './slip-pdf.ts'
import { currentInvoice, type VisitFacts } from './visit-facts.ts'

export type PrintSlip = { visitId: string; withoutPhone: boolean }

/**
 * The slip on paper. With a phone it carries a new link, which ends the one before; without one
 * nothing secret stands on it and an older link goes on opening.
 */
export async function printSlip(deps: Deps, actor: Actor, print: PrintSlip): Promise<Uint8Array> {
  authorise(actor, 'patient:write')
  const { visitId, withoutPhone } = print
  const where = { facilityId: actor.facilityId, visitId }
  const facts = await loadVisitFacts(deps.database, where, deps.env)
  if (!facts) throw notFound(visitWords.aVisit)
  const link = withoutPhone ? undefined : await issueVisitLink(deps, actor, visitId)
  const ticket = await findTicketOfVisit(deps.database, actor.facilityId, visitId)
  const logo = await findLogo(deps.database, actor.facilityId)
  const subject = { subjectType: 'visit', subjectId: visitId } as const
  await recordView(deps, actor, { action: 'slip.printed', ...subject })
  return slipPdf({
    ...slipOf(facts, logo?.bytes),
    createdAt: deps.clock.now(),
    ...(ticket && { ticket: numberText(ticket.number) }),
    ...(link && {
      link: `${deps.env.publicUrl}/v/${link.secret}`,
      expiresAt: link.expiresAt,
    }),
  })
}

function slipOf(
  facts: VisitFacts,
  logo: Uint8Array | undefined,
): Omit<SlipProps, 'createdAt' | 'link' | 'expiresAt'> {
  const { exam, patient, facility, startedAt } = facts
  const bill = billOf(facts)
  return {
    startedAt,
    facility: logo ? { ...facility, logo } : facility,
    patient,
    ...(exam && {
      licenceClass: exam.licenceClass,
      sections: exam.sections.map(({ section, state }) => ({
        section,
        done: state === 'signed',
      })),
    }),
    ...(bill && { bill }),
  }
}

function billOf(facts: VisitFacts): SlipBill | undefined {
  const invoice = currentInvoice(facts)
  if (!invoice) return undefined
  const { state, total, paid, billCode, payee } = invoice
  const qr = paymentQrOf(invoice)
  return {
    paid: state === 'balanced',
    amount: state === 'balanced' ? total : total - paid,
    billCode,
    payee,
    ...('payload' in qr && { payload: qr.payload }),
  }
}
