import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Pager } from '../web/pieces/pager.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge, type Tone } from '../web/pieces/status-badge.tsx'
import type { BankTransaction, DayFigures, QueueFilter } from './bank-transaction.ts'
import { type Match, matches } from './matching.ts'
import { bankWords, matchWords, nextStepWords, bankWords as words } from './page-words.ts'

const tones: Record<Match, Tone> = {
  exact: 'good',
  partial: 'warn',
  over: 'warn',
  duplicate: 'warn',
  late: 'bad',
  unmatched: 'bad',
  'foreign-account': 'quiet',
  outgoing: 'quiet',
}

export function MatchBadge({ lang, match }: { lang: Lang; match: Match }) {
  return <StatusBadge lang={lang} tone={tones[match]} label={matchWords[match]} />
}

export type QueueProps = {
  lang: Lang
  filter: QueueFilter
  counts: ReadonlyMap<QueueFilter, number>
  rows: readonly BankTransaction[]
  today: DayFigures
  next?: string | undefined
}

/** Everything the bank has reported, what needs a person first. */
export function BankQueueView(props: QueueProps) {
  const { lang } = props
  return (
    <Stack>
      <PageHead lang={lang} title={words.title} lead={told(words.lead, lang)} />
      <LivePart id="queue">
        <Stack>
          <Today lang={lang} today={props.today} />
          <Filters {...props} />
          <Panel lang={lang} flush>
            <Transactions {...props} />
          </Panel>
        </Stack>
      </LivePart>
      <Pager lang={lang} next={props.next} />
    </Stack>
  )
}

function Today({ lang, today }: { lang: Lang; today: DayFigures }) {
  return (
    <Panel lang={lang} title={words.today}>
      <DefinitionList
        lang={lang}
        layout="across"
        items={[
          { term: words.todayReceived, value: <Amount lang={lang} amount={today.received} /> },
          { term: words.todayMatched, value: <Amount lang={lang} amount={today.matched} /> },
          { term: words.todayQueued, value: <Amount lang={lang} amount={today.queued} /> },
        ]}
      />
    </Panel>
  )
}

function Filters({ lang, filter, counts }: QueueProps) {
  const filters: readonly QueueFilter[] = ['open', ...matches, 'all']
  return (
    <nav class="bank-filters" aria-label={told(words.filters, lang)}>
      {filters.map((each) => (
        <a
          class="button button-secondary button-small"
          href={each === 'open' ? '/bank-transactions' : `/bank-transactions?match=${each}`}
          aria-current={each === filter ? 'page' : undefined}
        >
          {`${told(filterLabel(each), lang)} · ${counts.get(each) ?? 0}`}
        </a>
      ))}
    </nav>
  )
}

function filterLabel(filter: QueueFilter) {
  if (filter === 'open') return bankWords.open
  return filter === 'all' ? bankWords.all : matchWords[filter]
}

function Transactions({ lang, rows, filter }: QueueProps) {
  const empty = filter === 'open' ? words.nothingOpen : words.nothing
  return (
    <DataTable
      lang={lang}
      caption={words.title}
      rows={rows}
      href={({ id }) => `/bank-transactions/${id}`}
      empty={<EmptyState lang={lang} title={empty} icon="check" />}
      columns={[
        {
          label: words.receivedAt,
          narrow: true,
          cell: (row) => <InstantText lang={lang} at={row.receivedAt} />,
        },
        { label: words.content, head: true, cell: (row) => <Memo lang={lang} row={row} /> },
        {
          label: words.match,
          narrow: true,
          cell: (row) => <MatchBadge lang={lang} match={row.match} />,
        },
        { label: words.bill, narrow: true, cell: (row) => row.bill?.number ?? '—' },
        {
          label: words.amount,
          align: 'end',
          narrow: true,
          cell: (row) => <Amount lang={lang} amount={row.amount} />,
        },
      ]}
    />
  )
}

function Memo({ lang, row }: { lang: Lang; row: BankTransaction }) {
  return (
    <>
      {row.content || '—'}
      {row.match !== 'exact' && (
        <span class="bank-step">{told(nextStepWords[row.match], lang)}</span>
      )}
    </>
  )
}

/** What the bank said, word for word, and what is to be done about it. */
export function TransactionFacts(props: { lang: Lang; row: BankTransaction; opensBill: boolean }) {
  const { lang, row } = props
  return (
    <Panel lang={lang}>
      <DefinitionList
        lang={lang}
        items={[
          { term: words.amount, value: <Amount lang={lang} amount={row.amount} size="large" /> },
          { term: words.content, value: row.content || '—' },
          {
            term: words.bill,
            value:
              row.bill && props.opensBill ? (
                <a href={`/bills/${row.bill.id}`}>{row.bill.number}</a>
              ) : (
                row.bill?.number
              ),
          },
          { term: words.account, value: row.account },
          { term: words.provider, value: row.provider },
          row.reference !== undefined && { term: words.reference, value: row.reference },
          {
            term: words.occurredAt,
            value: <InstantText lang={lang} at={row.occurredAt} />,
          },
          { term: words.receivedAt, value: <InstantText lang={lang} at={row.receivedAt} /> },
          row.matchedBy !== undefined && {
            term: words.matchedBy,
            value: `${row.matchedBy}: ${row.matchReason ?? ''}`,
          },
        ]}
      />
    </Panel>
  )
}

export function NextStep({ lang, row }: { lang: Lang; row: BankTransaction }) {
  const calm = row.match === 'exact' || row.match === 'outgoing'
  return (
    <Notice lang={lang} kind={calm ? 'info' : 'warn'} title={words.nextStep}>
      {told(nextStepWords[row.match], lang)}
    </Notice>
  )
}

export function transactionTitle(row: BankTransaction, lang: Lang): string {
  return say(words.oneOf, lang, { amount: amountText(row.amount, lang) })
}
