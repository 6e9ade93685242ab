import type { Dong } from '../core/money.ts'
import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { told } from '../web/pieces/label.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { QrFrame } from '../web/pieces/qr-frame.tsx'
import { balanceOf, type Invoice, type Payee } from './invoice.ts'
import { billWords as words } from './page-words.ts'
import { paymentQrOf } from './payment-qr.ts'

type WayToPayProps = { lang: Lang; invoice: Invoice; qrSvg: string | undefined }

/** The one thing a payer looks at: the code with its payee in words, or why there is none. */
export function WayToPay({ lang, invoice, qrSvg }: WayToPayProps) {
  const { state, paid } = invoice
  if (state === 'cancelled') {
    return (
      <Notice lang={lang} kind="warn" title={words.cancelled}>
        {invoice.cancelReason}
      </Notice>
    )
  }
  if (state === 'balanced') return <AllPaid lang={lang} invoice={invoice} />
  const qr = paymentQrOf(invoice)
  if ('reason' in qr || !qrSvg) {
    return (
      <>
        <Notice lang={lang} kind="warn" title={words.noQr}>
          {'reason' in qr && told(qr.reason, lang)}
        </Notice>
        {state === 'issued' && (
          <Panel lang={lang}>
            <PayeeWords lang={lang} payee={invoice.payee} billCode={invoice.billCode} />
          </Panel>
        )}
      </>
    )
  }
  const { payee, amount } = qr
  return (
    <Panel lang={lang} title={say(words.scan, lang, { amount: amountText(amount, lang) })} marked>
      {paid > 0 && <Notice lang={lang}>{told(words.partly, lang)}</Notice>}
      <QrFrame
        lang={lang}
        size="large"
        svg={qrSvg}
        alt={say(words.qrAlt, lang, {
          amount: amountText(amount, lang),
          account: payee.account,
          code: invoice.billCode,
        })}
      >
        <Amount lang={lang} amount={amount} size="large" />
      </QrFrame>
      <PayeeWords lang={lang} payee={payee} billCode={invoice.billCode} />
      <p class="field-hint">{told(words.waitingForMoney, lang)}</p>
    </Panel>
  )
}

/** A swapped code shows at once when the payer compares it with these words (attacks.md 17). */
export function PayeeWords(props: { lang: Lang; payee: Payee; billCode: string }) {
  const { lang, payee } = props
  return (
    <DefinitionList
      lang={lang}
      items={[
        { term: words.payee, value: <strong>{payee.name}</strong> },
        { term: words.bank, value: payee.bankName },
        { term: words.account, value: <strong>{payee.account}</strong> },
        { term: words.memo, value: <strong>{props.billCode}</strong> },
      ]}
    />
  )
}

function AllPaid({ lang, invoice }: { lang: Lang; invoice: Invoice }) {
  const { overpaid } = balanceOf(invoice.total, invoice.paid)
  const change = changeOf(invoice)
  return (
    <>
      <Notice lang={lang} kind="success" title={words.allPaid}>
        {change > 0 && (
          <>
            {told(words.change, lang)}: <Amount lang={lang} amount={change} size="large" />
          </>
        )}
      </Notice>
      {overpaid > 0 && (
        <Notice lang={lang} kind="warn" title={words.overpaid}>
          {say(words.toRefund, lang, { amount: amountText(overpaid, lang) })}
        </Notice>
      )}
    </>
  )
}

/** What goes back over the counter when cash settled the bill. */
function changeOf({ payments }: Invoice): Dong {
  const last = payments.at(-1)
  return last?.tendered === undefined ? 0 : last.tendered - last.amount
}
