import { balanceOf, type Invoice } from '../billing/invoice.ts'
import { paymentQrOf } from '../billing/payment-qr.ts'
import type { BankLinks } from '../core/bank-links.ts'
import { clockTimeOf } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { LinkButton } from '../web/pieces/button.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { QrFrame } from '../web/pieces/qr-frame.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { bankLinksFor } from './bank-link.ts'
import { Copied } from './copied-views.tsx'
import { currentInvoice, type VisitFacts } from './visit-facts.ts'
import { words } from './words.ts'

type BillProps = { lang: Lang; facts: VisitFacts; at: string }

/** The bill as its payer needs it: the code, and the payee in words beside it (attacks.md 17). */
export function BillPanel({ lang, facts, at }: BillProps) {
  const invoice = currentInvoice(facts)
  if (!invoice) return null
  return invoice.state === 'issued' ? (
    <OpenBill lang={lang} invoice={invoice} at={at} links={facts.bankLinks} />
  ) : (
    <PaidBill lang={lang} invoice={invoice} at={at} />
  )
}

type OneBill = { lang: Lang; invoice: Invoice; at: string; links?: BankLinks | undefined }

function OpenBill({ lang, invoice, at, links }: OneBill) {
  const qr = paymentQrOf(invoice)
  const { paid, remaining } = balanceOf(invoice.total, invoice.paid)
  return (
    <Panel lang={lang} title={words.bill} id="bill" marked>
      <div class="visit-parts">
        <div class="visit-amount">
          <Amount lang={lang} amount={remaining} size="large" />
          {paid > 0 && (
            <p>
              {say(words.partlyPaid, lang, {
                paid: amountText(paid, lang),
                remaining: amountText(remaining, lang),
              })}
            </p>
          )}
        </div>
        {'payload' in qr ? (
          <Scan lang={lang} at={at} invoice={invoice} links={links} qr={qr} />
        ) : (
          <Notice lang={lang} kind="info">
            {say(qr.reason, lang)}
          </Notice>
        )}
        <p class="visit-hint">{say(words.payAtDesk, lang)}</p>
        <LinkButton variant="quiet" icon="bill" href={`${at}/bill.pdf`} newTab wide>
          {say(words.billPdf, lang)}
        </LinkButton>
      </div>
    </Panel>
  )
}

type ScanProps = OneBill & { qr: Extract<ReturnType<typeof paymentQrOf>, { payload: string }> }

function Scan({ lang, at, invoice, links, qr }: ScanProps) {
  const { payee, amount } = qr
  const values = { amount: amountText(amount, lang), account: payee.account, name: payee.name }
  const picture = `${at}/qr.png?for=${amount}`
  return (
    <>
      <QrFrame lang={lang} alt={say(words.qrAlt, lang, values)} src={picture} size="large" />
      <LinkButton variant="primary" icon="download" href={picture} download wide>
        {say(words.qrSave, lang)}
      </LinkButton>
      {links && <BankApps lang={lang} invoice={invoice} links={links} amount={amount} />}
      <p class="visit-hint">{say(words.qrHow, lang)}</p>
      <dl class="visit-rows">
        <div class="visit-row">
          <dt>{say(words.accountName, lang)}</dt>
          <dd>
            <strong>{payee.name}</strong>
            <span class="visit-hint">{say(words.payeeCheck, lang)}</span>
          </dd>
        </div>
        <div class="visit-row">
          <dt>{say(words.bank, lang)}</dt>
          <dd>{payee.bankName}</dd>
        </div>
        <Copied lang={lang} what={words.account} text={payee.account} />
        <Copied lang={lang} what={words.amount} text={String(amount)} shown={values.amount} />
        <Copied lang={lang} what={words.billCode} text={invoice.billCode} />
      </dl>
    </>
  )
}

type AppsProps = { lang: Lang; invoice: Invoice; links: BankLinks; amount: number }

/** Another house's addresses: opened apart, and told nothing of this page. */
function BankApps({ lang, invoice, links, amount }: AppsProps) {
  const { payee, billCode } = invoice
  const { account, bin } = payee
  const found = bankLinksFor(links, { account, bin, amount, memo: billCode })
  if (found.length === 0) return null
  return (
    <details class="visit-more" id="bank-apps">
      <summary>{say(words.bankApps, lang)}</summary>
      <p class="visit-hint">{say(words.bankAppsCheck, lang)}</p>
      <ul class="visit-apps">
        {found.map(({ name, href }) => (
          <li>
            <a
              class="button button-secondary"
              href={href}
              target="_blank"
              rel="noopener noreferrer"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function PaidBill({ lang, invoice, at }: OneBill) {
  const { overpaid } = balanceOf(invoice.total, invoice.paid)
  const last = invoice.payments.at(-1)
  return (
    <Panel
      lang={lang}
      title={words.bill}
      id="bill"
      aside={<StatusBadge lang={lang} state="balanced" label={words.paidInFull} />}
    >
      <div class="visit-parts">
        <p class="visit-paid">
          <Amount lang={lang} amount={invoice.total} size="large" />
          {last && (
            <span class="visit-hint">
              {say(words.paidAt, lang, { time: clockTimeOf(last.takenAt) })}
            </span>
          )}
        </p>
        {overpaid > 0 && (
          <Notice lang={lang} kind="warn">
            {say(words.overpaid, lang, { over: amountText(overpaid, lang) })}
          </Notice>
        )}
        <LinkButton icon="bill" href={`${at}/bill.pdf`} newTab wide>
          {say(words.receiptPdf, lang)}
        </LinkButton>
      </div>
    </Panel>
  )
}
