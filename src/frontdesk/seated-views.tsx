import { clockTimeOf } from '../core/calendar-date.ts'
import { say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { type QueueLine, workHref } from './queue-line.ts'
import { stationPageWords as words } from './station-page-words.ts'
import type { StationProps } from './station-views.tsx'
import { PriorityBadge, tasksText } from './stations-views.tsx'
import { isSeated, MAX_SKIPS, numberText } from './ticket.ts'
import { ticketWords } from './ticket-words.ts'

type Props = StationProps & { queue: readonly QueueLine[] }

/** Who is called, large; what can be done with them, by one key each. */
export function SeatedPanel(props: Props) {
  const { lines, mayServe } = props
  const seated = lines.find(({ ticket }) => isSeated(ticket.state))
  if (!seated) return <NobodyCalled {...props} />
  return (
    <Panel lang={props.lang} marked={mayServe}>
      <div class="seated">
        <Person {...props} line={seated} />
        {mayServe && <Actions {...props} line={seated} />}
      </div>
      {mayServe && <TransferForm {...props} line={seated} />}
    </Panel>
  )
}

function NobodyCalled({ lang, queue, station, once, mayServe }: Props) {
  const [next] = queue
  return (
    <Panel lang={lang} marked={mayServe}>
      <div class="seated">
        <div class="seated-person">
          <p class="soft">{say(next ? words.nextIs : words.nobodyCalled, lang)}</p>
          {next && (
            <>
              <p class="seated-number seated-next">{numberText(next.ticket.number)}</p>
              <p class="seated-name">{next.name}</p>
            </>
          )}
        </div>
        {mayServe && station.open && (
          <div class="seated-actions">
            <Form lang={lang} action={`/stations/${station.id}/call`} once={`${once}-call`}>
              <Button lang={lang} variant="primary" icon="call" shortcut="n" wide autofocus>
                {say(words.callNext, lang)}
              </Button>
            </Form>
          </div>
        )}
      </div>
    </Panel>
  )
}

type Seated = Props & { line: QueueLine }

function Person({ lang, line, own }: Seated) {
  const { ticket, name, birthDate, licenceClass } = line
  const at = ticket.servedAt ?? ticket.calledAt
  const state = ticket.state === 'serving' ? words.servingSince : words.calledTimes
  return (
    <div class="seated-person">
      <p class="row">
        <StatusBadge
          lang={lang}
          tone={ticket.state === 'serving' ? 'good' : 'warn'}
          label={ticketWords[ticket.state]}
        />
        <span class="soft">
          {at && say(state, lang, { count: ticket.calls, at: clockTimeOf(at) })}
        </span>
        {ticket.priority && <PriorityBadge lang={lang} of={ticket.priority} />}
      </p>
      <p class="seated-number">{numberText(ticket.number)}</p>
      <p class="seated-name">{name}</p>
      <p class="soft">
        {[dateText(birthDate, lang), licenceClass, tasksText(own(line), lang)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

function Actions(props: Seated) {
  const { lang, line, own } = props
  const called = line.ticket.state === 'called'
  const last = line.ticket.skips + 1 >= MAX_SKIPS
  return (
    <div class="seated-actions">
      {called ? (
        <Act {...props} act="serve" keys="o" primary>
          {say(words.came, lang)}
        </Act>
      ) : (
        <LinkButton
          lang={lang}
          href={workHref(own(line)[0], line)}
          variant="primary"
          icon="exam"
          shortcut="o"
          wide
        >
          {say(words.work, lang)}
        </LinkButton>
      )}
      {called && (
        <Act {...props} act="recall" keys="r">
          {say(words.recall, lang)}
        </Act>
      )}
      {called && (
        <Act {...props} act="skip" keys="s">
          {say(last ? words.away : words.skip, lang)}
        </Act>
      )}
      <Act {...props} act="finish" keys="x">
        {say(words.finish, lang)}
      </Act>
    </div>
  )
}

type ActProps = Seated & {
  act: 'serve' | 'recall' | 'skip' | 'finish'
  keys: string
  primary?: boolean
  children?: string
}

function Act({ lang, station, line, once, act, keys, primary, children }: ActProps) {
  const mark = `${once}-${act}-${line.ticket.version}`
  return (
    <Form lang={lang} action={`/stations/${station.id}/${act}`} once={mark}>
      <input type="hidden" name="visitId" value={line.ticket.visitId} />
      <Button lang={lang} variant={primary ? 'primary' : 'secondary'} shortcut={keys} wide>
        {children}
      </Button>
    </Form>
  )
}

function TransferForm({ lang, station, line, others, once }: Seated) {
  const open = others.filter((other) => other.open && other.id !== station.id)
  if (open.length === 0) return null
  return (
    <Form
      lang={lang}
      action={`/stations/${station.id}/transfer`}
      once={`${once}-transfer-${line.ticket.version}`}
      class="seated-transfer"
    >
      <input type="hidden" name="visitId" value={line.ticket.visitId} />
      <Select
        lang={lang}
        name="toStationId"
        label={words.toStation}
        options={open.map(({ id, name, room }) => ({
          value: id,
          label: { vi: `${name} · ${room}`, en: `${name} · ${room}` },
        }))}
      />
      <Button lang={lang} shortcut="t">
        {say(words.transfer, lang)}
      </Button>
    </Form>
  )
}
