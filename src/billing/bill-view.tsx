import { amountInWords } from '../core/amount-in-words.ts'
import { yearOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import type { Lang } from '../core/text.ts'
import { Amount } from '../web/pieces/amount.tsx'
import { LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { CancelPanel, CashPanel } from './bill-forms.tsx'
import { allows, type BillHead, balanceOf, type Invoice } from './invoice.ts'
import { counterWords, invoiceStateWords, matchWords, billWords as words } from './page-words.ts'
import { WayToPay } from './way-to-pay-view.tsx'

export type BillViewProps = {
  lang: Lang
  invoice: Invoice
  head: BillHead
  /** The payment code drawn, while there is one. */
  qrSvg: string | undefined
  may: { pay: boolean; cancel: boolean }
  once: string
  errors?: readonly FieldError[]
  typed?: { tendered?: string; reason?: string }
}

/** One bill: what is charged, how to pay it, what came in; it follows the bank by itself. */
export function BillView(props: BillViewProps) {
  const { lang, invoice, head, may } = props
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
            <State lang={lang} invoice={invoice} />
          </LivePart>
        }
        actions={
          <LivePart id="print">
            <Print lang={lang} invoice={invoice} />
          </LivePart>
        }
      />
      <Columns
        wideSide
        main={
          <LivePart id="way">
            <Stack>
              <WayToPay {...props} />
              {may.pay && allows(invoice.state, 'pay') && <CashPanel {...props} />}
              <Payments lang={lang} invoice={invoice} />
            </Stack>
          </LivePart>
        }
        side={
          <Stack>
            <Lines lang={lang} invoice={invoice} />
            <LivePart id="cancel">
              {may.cancel && allows(invoice.state, 'cancel') && <CancelPanel {...props} />}
            </LivePart>
          </Stack>
        }
      />
    </Stack>
  )
}

type Part = { lang: Lang; invoice: Invoice }

function State({ lang, invoice: { state } }: Part) {
  return <StatusBadge lang={lang} state={state} label={invoiceStateWords[state]} />
}

function Print({ lang, invoice }: Part) {
  const label = invoice.state === 'balanced' ? words.printReceipt : words.print
  return (
    <LinkButton href={`/api/v1/invoices/${invoice.id}/bill.pdf`} icon="print" newTab>
      {told(label, lang)}
    </LinkButton>
  )
}

function Lines({ lang, invoice }: Part) {
  return (
    <Panel
      lang={lang}
      title={words.lines}
      flush
      footer={
        <DefinitionList
          lang={lang}
          items={[
            { term: words.inWords, value: <span lang="vi">{amountInWords(invoice.total)}</span> },
            { term: counterWords.billCode, value: <strong>{invoice.billCode}</strong> },
            {
              term: counterWords.issuedAt,
              value: <InstantText lang={lang} at={invoice.issuedAt} />,
            },
            { term: words.issuedBy, value: invoice.issuedBy },
          ]}
        />
      }
    >
      <DataTable
        lang={lang}
        caption={words.lines}
        rows={invoice.lines}
        columns={[
          { label: words.service, head: true, cell: (line) => line.name },
          {
            label: words.quantity,
            align: 'end',
            narrow: true,
            cell: (line) => `${line.quantity} ${line.unit}`,
          },
          {
            label: words.price,
            align: 'end',
            minor: true,
            cell: (line) => <Amount lang={lang} amount={line.price} />,
          },
          {
            label: words.amount,
            align: 'end',
            cell: (line) => <Amount lang={lang} amount={line.amount} />,
          },
        ]}
        footer={
          <tr>
            <th scope="row" colspan={2}>
              {told(counterWords.total, lang)}
            </th>
            <td class="end" colspan={2}>
              <Amount lang={lang} amount={invoice.total} size="large" />
            </td>
          </tr>
        }
      />
    </Panel>
  )
}

function Payments({ lang, invoice }: Part) {
  if (invoice.payments.length === 0) return null
  const { paid, overpaid } = balanceOf(invoice.total, invoice.paid)
  return (
    <Panel
      lang={lang}
      title={words.payments}
      flush
      footer={
        <DefinitionList
          lang={lang}
          layout="across"
          items={[
            { term: words.paid, value: <Amount lang={lang} amount={paid} /> },
            overpaid > 0 && {
              term: words.overpaid,
              value: <Amount lang={lang} amount={overpaid} />,
            },
          ]}
        />
      }
    >
      <DataTable
        lang={lang}
        caption={words.payments}
        rows={invoice.payments}
        columns={[
          { label: words.receipt, head: true, narrow: true, cell: (row) => row.receiptNumber },
          {
            label: words.method,
            cell: (row) => (
              <>
                {told(counterWords[row.method], lang)}
                {row.match && row.match !== 'exact' && ` · ${told(matchWords[row.match], lang)}`}
                {row.tendered !== undefined && <Change lang={lang} row={row} />}
              </>
            ),
          },
          {
            label: words.takenAt,
            narrow: true,
            cell: (row) => <InstantText lang={lang} at={row.takenAt} show="time" />,
          },
          { label: words.takenBy, minor: true, cell: (row) => row.takenBy },
          {
            label: words.amount,
            align: 'end',
            cell: (row) => <Amount lang={lang} amount={row.amount} />,
          },
        ]}
      />
    </Panel>
  )
}

function Change(props: { lang: Lang; row: { amount: number; tendered?: number } }) {
  const { lang, row } = props
  if (row.tendered === undefined || row.tendered === row.amount) return null
  return (
    <span class="bill-change">
      {told(words.change, lang)}: <Amount lang={lang} amount={row.tendered - row.amount} />
    </span>
  )
}
