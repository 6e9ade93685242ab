import { type Lang, say } from '../core/text.ts'
import type { Unrecognised } from '../frontdesk/identity.ts'
import { identityWords as words } from '../frontdesk/identity-words.ts'
import { numberText } from '../frontdesk/ticket.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText } from '../web/pieces/date-text.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Count, Further, Waited } from './desk-views.tsx'
import { stationWords } from './station-words.ts'

type CardsProps = {
  lang: Lang
  now: Date
  once: string
  cards: readonly Unrecognised[]
  level: 2 | 3
}

const MOST_ROWS = 8

/** Whoever came by a kiosk shows their card at the desk: one press for each that is theirs. */
export function CardsPanel({ lang, now, once, cards, level }: CardsProps) {
  if (cards.length === 0) return null
  return (
    <Panel
      lang={lang}
      title={words.waitsFor}
      aside={<Count of={cards.length} />}
      flush
      marked
      level={level}
    >
      <DataTable
        lang={lang}
        caption={words.waitsFor}
        rows={cards.slice(0, MOST_ROWS)}
        href={({ visitId }) => `/visits/${visitId}`}
        rowId={({ visitId }) => `card-${visitId}`}
        columns={[
          {
            label: stationWords.number,
            narrow: true,
            cell: ({ number }) =>
              number !== null && <span class="ticket-number">{numberText(number)}</span>,
          },
          { label: words.name, head: true, cell: ({ name }) => name },
          {
            label: words.birthDate,
            narrow: true,
            cell: ({ birthDate }) => <DateText lang={lang} date={birthDate} />,
          },
          {
            label: words.number,
            narrow: true,
            cell: ({ cardNumber }) => cardNumber ?? say(words.none, lang),
          },
          {
            label: words.waiting,
            narrow: true,
            align: 'end',
            cell: ({ since }) => <Waited lang={lang} since={since} now={now} />,
          },
          {
            label: words.card,
            narrow: true,
            cell: (card) => <Seen lang={lang} once={once} card={card} />,
          },
        ]}
      />
      <Further lang={lang} count={cards.length - MOST_ROWS} href="/exams?show=open" />
    </Panel>
  )
}

/** Where the number is another's, believing the card is not enough: the visit's page says what is. */
function Seen({ lang, once, card }: Pick<CardsProps, 'lang' | 'once'> & { card: Unrecognised }) {
  const { visitId, name, another } = card
  if (another) {
    return (
      <LinkButton href={`/visits/${visitId}`} small>
        {say(words.anotherShort, lang)}
        <span class="unseen">: {name}</span>
      </LinkButton>
    )
  }
  return (
    <Form lang={lang} action={`/visits/${visitId}/card-seen`} once={`${once}-${visitId}`}>
      <input type="hidden" name="from" value="home" />
      <Button lang={lang} small icon="check">
        {say(words.seenShort, lang)}
        <span class="unseen">: {name}</span>
      </Button>
    </Form>
  )
}
