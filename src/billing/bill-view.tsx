import { yearOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Columns, PageHead, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { BillFacts, Lines, Payments } from './bill-content-view.tsx'
import { CancelPanel, CashPanel } from './bill-forms.tsx'
import { invoiceStateWords, billWords as words } from './bill-words.ts'
import { cancelWords } from './cancel-words.ts'
import { counterWords } from './counter-words.ts'
import { allows, type BillHead, type Invoice } from './invoice.ts'
import { PaidWrongly, SettledPanel } from './settled-view.tsx'
import { CancelledNotice, WayToPay } from './way-to-pay-view.tsx'

export type BillViewProps = {
  lang: Lang
  invoice: Invoice
  head: BillHead
  /** The payment code drawn, while there is one. */
  qrSvg: string | undefined
  may: { issue: boolean; pay: boolean; cancel: boolean }
  /** Who has waited longest for a bill of their own. */
  next: { examId: string; patientName: string } | undefined
  once: string
  errors?: readonly FieldError[]
  typed?: { tendered?: string; reason?: string }
}

/** One bill: what is charged, how to pay it, what came in; it follows the bank by itself. */
export function BillView(props: BillViewProps) {
  const { lang, invoice, head } = props
  const { name, birthDate } = head.patient
  return (
    <Stack>
      <PageHead
        lang={lang}
        title={`${told(words.title, lang)} ${invoice.number}`}
        lead={`${name} · ${yearOf(birthDate)} · ${head.licenceClass}`}
        back={{ href: '/bills', label: words.back }}
        badge={
          <LivePart id="state" polite>
            <StatusBadge
              lang={lang}
              state={invoice.state}
              label={invoiceStateWords[invoice.state]}
            />
          </LivePart>
        }
        actions={
          <LivePart id="actions" class="row bill-actions">
            <Actions {...props} />
          </LivePart>
        }
      />
      <div class="bill">
        <Columns
          main={
            <div class="stack bill-told">
              <LivePart id="way">
                <Stack>
                  <State {...props} />
                  <Payments lang={lang} invoice={invoice} />
                </Stack>
              </LivePart>
              <div class="bill-lines">
                <Lines lang={lang} invoice={invoice} />
              </div>
            </div>
          }
          side={<Side {...props} />}
        />
      </div>
    </Stack>
  )
}

/** What the bill's state puts before the reader's eyes. */
function State(props: BillViewProps) {
  const { lang, invoice } = props
  if (invoice.state === 'balanced') return <SettledPanel lang={lang} invoice={invoice} />
  if (invoice.state === 'cancelled') return <CancelledNotice lang={lang} invoice={invoice} />
  return <WayToPay {...props} />
}

function Side(props: BillViewProps) {
  const { lang, invoice, may } = props
  return (
    <div class="stack bill-acts">
      <LivePart id="cash">
        {may.pay && allows(invoice.state, 'pay') && <CashPanel {...props} />}
      </LivePart>
      <div class="bill-facts">
        <BillFacts lang={lang} invoice={invoice} />
      </div>
      <LivePart id="cancel" class="bill-ending">
        {may.pay && invoice.state === 'balanced' && <PaidWrongly lang={lang} />}
        {may.pay && allows(invoice.state, 'cancel') && (
          <CancelPanel {...props} mayCancel={may.cancel} />
        )}
      </LivePart>
    </div>
  )
}

/** Paid: the receipt, then the next person. Waiting: the bill on paper, quietly. */
function Actions(props: BillViewProps) {
  const { lang, invoice } = props
  if (invoice.state === 'balanced') return <SettledActions {...props} />
  const again = invoice.state === 'cancelled' && props.may.issue
  const path = `/api/v1/invoices/${invoice.id}/bill.pdf`
  return (
    <>
      <LinkButton href={`${path}?paper=80mm`} newTab variant="quiet">
        {told(words.onRoll, lang)}
      </LinkButton>
      <LinkButton href={path} icon="print" newTab shortcut="p" lang={lang}>
        {told(words.print, lang)}
      </LinkButton>
      {again && (
        <LinkButton href={`/bills/new?exam=${invoice.examId}`} variant="primary" icon="bill">
          {told(cancelWords.again, lang)}
        </LinkButton>
      )}
    </>
  )
}

function SettledActions({ lang, invoice, next, may }: BillViewProps) {
  const path = `/bills/${invoice.id}/receipt.pdf`
  return (
    <>
      <LinkButton href={`${path}?paper=80mm`} newTab variant="quiet">
        {told(words.onRoll, lang)}
      </LinkButton>
      {next && may.issue && (
        <LinkButton href={`/bills/new?exam=${next.examId}`} icon="right" shortcut="n" lang={lang}>
          {say(counterWords.next, lang, { name: next.patientName })}
        </LinkButton>
      )}
      <LinkButton href={path} variant="primary" icon="print" newTab shortcut="p" lang={lang}>
        {told(words.printReceipt, lang)}
      </LinkButton>
    </>
  )
}
