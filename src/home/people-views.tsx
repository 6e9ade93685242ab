import { type Lang, say } from '../core/text.ts'
import { sectionNames } from '../exams/words.ts'
import type { Unrecognised } from '../frontdesk/identity.ts'
import { numberText } from '../frontdesk/ticket.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Columns, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { CardsPanel } from './card-views.tsx'
import { Count, type Desk, Further, Waited } from './desk-views.tsx'
import { type DoneLine, type FlowLine, sectionHref, type Waiting, type WaitsFor } from './flow.ts'
import { stationWords } from './station-words.ts'
import { words } from './words.ts'

type ReceptionProps = {
  lang: Lang
  now: Date
  waiting: readonly Waiting[]
  handOut: readonly DoneLine[]
  arrived: number
  done: number
  /** Who has to show their card yet. */
  cards: readonly Unrecognised[]
  once: string
}

const MOST_ROWS = 25

/** Reception: whoever comes in is taken in; beside it who is here and for what. */
export function receptionDesk(props: ReceptionProps): Desk {
  const { lang, waiting, arrived, done } = props
  const title = waiting.length === 1 ? words.oneInHouse : words.inHouse
  return {
    title: say(waiting.length === 0 ? words.houseEmpty : title, lang, { count: waiting.length }),
    lead: say(words.todaySoFar, lang, { arrived, done }),
    act: { href: '/patients/new', label: say(words.register, lang), icon: 'qr' },
    since: waiting[0]?.since,
    body: (level) => (
      <Columns
        main={
          <Stack>
            <CardsPanel {...props} level={level} />
            <House {...props} level={level} />
          </Stack>
        }
        side={<HandOut {...props} level={level} />}
      />
    ),
  }
}

type Level = { level: 2 | 3 }

function House({ lang, now, waiting, level }: ReceptionProps & Level) {
  return (
    <Panel
      lang={lang}
      title={words.house}
      aside={<Count of={waiting.length} />}
      flush
      level={level}
    >
      <DataTable
        lang={lang}
        caption={words.house}
        rows={waiting.slice(0, MOST_ROWS)}
        href={houseHref}
        rowId={({ line }) => `visit-${line.visitId}`}
        empty={
          <EmptyState
            lang={lang}
            icon="person"
            title={words.houseEmpty}
            text={words.followsItself}
          />
        }
        columns={[
          numberColumn,
          { label: words.name, head: true, cell: ({ line }) => line.name },
          {
            label: words.licenceClass,
            narrow: true,
            minor: true,
            cell: ({ line }) => line.licenceClass,
          },
          { label: words.waitsFor, narrow: true, cell: (row) => waitsForText(row.for, lang) },
          {
            label: words.bill,
            narrow: true,
            minor: true,
            cell: ({ line }) => billText(line, lang),
          },
          waitedColumn(lang, now),
        ]}
      />
      <Further lang={lang} count={waiting.length - MOST_ROWS} href="/exams?show=open" />
    </Panel>
  )
}

/** Reception itself takes the declaration; of everyone else it opens the visit. */
function houseHref({ line, for: waitsFor }: Waiting): string {
  const declares = waitsFor.what === 'sections' && waitsFor.sections[0] === 'declaration'
  return declares ? sectionHref(line, 'declaration') : `/visits/${line.visitId}`
}

export function waitsForText(waitsFor: WaitsFor, lang: Lang): string {
  if (waitsFor.what === 'conclusion') return say(words.forConclusion, lang)
  if (waitsFor.what === 'payment') return say(words.forPayment, lang)
  const [first, second] = waitsFor.sections
  if (!first) return ''
  if (!second || first === 'declaration') return say(sectionNames[first], lang)
  return say(words.sectionsLeft, lang, { count: waitsFor.sections.length })
}

function billText({ bill }: FlowLine, lang: Lang): string {
  if (!bill || bill.state === 'draft') return say(words.billNone, lang)
  if (bill.state === 'balanced') return say(words.billPaid, lang)
  return say(words.billOwes, lang, { amount: amountText(bill.remaining, lang) })
}

/** By it they are called; the board says nothing else of them. */
export const numberColumn: Column<Waiting> = {
  label: stationWords.number,
  narrow: true,
  cell: ({ line }) =>
    line.number !== undefined && <span class="ticket-number">{numberText(line.number)}</span>,
}

export function arrivedColumn(lang: Lang): Column<Waiting> {
  return {
    label: words.arrived,
    narrow: true,
    minor: true,
    cell: ({ line }) => <InstantText lang={lang} at={line.arrivedAt} show="time" />,
  }
}

export function waitedColumn(lang: Lang, now: Date): Column<Waiting> {
  return {
    label: words.waiting,
    narrow: true,
    align: 'end',
    cell: ({ since }) => <Waited lang={lang} since={since} now={now} />,
  }
}

function HandOut({ lang, handOut, level }: ReceptionProps & Level) {
  return (
    <Panel
      lang={lang}
      title={words.handOut}
      aside={<Count of={handOut.length} />}
      flush
      level={level}
    >
      <DataTable
        lang={lang}
        caption={words.handOut}
        rows={handOut.slice(0, 10)}
        href={({ visitId }) => `/visits/${visitId}`}
        empty={
          <EmptyState
            lang={lang}
            icon="check"
            title={words.nothingToHandOut}
            text={words.nothingToHandOutText}
          />
        }
        columns={[
          { label: words.name, head: true, cell: ({ name }) => name },
          {
            label: words.handOutState,
            narrow: true,
            cell: (line) => handOutState(line, lang),
          },
        ]}
      />
    </Panel>
  )
}

function handOutState(line: DoneLine, lang: Lang) {
  if (line.bill?.state !== 'balanced') {
    return <StatusBadge lang={lang} tone="warn" label={words.unpaidYet} />
  }
  if (!line.printedAt) return <StatusBadge lang={lang} tone="info" label={words.notPrinted} />
  const [before = '', after = ''] = say(words.printed, lang).split('{time}')
  return (
    <span class="soft">
      {before}
      <InstantText lang={lang} at={line.printedAt} show="time" />
      {after}
    </span>
  )
}
