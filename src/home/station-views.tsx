import { type Lang, say } from '../core/text.ts'
import type { QueueLine } from '../frontdesk/queue-line.ts'
import { isSeated, numberText } from '../frontdesk/ticket.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Count, type Desk, Waited } from './desk-views.tsx'
import type { Seat } from './seat.ts'
import { stationWords as own } from './station-words.ts'
import { words } from './words.ts'

const MOST_ROWS = 8

type StationProps = { lang: Lang; now: Date; seat: Seat }

/** Whoever sits at a station works from its queue: it comes before every other desk. */
export function stationDesk({ lang, now, seat }: StationProps): Desk {
  const waiting = seat.lines.filter(({ ticket }) => !isSeated(ticket.state))
  const { name: station, room } = seat
  return {
    title: titleOf(seat, lang) ?? say(own.nobody, lang, { station }),
    lead: say(own.waitHere, lang, { room, count: waiting.length }),
    act: { href: `/stations/${seat.stationId}`, label: say(own.open, lang), icon: 'station' },
    since: new Date(0),
    body: (level) =>
      waiting.length > 0 && (
        <Panel
          lang={lang}
          title={own.queue}
          aside={<Count of={waiting.length} />}
          flush
          level={level}
        >
          <DataTable
            lang={lang}
            caption={own.queue}
            rows={waiting.slice(0, MOST_ROWS)}
            rowId={({ ticket }) => `ticket-${ticket.number}`}
            empty={null}
            columns={[
              numberColumn,
              { label: words.name, head: true, cell: ({ name }) => name },
              {
                label: words.waiting,
                narrow: true,
                align: 'end',
                cell: ({ ticket }) => <Waited lang={lang} since={ticket.queuedAt} now={now} />,
              },
            ]}
          />
        </Panel>
      ),
  }
}

const numberColumn = {
  label: own.number,
  narrow: true,
  cell: ({ ticket }: QueueLine) => <span class="ticket-number">{numberText(ticket.number)}</span>,
}

/** Who is there, or who is to be called; undefined when there is nobody. */
function titleOf({ name: station, lines: [first] }: Seat, lang: Lang): string | undefined {
  if (!first) return undefined
  const number = numberText(first.ticket.number)
  const text = isSeated(first.ticket.state) ? own.atStation : own.callNext
  return say(text, lang, { station, number })
}
