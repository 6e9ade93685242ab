import type { Child } from 'hono/jsx'
import { durationText } from '../core/duration.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Panel, Stack } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { priorities } from './queue.ts'
import type { Route } from './route.ts'
import { PriorityBadge, tasksText } from './stations-views.tsx'
import { isOver, mayDo, numberText, type Ticket, type TicketState } from './ticket.ts'
import { ticketPageWords as words } from './ticket-page-words.ts'
import { ticketWords } from './ticket-words.ts'

type Props = { lang: Lang; route: Route; once: string; mayDecide: boolean; running: boolean }

const tones = { waiting: 'info', called: 'warn', serving: 'good', done: 'good' } as const

/** The number, where its holder is, and the way that is left. */
export function TicketPanel(props: Props) {
  const { lang, route } = props
  const { ticket, next, unserved } = route
  return (
    <Panel
      lang={lang}
      title={ticketWords.ticket}
      aside={
        <StatusBadge
          lang={lang}
          tone={tones[ticket.state as keyof typeof tones] ?? 'quiet'}
          label={ticketWords[ticket.state]}
        />
      }
      footer={props.mayDecide && <Decisions {...props} />}
    >
      <Stack tight>
        <p class="row">
          <span class="visit-ticket">{numberText(ticket.number)}</span>
          {ticket.priority && <PriorityBadge lang={lang} of={ticket.priority} />}
        </p>
        {!isOver(ticket.state) && <Here lang={lang} route={route} />}
        {next.length > 0 && (
          <div>
            <p class="soft">{say(words.afterwards, lang)}</p>
            <ol class="visit-route">
              {next.map(({ name, room }) => (
                <li>{say(words.at, lang, { name, room })}</li>
              ))}
            </ol>
          </div>
        )}
        {unserved.length > 0 && (
          <p class="soft">{say(words.unserved, lang, { tasks: tasksText(unserved, lang) })}</p>
        )}
      </Stack>
    </Panel>
  )
}

const hereWords: Partial<Record<TicketState, Text>> = {
  waiting: words.waitsAt,
  called: words.calledTo,
  serving: words.servedAt,
}

function Here({ lang, route: { here, ticket } }: { lang: Lang; route: Route }) {
  if (!here) return <p>{say(words.nowhere, lang)}</p>
  const { name, room, ahead } = here
  const long = say(durationText(here.waitSeconds * 1000), lang)
  const place = hereWords[ticket.state]
  return (
    <p>
      {place && say(place, lang)} <strong>{say(words.at, lang, { name, room })}</strong>
      {ticket.state === 'waiting' && (
        <>
          {', '}
          {ahead === 0 ? say(words.firstInLine, lang) : say(words.ahead, lang, { count: ahead })}
          {here.waitSeconds >= 60 && `, ${say(words.about, lang, { long })}`}
        </>
      )}
    </p>
  )
}

function Decisions({ lang, route: { ticket }, once, running }: Props) {
  return (
    <Stack tight>
      {mayDo(ticket, 'prioritise') && <PriorityForm {...{ lang, ticket, once }} />}
      {mayDo(ticket, 'bring-back') && running && (
        <Act lang={lang} to={`/visits/${ticket.visitId}/bring-back`} once={`${once}-back`}>
          {say(words.bringBack, lang)}
        </Act>
      )}
      {running && (
        <details>
          <summary>{say(words.giveUp, lang)}</summary>
          <Stack tight>
            <p class="soft">{say(words.giveUpHint, lang)}</p>
            <Act lang={lang} to={`/visits/${ticket.visitId}/give-up`} once={`${once}-up`} danger>
              {say(words.giveUp, lang)}
            </Act>
          </Stack>
        </details>
      )}
    </Stack>
  )
}

function PriorityForm({ lang, ticket, once }: { lang: Lang; ticket: Ticket; once: string }) {
  const options = priorities.map((value) => ({ value, label: ticketWords[value] }))
  return (
    <Form
      lang={lang}
      action={`/visits/${ticket.visitId}/priority`}
      once={`${once}-priority`}
      class="visit-priority"
    >
      <Select
        lang={lang}
        name="priority"
        label={ticketWords.priority}
        value={ticket.priority ?? 'none'}
        options={[{ value: 'none', label: ticketWords.noPriority }, ...options]}
      />
      <Button lang={lang} small>
        {say(ticketWords.setPriority, lang)}
      </Button>
    </Form>
  )
}

type ActProps = { lang: Lang; to: string; once: string; danger?: boolean; children?: Child }

function Act({ lang, to, once, danger, children }: ActProps) {
  return (
    <Form lang={lang} action={to} once={once}>
      <Button lang={lang} small variant={danger ? 'danger' : 'secondary'}>
        {children}
      </Button>
    </Form>
  )
}
