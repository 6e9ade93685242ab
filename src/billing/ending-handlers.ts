import { say } from '../core/text.ts'
import { type EventHandler, publish } from '../platform/publish.ts'
import { cancelWords } from './cancel-words.ts'
import { cancelInvoiceRow, lockInvoice } from './invoice-repository.ts'
import { cancelLines } from './ledger.ts'
import { findStandingBills } from './refund-repository.ts'

/** The bill of an exam that came to nothing is taken back; where money came in, it is owed back. */
export const settleOnCancelling: EventHandler<'exam.cancelled'> = async (tx, { examId }) => {
  for (const id of await findStandingBills(tx, tx.facilityId, examId)) {
    const bill = await lockInvoice(tx, id)
    if (bill.paid > 0) {
      const { paid: amount } = bill
      await publish(tx, { type: 'invoice.refund-due', invoiceId: id, examId, amount })
    } else if (bill.state === 'issued') {
      const reason = say(cancelWords.visitGivenUp, 'vi')
      await cancelInvoiceRow(tx, { id, reason }, cancelLines(bill.total))
      await publish(tx, { type: 'invoice.cancelled', invoiceId: id, examId, reason })
    }
  }
}
