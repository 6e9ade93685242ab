import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Pager } from '../web/pieces/pager.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Stats } from '../web/pieces/stat.tsx'
import { StatusBadge, type Tone } from '../web/pieces/status-badge.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'
import type { BankTransaction, DayFigures, QueueFilter } from './bank-transaction.ts'
import { bankWords, matchWords, nextStepWords, bankWords as words } from './bank-words.ts'
import { type Match, matches } from './matching.ts'

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
      <PageHead
        lang={lang}
        title={words.title}
        actions={
          <LivePart id="first">
            <First {...props} />
          </LivePart>
        }
      />
      <LivePart id="queue">
        <Stack>
          <Today lang={lang} today={props.today} />
          <Tabs lang={lang} label={words.filters} tabs={tabsOf(props)} />
          <Panel lang={lang} flush>
            <Transactions {...props} />
          </Panel>
        </Stack>
      </LivePart>
      <Pager lang={lang} next={props.next} />
    </Stack>
  )
}

/** The one that has waited longest, on the page of what needs someone. */
function First({ lang, filter, rows, next }: QueueProps) {
  const oldest = filter === 'open' && !next ? rows.at(-1) : undefined
  if (!oldest) return null
  return (
    <LinkButton
      href={`/bank-transactions/${oldest.id}`}
      variant="primary"
      icon="bank"
      shortcut="n"
      lang={lang}
    >
      {told(words.first, lang)}
    </LinkButton>
  )
}

function Today({ lang, today }: { lang: Lang; today: DayFigures }) {
  const { received, matched, queued } = today
  return (
    <Stats
      lang={lang}
      figures={[
        {
          label: words.todayReceived,
          value: amountText(received, lang),
          note: words.todayAdds,
        },
        { label: words.todayMatched, value: amountText(matched, lang) },
        {
          label: words.todayQueued,
          value: amountText(queued, lang),
          tone: queued > 0 ? 'warn' : undefined,
        },
      ]}
    />
  )
}

/** What needs someone, every outcome that there is, and all of them. */
function tabsOf({ filter, counts }: QueueProps) {
  const known: readonly QueueFilter[] = ['open', ...matches, 'all']
  return known
    .filter((each) => each === 'open' || each === filter || (counts.get(each) ?? 0) > 0)
    .map((each) => ({
      href: each === 'open' ? '/bank-transactions' : `/bank-transactions?match=${each}`,
      label: filterLabel(each),
      count: counts.get(each) ?? 0,
      current: each === filter,
    }))
}

function filterLabel(filter: QueueFilter) {
  if (filter === 'open') return bankWords.open
  return filter === 'all' ? bankWords.all : matchWords[filter]
}

function Transactions({ lang, rows, filter }: QueueProps) {
  const open = filter === 'open'
  return (
    <DataTable
      lang={lang}
      caption={words.title}
      rows={rows}
      href={({ id }) => `/bank-transactions/${id}`}
      empty={
        <EmptyState
          lang={lang}
          title={open ? words.nothingOpen : words.nothing}
          text={open ? words.nothingOpenText : undefined}
          icon="check"
        />
      }
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

export function transactionTitle(row: BankTransaction, lang: Lang): string {
  return say(words.oneOf, lang, { amount: amountText(row.amount, lang) })
}
