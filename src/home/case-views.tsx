import { ageText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { type BoardLine, stoodSince } from '../renewals/board.ts'
import { Age, Reason, reasonText } from '../renewals/line-views.tsx'
import { caseStateWords } from '../renewals/state-words.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Columns, Panel } from '../web/pieces/panel.tsx'
import { Stats } from '../web/pieces/stat.tsx'
import { Count, type Desk, Facts, Further } from './desk-views.tsx'
import { watchWords as words } from './watch-words.ts'
import { words as homeWords } from './words.ts'

export type AtAuthority = {
  state: 'requested' | 'accepted' | 'in-progress'
  count: number
  since: Date
}

const MOST_ROWS = 15

type LicenceProps = {
  lang: Lang
  now: Date
  /** What needs a hand, longest first: cases, and certificates that have none. */
  stuck: readonly BoardLine[]
  atAuthority: readonly AtAuthority[]
}

/** The licence desk: what is stuck and why, straight to the page with its button. */
export function licenceDesk(props: LicenceProps): Desk {
  const { lang, now, stuck } = props
  const [next] = stuck
  const since = next && stoodSince(next)
  return {
    title: next
      ? say(words.unstickNext, lang, { name: next.personName })
      : say(words.nothingStuck, lang),
    lead: next ? (
      <Facts
        items={[
          reasonText(next, lang),
          say(homeWords.classOf, lang, { class: next.licenceClass }),
          since && say(homeWords.waitedFor, lang, { time: say(ageText(since, now), lang) }),
        ]}
      />
    ) : (
      say(words.nothingStuckText, lang)
    ),
    act: next && {
      href: lineHref(next),
      label: say(next.case ? words.openCase : words.openTransmission, lang),
      icon: 'licence',
    },
    ways: [{ href: '/renewals?show=all', label: say(words.allCases, lang), icon: 'licence' }],
    since,
    body: (level) => (
      <Columns
        main={<Stuck {...props} level={level} />}
        side={<WithAuthority {...props} level={level} />}
      />
    ),
  }
}

function lineHref({ case: held, transmission }: BoardLine): string {
  return held ? `/renewals/${held.id}` : `/transmissions/${transmission?.id}`
}

function Stuck({ lang, now, stuck, level }: LicenceProps & { level: 2 | 3 }) {
  return (
    <Panel lang={lang} title={words.stuck} aside={<Count of={stuck.length} />} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.stuck}
        rows={stuck.slice(0, MOST_ROWS)}
        href={lineHref}
        empty={
          <EmptyState
            lang={lang}
            icon="check"
            title={words.nothingStuck}
            text={words.nothingStuckText}
          />
        }
        columns={[
          { label: words.person, head: true, cell: ({ personName }) => personName },
          { label: homeWords.licenceClass, narrow: true, cell: ({ licenceClass }) => licenceClass },
          {
            label: words.what,
            narrow: true,
            minor: true,
            cell: (line) => say(line.case ? words.case : words.certificate, lang),
          },
          { label: words.why, cell: (line) => <Reason lang={lang} line={line} /> },
          {
            label: homeWords.waiting,
            narrow: true,
            align: 'end',
            cell: (line) => <Age lang={lang} line={line} now={now} />,
          },
        ]}
      />
      <Further lang={lang} count={stuck.length - MOST_ROWS} href="/renewals" />
    </Panel>
  )
}

function WithAuthority({ lang, now, atAuthority, level }: LicenceProps & { level: 2 | 3 }) {
  return (
    <Panel lang={lang} title={words.withAuthority} level={level}>
      {atAuthority.length === 0 ? (
        <EmptyState lang={lang} title={words.nothingWithAuthority} />
      ) : (
        <Stats
          lang={lang}
          figures={atAuthority.map(({ state, count, since }) => ({
            label: caseStateWords[state],
            value: count,
            note: say(words.oldest, lang, { time: say(ageText(since, now), lang) }),
          }))}
        />
      )}
    </Panel>
  )
}
