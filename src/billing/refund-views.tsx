import { type Lang, say } from '../core/text.ts'
import { Amount } from '../web/pieces/amount.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText } from '../web/pieces/date-text.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import type { RefundDue } from './refund.ts'
import { refundWords as words } from './refund-words.ts'

/** Whom the centre owes money back: paid, and then not examined. */
export function RefundPanel({ lang, due }: { lang: Lang; due: readonly RefundDue[] }) {
  if (due.length === 0) return null
  return (
    <Panel
      lang={lang}
      title={words.title}
      aside={<span class="count">{due.length}</span>}
      footer={<p class="soft">{say(words.hint, lang)}</p>}
      flush
    >
      <DataTable
        lang={lang}
        caption={words.title}
        rows={due}
        href={({ invoiceId }) => `/bills/${invoiceId}`}
        columns={[
          { label: words.name, head: true, cell: ({ patientName }) => patientName },
          {
            label: words.since,
            narrow: true,
            minor: true,
            cell: ({ cancelledOn }) => <DateText lang={lang} date={cancelledOn} />,
          },
          {
            label: words.paid,
            narrow: true,
            align: 'end',
            cell: ({ paid }) => <Amount lang={lang} amount={paid} />,
          },
        ]}
      />
    </Panel>
  )
}
