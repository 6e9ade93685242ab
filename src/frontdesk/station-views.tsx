import { clockTimeOf } from '../core/calendar-date.ts'
import { ageText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { ScanCatcher } from '../patients/scan-views.tsx'
import { Button } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { TextArea } from '../web/pieces/field.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { QueueLine } from './queue-line.ts'
import { SeatedPanel } from './seated-views.tsx'
import type { Duty, Handover, Station } from './station.ts'
import { stationPageWords as words } from './station-page-words.ts'
import { PriorityBadge, tasksText } from './stations-views.tsx'
import type { Task } from './task.ts'
import { isSeated, numberText } from './ticket.ts'

export type StationProps = {
  lang: Lang
  now: Date
  once: string
  station: Station
  duty?: Duty | undefined
  handover?: Handover | undefined
  /** Whoever is here first, then the queue. */
  lines: readonly QueueLine[]
  others: readonly Station[]
  own: (line: QueueLine) => Task[]
  actorId: string
  mayServe: boolean
  /** Has a scanner: whoever's card is read is somebody who comes. */
  scans: boolean
}

/** The one page that a station's person sits in front of. */
export function StationView(props: StationProps) {
  const { lang, lines, mayServe, duty, actorId } = props
  const queue = lines.filter(({ ticket }) => !isSeated(ticket.state))
  const floor = (
    <>
      <LivePart id="seated">
        <SeatedPanel {...props} queue={queue} />
      </LivePart>
      <LivePart id="queue">
        <QueuePanel {...props} queue={queue} />
      </LivePart>
    </>
  )
  return (
    <>
      <LivePart id="head">
        <Head {...props} />
      </LivePart>
      {!mayServe && <Notice lang={lang} title={words.readOnly} />}
      <LivePart id="note">
        <LeftNote {...props} />
      </LivePart>
      {mayServe && duty?.staffId === actorId ? (
        <Columns main={floor} side={<HandOverPanel {...props} />} />
      ) : (
        <Stack>{floor}</Stack>
      )}
      {props.scans && <ScanCatcher lang={lang} action="/patients/scan" once={props.once} />}
    </>
  )
}

function Head(props: StationProps) {
  const { lang, station, mayServe, duty, actorId, once } = props
  const mine = duty?.staffId === actorId
  return (
    <PageHead
      lang={lang}
      title={station.name}
      back={{ href: '/stations', label: words.stations }}
      badge={
        <StatusBadge
          lang={lang}
          tone={station.open ? 'good' : 'quiet'}
          label={station.open ? words.open : words.shut}
        />
      }
      lead={[station.room, tasksText(station.tasks, lang), sitterText(props)].join(' · ')}
      actions={
        mayServe && (
          <>
            {!(mine && station.open) && (
              <Form lang={lang} action={`/stations/${station.id}/duty`} once={`${once}-take`}>
                <Button lang={lang} icon="person" shortcut="k">
                  {say(words.take, lang)}
                </Button>
              </Form>
            )}
            {station.open && (
              <Form lang={lang} action={`/stations/${station.id}/shut`} once={`${once}-shut`}>
                <Button lang={lang} variant="quiet">
                  {say(words.shutIt, lang)}
                </Button>
              </Form>
            )}
          </>
        )
      }
    />
  )
}

function sitterText({ lang, duty, actorId }: StationProps): string {
  if (!duty) return say(words.free, lang)
  const at = clockTimeOf(duty.beganAt)
  if (duty.staffId === actorId) return say(words.you, lang, { at })
  return say(words.other, lang, { name: duty.staffName, at })
}

/** Read by whoever sits there after the one who left it, for as long as the day lasts. */
function LeftNote({ lang, handover }: StationProps) {
  if (!handover) return null
  const at = clockTimeOf(handover.endedAt)
  return (
    <Notice lang={lang} title={say(words.noteFrom, lang, { name: handover.staffName, at })}>
      {handover.note}
    </Notice>
  )
}

function QueuePanel({ lang, now, queue }: StationProps & { queue: readonly QueueLine[] }) {
  return (
    <Panel
      lang={lang}
      title={words.queue}
      aside={queue.length > 0 && <span class="count">{queue.length}</span>}
      flush
    >
      <DataTable
        lang={lang}
        caption={words.queue}
        rows={queue}
        href={({ ticket }) => `/visits/${ticket.visitId}`}
        rowId={({ ticket }) => `ticket-${ticket.number}`}
        empty={
          <EmptyState
            lang={lang}
            icon="check"
            title={words.emptyQueue}
            text={words.emptyQueueText}
          />
        }
        columns={[
          {
            label: words.number,
            narrow: true,
            cell: ({ ticket }) => <span class="ticket-number">{numberText(ticket.number)}</span>,
          },
          { label: words.name, head: true, cell: ({ name }) => name },
          {
            label: words.marks,
            narrow: true,
            minor: true,
            cell: ({ ticket }) => <Marks lang={lang} line={ticket} />,
          },
          {
            label: words.waited,
            narrow: true,
            align: 'end',
            cell: ({ ticket }) => say(ageText(ticket.queuedAt, now), lang),
          },
        ]}
      />
    </Panel>
  )
}

function Marks({ lang, line }: { lang: Lang; line: QueueLine['ticket'] }) {
  return (
    <span class="row">
      {line.priority && <PriorityBadge lang={lang} of={line.priority} />}
      {line.skips > 0 && <span class="soft">{say(words.passed, lang, { count: line.skips })}</span>}
    </span>
  )
}

function HandOverPanel({ lang, station, once }: StationProps) {
  return (
    <Panel lang={lang} title={words.handOver}>
      <Form
        lang={lang}
        action={`/stations/${station.id}/hand-over`}
        once={`${once}-over`}
        keep={`station:${station.id}:note`}
      >
        <Stack tight>
          <TextArea
            lang={lang}
            name="note"
            label={words.note}
            hint={words.noteHint}
            rows={3}
            optional
            maxLength={1000}
          />
          <FormActions>
            <Button lang={lang} icon="exit">
              {say(words.leave, lang)}
            </Button>
          </FormActions>
        </Stack>
      </Form>
    </Panel>
  )
}
