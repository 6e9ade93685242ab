import type { Dong } from '../core/money.ts'
import type { Lang } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText, InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Columns, PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import type { BillRow, UnbilledExam } from './invoice.ts'
import { counterWords as words } from './page-words.ts'

export type CounterProps = {
  lang: Lang
  text: string
  unbilled: readonly UnbilledExam[]
  waiting: readonly BillRow[]
  settled: readonly BillRow[]
  takings: { cash: Dong; transfer: Dong }
  mayIssue: boolean
  /** How many bank transactions need someone; absent for those who may not see them. */
  queue?: number
}

/** The cashier's home: who waits for a bill, what waits for money, what came in. */
export function CounterView(props: CounterProps) {
  const { lang } = props
  return (
    <Stack>
      <PageHead
        lang={lang}
        title={words.title}
        lead={told(words.lead, lang)}
        actions={props.queue !== undefined && <QueueLink lang={lang} count={props.queue} />}
      />
      <Search {...props} />
      <LivePart id="counter">
        <Columns
          wideSide
          main={
            <Stack>
              <Unbilled {...props} />
              <Settled {...props} />
            </Stack>
          }
          side={<Waiting {...props} />}
        />
      </LivePart>
    </Stack>
  )
}

function QueueLink({ lang, count }: { lang: Lang; count: number }) {
  return (
    <LinkButton href="/bank-transactions" icon="bank">
      {told(words.bankQueue, lang)} ({count})
    </LinkButton>
  )
}

function Search({ lang, text }: CounterProps) {
  return (
    <Form lang={lang} method="get" action="/bills" role="search" class="bill-search">
      <Field lang={lang} name="q" type="search" label={words.searchLabel} value={text} autofocus />
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

function Unbilled({ lang, unbilled, mayIssue }: CounterProps) {
  return (
    <Panel lang={lang} title={words.unbilled} flush marked={unbilled.length > 0}>
      <DataTable
        lang={lang}
        caption={words.unbilled}
        rows={unbilled}
        href={mayIssue ? ({ examId }) => `/bills/new?exam=${examId}` : undefined}
        empty={<EmptyState lang={lang} title={words.nobodyUnbilled} icon="check" />}
        columns={[
          { label: words.patient, head: true, cell: (row) => row.patientName },
          {
            label: words.born,
            minor: true,
            cell: (row) => <DateText lang={lang} date={row.birthDate} />,
          },
          { label: words.licenceClass, narrow: true, cell: (row) => row.licenceClass },
          {
            label: words.since,
            narrow: true,
            cell: (row) => <InstantText lang={lang} at={row.since} show="time" />,
          },
        ]}
      />
    </Panel>
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
        empty={<EmptyState lang={lang} title={words.nothingWaiting} />}
        columns={[
          { label: words.number, narrow: true, cell: (row) => row.number },
          { label: words.patient, head: true, cell: (row) => row.patientName },
          {
            label: words.remaining,
            align: 'end',
            cell: (row) => <Amount lang={lang} amount={row.total - row.paid} />,
          },
        ]}
      />
    </Panel>
  )
}

function Settled({ lang, settled, takings }: CounterProps) {
  return (
    <Panel
      lang={lang}
      title={words.settled}
      flush
      footer={
        <Row>
          <span>{`${told(words.cash, lang)}: ${amountText(takings.cash, lang)}`}</span>
          <span>{`${told(words.transfer, lang)}: ${amountText(takings.transfer, lang)}`}</span>
        </Row>
      }
    >
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
