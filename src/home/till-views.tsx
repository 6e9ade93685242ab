import { ageText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Columns, Panel, Stack } from '../web/pieces/panel.tsx'
import { type Act, Count, type Desk, Facts, Further, Waited } from './desk-views.tsx'
import type { TillDay, Unpaid } from './till.ts'
import { Earlier, Takings, Transfers } from './till-side-views.tsx'
import { tillWords as words } from './till-words.ts'
import { words as homeWords } from './words.ts'

type TillProps = { lang: Lang; now: Date; till: TillDay }
type Level = { level: 2 | 3 }

const MOST_ROWS = 12

/** The till: who has no bill, then what waits for money, then what the bank left open. */
export function tillDesk(props: TillProps): Desk {
  const { lang, till } = props
  return {
    ...nextAtTill(props),
    ways: [{ href: '/bills', label: say(words.allBills, lang), icon: 'bill' }],
    body: (level) => (
      <Columns
        main={
          <Stack>
            <Unbilled {...props} level={level} />
            <UnpaidPanel lang={lang} unpaid={till.unpaid} now={props.now} level={level} />
          </Stack>
        }
        side={
          <Stack>
            <Takings {...props} level={level} />
            <Transfers {...props} level={level} />
            <Earlier {...props} level={level} />
          </Stack>
        }
      />
    ),
  }
}

function nextAtTill({
  lang,
  now,
  till,
}: TillProps): Pick<Desk, 'title' | 'lead' | 'act' | 'since'> {
  const [exam] = till.unbilled
  if (exam) {
    const href = `/bills/new?exam=${exam.examId}`
    const act: Act = { href, label: say(words.makeBill, lang), icon: 'bill' }
    return {
      title: say(words.billNext, lang, { name: exam.patientName }),
      lead: (
        <Facts
          items={[
            say(homeWords.classOf, lang, { class: exam.licenceClass }),
            waitedText(exam.since, now, lang),
          ]}
        />
      ),
      act,
      since: exam.since,
    }
  }
  const [bill] = till.unpaid.bills
  if (bill) {
    const amount = amountText(bill.remaining, lang)
    const act: Act = {
      href: `/bills/${bill.id}`,
      label: say(words.take, lang, { amount }),
      icon: 'bill',
    }
    return {
      title: say(words.takeNext, lang, { name: bill.patientName }),
      lead: <Facts items={[bill.number, waitedText(bill.issuedAt, now, lang)]} />,
      act,
      since: bill.issuedAt,
    }
  }
  return nextAtBank({ lang, till })
}

const waitedText = (since: Date, now: Date, lang: Lang) =>
  say(homeWords.waitedFor, lang, { time: say(ageText(since, now), lang) })

function nextAtBank({ lang, till }: Omit<TillProps, 'now'>): ReturnType<typeof nextAtTill> {
  const [transfer] = till.manager?.transfers ?? []
  if (!transfer) {
    return { title: say(words.nobodyToPay, lang), lead: say(homeWords.followsItself, lang) }
  }
  return {
    title: say(words.matchNext, lang, { amount: amountText(transfer.amount, lang) }),
    lead: transfer.content,
    act: {
      href: `/bank-transactions/${transfer.id}`,
      label: say(words.match, lang),
      icon: 'bank',
    },
    since: transfer.receivedAt,
  }
}

function Unbilled({ lang, now, till, level }: TillProps & Level) {
  return (
    <Panel
      lang={lang}
      title={words.unbilled}
      aside={<Count of={till.unbilled.length} />}
      flush
      level={level}
    >
      <DataTable
        lang={lang}
        caption={words.unbilled}
        rows={till.unbilled.slice(0, MOST_ROWS)}
        href={({ examId }) => `/bills/new?exam=${examId}`}
        empty={<EmptyState lang={lang} icon="check" title={words.nobodyUnbilled} />}
        columns={[
          { label: homeWords.name, head: true, cell: ({ patientName }) => patientName },
          {
            label: homeWords.licenceClass,
            narrow: true,
            minor: true,
            cell: ({ licenceClass }) => licenceClass,
          },
          {
            label: homeWords.arrived,
            narrow: true,
            minor: true,
            cell: ({ since }) => <InstantText lang={lang} at={since} show="time" />,
          },
          {
            label: homeWords.waiting,
            narrow: true,
            align: 'end',
            cell: ({ since }) => <Waited lang={lang} since={since} now={now} />,
          },
        ]}
      />
      <Further lang={lang} count={till.unbilled.length - MOST_ROWS} href="/bills" />
    </Panel>
  )
}

function UnpaidPanel(props: { lang: Lang; unpaid: Unpaid; now: Date } & Level) {
  const { lang, unpaid, now } = props
  return (
    <Panel
      lang={lang}
      title={words.unpaid}
      aside={<Count of={unpaid.count} />}
      flush
      level={props.level}
    >
      <DataTable
        lang={lang}
        caption={words.unpaid}
        rows={unpaid.bills}
        href={({ id }) => `/bills/${id}`}
        empty={<EmptyState lang={lang} icon="check" title={words.nothingUnpaid} />}
        columns={[
          { label: homeWords.name, head: true, cell: ({ patientName }) => patientName },
          { label: words.number, narrow: true, minor: true, cell: ({ number }) => number },
          {
            label: words.due,
            align: 'end',
            narrow: true,
            cell: ({ remaining }) => <Amount lang={lang} amount={remaining} />,
          },
          {
            label: homeWords.waiting,
            narrow: true,
            align: 'end',
            cell: ({ issuedAt }) => <Waited lang={lang} since={issuedAt} now={now} />,
          },
        ]}
      />
      <Further lang={lang} count={unpaid.count - unpaid.bills.length} href="/bills" />
    </Panel>
  )
}
