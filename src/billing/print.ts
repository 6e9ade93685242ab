import type { Actor } from '../core/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { recordView } from '../platform/publish.ts'
import { billPdf } from './bill-pdf.ts'
import { billPropsOf } from './bill-props.ts'
import { countPrints, loadBillHead } from './counter-repository.ts'
import type { Invoice } from './invoice.ts'

/**
 * The bill as a PDF. A receipt that the counter handed out before comes out as a numbered copy; what
 * patients open on their own page is looked at, not handed out.
 */
export async function printBill(deps: Deps, actor: Actor, invoice: Invoice): Promise<Uint8Array> {
  const { database, clock } = deps
  const receipt = invoice.state === 'balanced' && actor.kind !== 'patient'
  const [head, copy] = await Promise.all([
    loadBillHead(database, actor.facilityId, invoice.examId),
    receipt ? countPrints(database, invoice.id) : 0,
  ])
  const action = receipt ? 'receipt.printed' : 'bill.printed'
  const { patientId } = invoice
  await recordView(deps, actor, {
    action,
    subjectType: 'invoice',
    subjectId: invoice.id,
    patientId,
  })
  return billPdf(billPropsOf(invoice, head, { at: clock.now(), copy }))
}
