import { balanceOf, type Invoice } from '../billing/invoice.ts'
import { paymentQrOf } from '../billing/payment-qr.ts'
import { type Lang, say } from '../core/text.ts'
import type { Route } from '../frontdesk/route.ts'
import { numberText } from '../frontdesk/ticket.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { Button } from '../web/pieces/button.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { QrFrame } from '../web/pieces/qr-frame.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { FORGET_SECONDS } from './kiosk.ts'
import { Leaving } from './kiosk-views.tsx'
import { kioskWords as words } from './kiosk-words.ts'

type DoneProps = {
  lang: Lang
  route: Route | undefined
  /** Drawn by this program: the way to the visit's page. */
  linkSvg: string
  invoice: Invoice | undefined
  paySvg: string | undefined
}

/** The number to wait with and where; on paper too. Nothing here says whose it is. */
export function KioskDoneView(props: DoneProps) {
  const { lang, route, linkSvg } = props
  return (
    <article class="kiosk kiosk-done" data-kiosk="done" data-forget={FORGET_SECONDS}>
      <section class="kiosk-ticket">
        <h1>
          <span class="kiosk-your">{say(words.yourNumber, lang)}</span>
          {route && <strong class="kiosk-number">{numberText(route.ticket.number)}</strong>}
        </h1>
        <p class="kiosk-room">
          {route?.here
            ? say(words.goTo, lang, { room: route.here.room })
            : say(words.goToDesk, lang)}
        </p>
        {route?.here && <p>{aheadText(route.here.ahead, lang)}</p>}
      </section>
      <Notice lang={lang} kind="warn">
        {say(words.showCard, lang)}
      </Notice>
      <div class="kiosk-codes">
        <Panel lang={lang} title={words.phoneTitle}>
          <QrFrame lang={lang} alt={words.phoneAlt} svg={linkSvg} size="large">
            {say(words.phoneText, lang)}
          </QrFrame>
        </Panel>
        <LivePart id="pay" polite>
          <Pay {...props} />
        </LivePart>
      </div>
      <div class="kiosk-actions">
        <Button lang={lang} type="button" icon="print" use="kiosk-print">
          {say(words.print, lang)}
        </Button>
        <form method="post" action="/kiosk/forget" data-forget-now>
          <Button lang={lang} variant="primary" icon="check">
            {say(words.done, lang)}
          </Button>
        </form>
      </div>
      <Leaving lang={lang} />
    </article>
  )
}

function aheadText(ahead: number, lang: Lang): string {
  return ahead === 0 ? say(words.aheadNobody, lang) : say(words.ahead, lang, { n: ahead })
}

/** The payee stands in words beside the code (attacks.md 17). */
function Pay({ lang, invoice, paySvg }: DoneProps) {
  if (!invoice) return null
  if (invoice.state === 'balanced') {
    return (
      <Panel lang={lang} title={words.payTitle}>
        <StatusBadge lang={lang} state="balanced" label={words.paid} />
      </Panel>
    )
  }
  const qr = paymentQrOf(invoice)
  if ('reason' in qr || !paySvg) return null
  const { account, name, bankName: bank } = qr.payee
  const amount = amountText(balanceOf(invoice.total, invoice.paid).remaining, lang)
  return (
    <Panel lang={lang} title={words.payTitle}>
      <QrFrame
        lang={lang}
        alt={say(words.payAlt, lang, { amount, account, name })}
        svg={paySvg}
        size="large"
      >
        <strong class="kiosk-amount">{amount}</strong>
        <span>{say(words.payTo, lang, { name })}</span>
        <span>{say(words.payAt, lang, { bank, account })}</span>
        <span>{say(words.payCode, lang, { code: invoice.billCode })}</span>
        <span class="soft">{say(words.payLater, lang)}</span>
      </QrFrame>
    </Panel>
  )
}
