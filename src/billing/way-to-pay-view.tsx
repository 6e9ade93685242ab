import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { told } from '../web/pieces/label.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { QrFrame } from '../web/pieces/qr-frame.tsx'
import { cancelWords } from './cancel-words.ts'
import { balanceOf, type Invoice, type Payee } from './invoice.ts'
import { payWords as words } from './pay-words.ts'
import { paymentQrOf } from './payment-qr.ts'

type WayToPayProps = { lang: Lang; invoice: Invoice; qrSvg: string | undefined }

/** The one thing a payer looks at: the code, the amount and the payee in words, or why there is none. */
export function WayToPay({ lang, invoice, qrSvg }: WayToPayProps) {
  const qr = paymentQrOf(invoice)
  if ('reason' in qr || !qrSvg) {
    const reason = 'reason' in qr ? told(qr.reason, lang) : undefined
    return <WithoutCode lang={lang} invoice={invoice} reason={reason} />
  }
  const { payee, amount } = qr
  const alt = say(words.qrAlt, lang, {
    amount: amountText(amount, lang),
    account: payee.account,
    code: invoice.billCode,
  })
  return (
    <Panel lang={lang} title={words.scan} marked>
      <div class="way">
        <QrFrame lang={lang} size="large" svg={qrSvg} alt={alt} />
        <Said lang={lang} invoice={invoice} payee={payee} />
      </div>
    </Panel>
  )
}

/** No code, yet an ordinary transfer finds its bill by the same words. */
function WithoutCode(props: { lang: Lang; invoice: Invoice; reason: string | undefined }) {
  const { lang, invoice, reason } = props
  return (
    <>
      <Notice lang={lang} kind="warn" title={words.noQr}>
        {reason}
      </Notice>
      {invoice.state === 'issued' && (
        <Panel lang={lang} title={words.byTransfer}>
          <Said lang={lang} invoice={invoice} payee={invoice.payee} />
        </Panel>
      )}
    </>
  )
}

function Said({ lang, invoice, payee }: { lang: Lang; invoice: Invoice; payee: Payee }) {
  const { remaining } = balanceOf(invoice.total, invoice.paid)
  return (
    <div class="way-said">
      <p class="way-amount">
        <span class="way-label">{told(words.toPay, lang)}</span>
        <Amount lang={lang} amount={remaining} size="large" />
      </p>
      {invoice.paid > 0 && <Partly lang={lang} invoice={invoice} />}
      <PayeeWords lang={lang} payee={payee} billCode={invoice.billCode} />
      <div class="way-waiting">
        <span class="way-pulse" aria-hidden="true" />
        <p>
          <strong>{told(words.waitingForBank, lang)}</strong>
          <span class="field-hint">{told(words.waitingHint, lang)}</span>
        </p>
      </div>
    </div>
  )
}

/** How far a bill paid in parts has come. */
function Partly({ lang, invoice }: { lang: Lang; invoice: Invoice }) {
  const { total, paid } = invoice
  const said = { paid: amountText(paid, lang), total: amountText(total, lang) }
  return (
    <div class="way-partly">
      <p id="partly">
        <strong>{say(words.partly, lang, said)}</strong>
      </p>
      <progress value={paid} max={total} aria-labelledby="partly" />
      <p class="field-hint">{told(words.partlyText, lang)}</p>
    </div>
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

export function CancelledNotice({ lang, invoice }: { lang: Lang; invoice: Invoice }) {
  return (
    <Notice lang={lang} kind="warn" title={cancelWords.cancelled}>
      {invoice.cancelReason && (
        <p>
          {told(cancelWords.reason, lang)}: {invoice.cancelReason}
        </p>
      )}
      <p>{told(cancelWords.cancelledText, lang)}</p>
    </Notice>
  )
}
