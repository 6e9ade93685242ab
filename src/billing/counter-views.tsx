import type { Dong } from '../core/money.ts'
import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Columns, PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { type Figure, Stats } from '../web/pieces/stat.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { counterWords as words } from './counter-words.ts'
import type { BillRow, UnbilledExam } from './invoice.ts'
import { QueuePanel } from './queue-view.tsx'
import type { RefundDue } from './refund.ts'
import { RefundPanel } from './refund-views.tsx'

export type CounterProps = {
  lang: Lang
  now: Date
  text: string
  unbilled: readonly UnbilledExam[]
  waiting: readonly BillRow[]
  settled: readonly BillRow[]
  takings: { cash: Dong; transfer: Dong }
  mayIssue: boolean
  /** How many bank transactions need someone; absent for those who may not see them. */
  queue?: number
  /** Whom money is owed back; for those who may give it back. */
  refunds?: readonly RefundDue[]
}

/** The cashier's home: who is next, what waits for money, what came in. */
export function CounterView(props: CounterProps) {
  const { lang, text } = props
  return (
    <Stack>
      <PageHead
        lang={lang}
        title={words.title}
        actions={
          <LivePart id="next">
            <Next {...props} />
          </LivePart>
        }
      />
      <Search {...props} />
      <LivePart id="counter">
        <Stack>
          {text === '' ? (
            <Stats lang={lang} figures={figuresOf(props)} />
          ) : (
            <h2>{say(words.found, lang, { text })}</h2>
          )}
          <Columns
            wideSide
            main={<QueuePanel {...props} />}
            side={
              <Stack>
                <RefundPanel lang={lang} due={props.refunds ?? []} />
                <Waiting {...props} />
                <Settled {...props} />
              </Stack>
            }
          />
        </Stack>
      </LivePart>
    </Stack>
  )
}

/** The longest waiting; while someone is being looked for, nobody is proposed. */
function Next({ lang, unbilled, mayIssue, text }: CounterProps) {
  const [first] = unbilled
  if (!first || !mayIssue || text !== '') return null
  return (
    <LinkButton
      href={`/bills/new?exam=${first.examId}`}
      variant="primary"
      icon="bill"
      shortcut="n"
      lang={lang}
    >
      {say(words.next, lang, { name: first.patientName })}
    </LinkButton>
  )
}

function figuresOf({ lang, unbilled, waiting, takings, queue }: CounterProps): Figure[] {
  const { cash, transfer } = takings
  const owed = waiting.reduce((sum, { total, paid }) => sum + total - paid, 0)
  const by = (label: 'cash' | 'transfer', amount: Dong) =>
    `${told(words[label], lang)}: ${amountText(amount, lang)}`
  return [
    { label: words.unbilled, value: unbilled.length },
    { label: words.waiting, value: waiting.length, note: amountText(owed, lang) },
    {
      label: words.takings,
      value: amountText(cash + transfer, lang),
      note: `${by('cash', cash)} · ${by('transfer', transfer)}`,
    },
    ...(queue === undefined
      ? []
      : [
          {
            label: words.bankQueue,
            value: queue,
            tone: queue > 0 ? ('warn' as const) : undefined,
            href: '/bank-transactions',
          },
        ]),
  ]
}

function Search({ lang, text }: CounterProps) {
  return (
    <Form lang={lang} method="get" action="/bills" role="search" class="bill-search">
      <Field
        lang={lang}
        name="q"
        type="search"
        label={words.searchLabel}
        hint={words.searchHint}
        value={text}
        autofocus
      />
      <Row>
        <Button lang={lang} icon="search">
          {told(words.search, lang)}
        </Button>
        {text !== '' && (
          <LinkButton href="/bills" variant="quiet">
            {told(words.clear, lang)}
          </LinkButton>
        )}
      </Row>
    </Form>
  )
}

const billHref = ({ id }: BillRow) => `/bills/${id}`

function Waiting({ lang, waiting }: CounterProps) {
  return (
    <Panel lang={lang} title={words.waiting} flush>
      <DataTable
        lang={lang}
        caption={words.waiting}
        rows={waiting}
        href={billHref}
        empty={<EmptyState lang={lang} title={words.nothingWaiting} icon="check" />}
        columns={[
          { label: words.number, narrow: true, cell: (row) => row.number },
          { label: words.patient, head: true, cell: (row) => row.patientName },
          {
            label: words.remaining,
            align: 'end',
            cell: (row) => <Remaining lang={lang} row={row} />,
          },
        ]}
      />
    </Panel>
  )
}

function Remaining({ lang, row }: { lang: Lang; row: BillRow }) {
  return (
    <>
      <Amount lang={lang} amount={row.total - row.paid} />
      {row.paid > 0 && (
        <StatusBadge
          lang={lang}
          tone="warn"
          label={say(words.partlyPaid, lang, { amount: amountText(row.paid, lang) })}
        />
      )}
    </>
  )
}

function Settled({ lang, settled }: CounterProps) {
  return (
    <Panel lang={lang} title={words.settled} flush>
      <DataTable
        lang={lang}
        caption={words.settled}
        rows={settled}
        href={billHref}
        empty={<EmptyState lang={lang} title={words.nothingSettled} />}
        columns={[
          { label: words.number, narrow: true, cell: (row) => row.number },
          { label: words.patient, head: true, cell: (row) => row.patientName },
          {
            label: words.settledAt,
            narrow: true,
            cell: (row) => <InstantText lang={lang} at={row.balancedAt} show="time" />,
          },
          {
            label: words.total,
            align: 'end',
            cell: (row) => <Amount lang={lang} amount={row.total} />,
          },
        ]}
      />
    </Panel>
  )
}
