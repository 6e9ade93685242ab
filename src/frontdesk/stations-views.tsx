import { durationText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { ScanCatcher } from '../patients/scan-views.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Form } from '../web/pieces/form.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { BoardStation } from './board.ts'
import type { Duty, Station } from './station.ts'
import { stationPageWords as words } from './station-page-words.ts'
import type { Task } from './task.ts'
import { numberText } from './ticket.ts'
import { ticketWords } from './ticket-words.ts'

export type StationLine = { station: Station; board: BoardStation; duty?: Duty; mine: boolean }

type Props = {
  lang: Lang
  once: string
  lines: readonly StationLine[]
  own?: string | undefined
  /** May open and shut any of them, without sitting down there. */
  manages: boolean
  /** Has a scanner: whoever's card is read is somebody who comes. */
  scans: boolean
}

/** All stations: who sits there, whom they call, who waits and for how long. */
export function StationsView(props: Props) {
  const { lang, lines, own, once } = props
  const open = lines.filter(({ station }) => station.open).length
  const waiting = lines.reduce((sum, { board }) => sum + board.waiting, 0)
  return (
    <>
      <LivePart id="head">
        <PageHead
          lang={lang}
          title={words.stations}
          lead={lines.length > 0 && say(words.lead, lang, { waiting, open })}
          actions={
            own && (
              <LinkButton lang={lang} href={`/stations/${own}`} variant="primary" shortcut="n">
                {lines.find(({ station }) => station.id === own)?.station.name}
              </LinkButton>
            )
          }
        />
      </LivePart>
      <LivePart id="stations">
        <Panel lang={lang} flush>
          <StationTable {...props} />
        </Panel>
      </LivePart>
      {props.scans && <ScanCatcher lang={lang} action="/patients/scan" once={once} />}
    </>
  )
}

function StationTable({ lang, once, lines, manages }: Props) {
  return (
    <DataTable
      lang={lang}
      caption={words.stations}
      rows={lines}
      href={({ station, mine }) => (mine ? `/stations/${station.id}` : undefined)}
      empty={
        <EmptyState
          lang={lang}
          icon="station"
          title={words.noStations}
          text={words.noStationsText}
        />
      }
      columns={[
        { label: words.station, head: true, cell: ({ station }) => station.name },
        { label: words.room, cell: ({ station }) => station.room },
        { label: words.tasks, minor: true, cell: ({ station }) => tasksText(station.tasks, lang) },
        { label: words.sits, cell: ({ duty, station }) => <Sitter {...{ lang, duty, station }} /> },
        {
          label: words.now,
          narrow: true,
          align: 'end',
          cell: ({ board: { current } }) =>
            current ? <span class="ticket-number">{numberText(current.number)}</span> : '—',
        },
        { label: words.waits, narrow: true, align: 'end', cell: ({ board }) => board.waiting },
        {
          label: words.wait,
          narrow: true,
          align: 'end',
          cell: ({ board, station }) => (station.open ? waitText(board.waitSeconds, lang) : '—'),
        },
        ...(manages ? [openingColumn(lang, once)] : []),
      ]}
    />
  )
}

function openingColumn(lang: Lang, once: string): Column<StationLine> {
  return {
    label: words.openOrShut,
    narrow: true,
    cell: ({ station: { id, name, open } }) => (
      <Form
        lang={lang}
        action={`/stations/${id}/${open ? 'shut' : 'open'}`}
        once={`${once}-${id}-${open ? 'shut' : 'open'}`}
      >
        <input type="hidden" name="from" value="list" />
        <Button lang={lang} small variant={open ? 'quiet' : 'secondary'}>
          {say(open ? words.shutThis : words.openThis, lang)}
          <span class="unseen"> {name}</span>
        </Button>
      </Form>
    ),
  }
}

function waitText(seconds: number, lang: Lang): string {
  return say(seconds === 0 ? words.noWait : durationText(seconds * 1000), lang)
}

type Seat = { lang: Lang; duty?: Duty | undefined; station: Station }

function Sitter({ lang, duty, station }: Seat) {
  if (!station.open) return <StatusBadge lang={lang} tone="quiet" label={words.shut} />
  return (
    <span class={duty ? undefined : 'soft'}>{duty?.staffName ?? say(words.nobodySits, lang)}</span>
  )
}

export function taskText(task: Task, lang: Lang): string {
  return say(words[task], lang)
}

export function tasksText(tasks: readonly Task[], lang: Lang): string {
  return tasks.map((task) => taskText(task, lang)).join(', ')
}

/** A number as it is called, with why it goes before others. */
export function PriorityBadge({
  lang,
  of,
}: {
  lang: Lang
  of: 'elderly' | 'pregnant' | 'disabled'
}) {
  return <StatusBadge lang={lang} tone="info" label={ticketWords[of]} />
}
