import type { Dong } from '../core/money.ts'
import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { Icon } from '../web/pieces/icon.tsx'
import { told } from '../web/pieces/label.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { balanceOf, type Invoice, type Payment } from './invoice.ts'
import { payWords as words } from './pay-words.ts'

/** Seen from across the counter: it is paid, how, and what goes back. */
export function SettledPanel({ lang, invoice }: { lang: Lang; invoice: Invoice }) {
  const { total, overpaid } = balanceOf(invoice.total, invoice.paid)
  const last = invoice.payments.at(-1)
  const change = changeOf(last)
  return (
    <>
      <section class="settled">
        <span class="settled-mark">
          <Icon name="check" />
        </span>
        <div class="settled-words">
          <h2 class="settled-title">{told(words.allPaid, lang)}</h2>
          <p class="settled-how">{last && <How lang={lang} payment={last} />}</p>
        </div>
        <p class="settled-amount">
          <Amount lang={lang} amount={total} size="large" />
        </p>
      </section>
      {change > 0 && last && <ChangeBack lang={lang} change={change} payment={last} />}
      {overpaid > 0 && (
        <Notice
          lang={lang}
          kind="warn"
          title={say(words.overpaid, lang, { amount: amountText(overpaid, lang) })}
        >
          {told(words.overpaidText, lang)}
        </Notice>
      )}
    </>
  )
}

function How({ lang, payment }: { lang: Lang; payment: Payment }) {
  const { method, takenBy, takenAt, receiptNumber } = payment
  const how =
    method === 'cash' ? say(words.byCash, lang, { name: takenBy }) : told(words.byBank, lang)
  return (
    <>
      {how} · <InstantText lang={lang} at={takenAt} /> · {receiptNumber}
    </>
  )
}

function ChangeBack(props: { lang: Lang; change: Dong; payment: Payment }) {
  const { lang, change, payment } = props
  const given = amountText(payment.tendered ?? 0, lang)
  return (
    <section class="settled settled-change">
      <div class="settled-words">
        <h2 class="settled-title">{told(words.change, lang)}</h2>
        <p class="settled-how">{say(words.cashGiven, lang, { amount: given })}</p>
      </div>
      <p class="settled-amount">
        <Amount lang={lang} amount={change} size="large" />
      </p>
    </section>
  )
}

/** What goes back over the counter when cash settled the bill. */
function changeOf(payment: Payment | undefined): Dong {
  return payment?.tendered === undefined ? 0 : payment.tendered - payment.amount
}

/** Where undoing ends: money that moved is put right by another entry, never taken out. */
export function PaidWrongly({ lang }: { lang: Lang }) {
  return (
    <details class="panel bill-cancel">
      <summary>{told(words.paidWrongly, lang)}</summary>
      <p class="soft">{told(words.paidWronglyText, lang)}</p>
    </details>
  )
}
