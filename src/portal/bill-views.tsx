import { balanceOf, type Invoice } from '../billing/invoice.ts'
import { paymentQrOf } from '../billing/payment-qr.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { QrFrame } from '../web/pieces/qr-frame.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { currentInvoice, type VisitFacts } from './visit-facts.ts'
import { words } from './words.ts'

type BillProps = { lang: Lang; facts: VisitFacts; at: string }

/** The bill as its payer needs it: the code, and the payee in words beside it (attacks.md 17). */
export function BillPanel({ lang, facts, at }: BillProps) {
  const invoice = currentInvoice(facts)
  if (!invoice) return null
  return invoice.state === 'issued' ? (
    <OpenBill lang={lang} invoice={invoice} at={at} />
  ) : (
    <PaidBill lang={lang} invoice={invoice} at={at} />
  )
}

type OneBill = { lang: Lang; invoice: Invoice; at: string }

function OpenBill({ lang, invoice, at }: OneBill) {
  const qr = paymentQrOf(invoice)
  const { paid, remaining } = balanceOf(invoice.total, invoice.paid)
  return (
    <Panel lang={lang} title={words.bill} marked>
      <p class="visit-amount">
        <Amount lang={lang} amount={remaining} size="large" />
      </p>
      {paid > 0 && (
        <p>
          {say(words.partlyPaid, lang, {
            paid: amountText(paid, lang),
            remaining: amountText(remaining, lang),
          })}
        </p>
      )}
      {'payload' in qr ? (
        <Scan lang={lang} at={at} invoice={invoice} qr={qr} />
      ) : (
        <Notice lang={lang} kind="info">
          {say(qr.reason, lang)}
        </Notice>
      )}
      <p class="visit-hint">{say(words.payAtDesk, lang)}</p>
      <p class="visit-links">
        <LinkButton icon="bill" href={`${at}/bill.pdf`} newTab wide>
          {say(words.billPdf, lang)}
        </LinkButton>
      </p>
    </Panel>
  )
}

type ScanProps = OneBill & { qr: Extract<ReturnType<typeof paymentQrOf>, { payload: string }> }

function Scan({ lang, at, invoice, qr }: ScanProps) {
  const { payee, amount } = qr
  const alt = words.qrAlt
  const values = { amount: amountText(amount, lang), account: payee.account, name: payee.name }
  return (
    <>
      <QrFrame
        lang={lang}
        alt={say(alt, lang, values)}
        src={`${at}/qr.png?for=${amount}`}
        size="large"
      />
      <p class="visit-links">
        <LinkButton
          variant="primary"
          icon="download"
          href={`${at}/qr.png?for=${amount}`}
          download
          wide
        >
          {say(words.qrSave, lang)}
        </LinkButton>
      </p>
      <p class="visit-hint">{say(words.qrHow, lang)}</p>
      <div class="visit-pay">
        <DefinitionList
          lang={lang}
          items={[
            { term: words.accountName, value: <strong>{payee.name}</strong> },
            { term: words.bank, value: payee.bankName },
            {
              term: words.account,
              value: <Copied lang={lang} what={words.account} text={payee.account} />,
            },
            {
              term: words.amount,
              value: (
                <Copied
                  lang={lang}
                  what={words.amount}
                  text={String(amount)}
                  shown={values.amount}
                />
              ),
            },
            {
              term: words.billCode,
              value: <Copied lang={lang} what={words.billCode} text={invoice.billCode} />,
            },
          ]}
        />
      </div>
      <p class="visit-hint">{say(words.payeeCheck, lang)}</p>
    </>
  )
}

/** A value with a button that copies it; the button shows itself where a script can do so. */
function Copied(props: { lang: Lang; what: Text; text: string; shown?: string }) {
  const { lang } = props
  return (
    <span class="visit-copied">
      <span class="visit-code">{props.shown ?? props.text}</span>
      <Button lang={lang} type="button" small use="copy" value={props.text}>
        {say(words.copy, lang)}
        <span class="unseen"> {say(props.what, lang).toLocaleLowerCase(lang)}</span>
      </Button>
    </span>
  )
}

function PaidBill({ lang, invoice, at }: OneBill) {
  const { overpaid } = balanceOf(invoice.total, invoice.paid)
  return (
    <Panel
      lang={lang}
      title={words.bill}
      aside={<StatusBadge lang={lang} state="balanced" label={words.paidInFull} />}
    >
      <p class="visit-amount">
        <Amount lang={lang} amount={invoice.total} size="large" />
      </p>
      {overpaid > 0 && (
        <Notice lang={lang} kind="warn">
          {say(words.overpaid, lang, { over: amountText(overpaid, lang) })}
        </Notice>
      )}
      <p class="visit-links">
        <LinkButton icon="bill" href={`${at}/bill.pdf`} newTab wide>
          {say(words.receiptPdf, lang)}
        </LinkButton>
      </p>
    </Panel>
  )
}
