import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Stats } from '../web/pieces/stat.tsx'
import { Count, Further } from './desk-views.tsx'
import type { TillDay } from './till.ts'
import { tillWords as words } from './till-words.ts'
import { words as homeWords } from './words.ts'

type SideProps = { lang: Lang; till: TillDay; level: 2 | 3 }

export function Takings({ lang, till, level }: SideProps) {
  const { cash, transfer } = till.takings
  return (
    <Panel
      lang={lang}
      title={words.takings}
      aside={
        <strong>
          <Amount lang={lang} amount={cash + transfer} />
        </strong>
      }
      level={level}
    >
      <Stats
        lang={lang}
        figures={[
          { label: words.cash, value: <Amount lang={lang} amount={cash} /> },
          { label: words.transfer, value: <Amount lang={lang} amount={transfer} /> },
        ]}
      />
    </Panel>
  )
}

export function Transfers({ lang, till, level }: SideProps) {
  const transfers = till.manager?.transfers ?? []
  if (transfers.length === 0) return null
  return (
    <Panel
      lang={lang}
      title={words.bank}
      aside={<Count of={transfers.length} />}
      flush
      level={level}
    >
      <DataTable
        lang={lang}
        caption={words.bank}
        rows={transfers.slice(0, 5)}
        href={({ id }) => `/bank-transactions/${id}`}
        columns={[
          {
            label: words.content,
            head: true,
            cell: ({ content }) => <span class="memo">{content}</span>,
          },
          {
            label: words.amount,
            align: 'end',
            narrow: true,
            cell: ({ amount }) => <Amount lang={lang} amount={amount} />,
          },
        ]}
      />
      <Further lang={lang} count={transfers.length - 5} href="/bank-transactions" />
    </Panel>
  )
}

export function Earlier({ lang, till, level }: SideProps) {
  const { bills = [], count = 0, owed = 0 } = till.manager?.earlier ?? {}
  if (count === 0) return null
  return (
    <Panel lang={lang} title={words.earlier} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.earlier}
        rows={bills.slice(0, 5)}
        href={({ id }) => `/bills/${id}`}
        columns={[
          { label: homeWords.name, head: true, cell: ({ patientName }) => patientName },
          {
            label: words.due,
            align: 'end',
            narrow: true,
            cell: ({ remaining }) => <Amount lang={lang} amount={remaining} />,
          },
        ]}
      />
      <p class="further">{say(words.owedInAll, lang, { count, amount: amountText(owed, lang) })}</p>
    </Panel>
  )
}
