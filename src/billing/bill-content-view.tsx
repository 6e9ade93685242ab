import { amountInWords } from '../core/amount-in-words.ts'
import type { Lang } from '../core/text.ts'
import { Amount } from '../web/pieces/amount.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { told } from '../web/pieces/label.ts'
import { Panel } from '../web/pieces/panel.tsx'
import { matchWords } from './bank-words.ts'
import { billWords as words } from './bill-words.ts'
import { counterWords } from './counter-words.ts'
import type { Invoice, Payment } from './invoice.ts'
import { payWords } from './pay-words.ts'

type Part = { lang: Lang; invoice: Invoice }

export function Lines({ lang, invoice }: Part) {
  return (
    <Panel lang={lang} title={words.lines} flush>
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
            narrow: true,
            minor: true,
            cell: (line) => <Amount lang={lang} amount={line.price} />,
          },
          {
            label: words.amount,
            align: 'end',
            narrow: true,
            cell: (line) => <Amount lang={lang} amount={line.amount} />,
          },
        ]}
        footer={
          <tr>
            <th scope="row" colspan={3}>
              {told(counterWords.total, lang)}
            </th>
            <td class="end">
              <Amount lang={lang} amount={invoice.total} />
            </td>
          </tr>
        }
      />
    </Panel>
  )
}

export function BillFacts({ lang, invoice }: Part) {
  return (
    <Panel lang={lang}>
      <DefinitionList
        lang={lang}
        items={[
          { term: words.inWords, value: <span lang="vi">{amountInWords(invoice.total)}</span> },
          { term: counterWords.billCode, value: invoice.billCode },
          { term: counterWords.issuedAt, value: <InstantText lang={lang} at={invoice.issuedAt} /> },
          { term: words.issuedBy, value: invoice.issuedBy },
        ]}
      />
    </Panel>
  )
}

export function Payments({ lang, invoice }: Part) {
  if (invoice.payments.length === 0) return null
  const receipt = ({ id }: Payment) => `/bills/${invoice.id}/receipt.pdf?payment=${id}`
  return (
    <Panel lang={lang} title={payWords.payments} flush>
      <DataTable
        lang={lang}
        caption={payWords.payments}
        rows={invoice.payments}
        href={receipt}
        columns={[
          { label: payWords.receipt, head: true, cell: (row) => row.receiptNumber },
          { label: payWords.method, cell: (row) => methodOf(row, lang) },
          { label: payWords.reference, minor: true, cell: (row) => row.reference ?? '—' },
          {
            label: payWords.takenAt,
            narrow: true,
            cell: (row) => <InstantText lang={lang} at={row.takenAt} show="time" />,
          },
          { label: payWords.takenBy, minor: true, cell: (row) => row.takenBy },
          {
            label: payWords.received,
            align: 'end',
            narrow: true,
            cell: (row) => <Amount lang={lang} amount={row.amount} />,
          },
        ]}
      />
    </Panel>
  )
}

function methodOf({ method, match }: Payment, lang: Lang): string {
  const way = told(counterWords[method], lang)
  return match && match !== 'exact' ? `${way} · ${told(matchWords[match], lang)}` : way
}
