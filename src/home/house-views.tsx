import { ageText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { Amount } from '../web/pieces/amount.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText, dateText, InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Columns, Panel } from '../web/pieces/panel.tsx'
import { Stats } from '../web/pieces/stat.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { Desk } from './desk-views.tsx'
import type { ConcludedLine } from './flow.ts'
import type { DayFigures, Stuck, StuckPlaces } from './watch.ts'
import { watchWords as words } from './watch-words.ts'
import { words as homeWords, outcomeWords } from './words.ts'

type RecordsProps = { lang: Lang; newest: readonly ConcludedLine[]; today: number }

/** Who keeps the records: those that were written last. */
export function recordsDesk({ lang, newest, today }: RecordsProps): Desk {
  return {
    title:
      today > 0 ? say(words.newRecords, lang, { count: today }) : say(words.noNewRecords, lang),
    lead: say(words.recordsLead, lang),
    act: { href: '/records', label: say(words.findRecord, lang), icon: 'search' },
    body: (level) => (
      <Panel lang={lang} title={words.newest} flush level={level}>
        <DataTable
          lang={lang}
          caption={words.newest}
          rows={newest}
          href={({ patientId }) => `/records/${patientId}`}
          empty={<EmptyState lang={lang} icon="record" title={words.noRecords} />}
          columns={[
            { label: homeWords.name, head: true, cell: ({ name }) => name },
            {
              label: homeWords.birthDate,
              minor: true,
              cell: ({ birthDate }) => <DateText lang={lang} date={birthDate} />,
            },
            { label: homeWords.licenceClass, cell: ({ licenceClass }) => licenceClass },
            {
              label: words.outcome,
              cell: ({ outcome }) =>
                outcome === 'fit' ? (
                  say(outcomeWords.fit, lang)
                ) : (
                  <StatusBadge lang={lang} state={outcome} label={outcomeWords[outcome]} />
                ),
            },
            {
              label: words.concludedAt,
              narrow: true,
              align: 'end',
              cell: ({ concludedAt }) => <InstantText lang={lang} at={concludedAt} />,
            },
          ]}
        />
      </Panel>
    ),
  }
}

type DirectorProps = {
  lang: Lang
  now: Date
  date: string
  figures: DayFigures
  /** Whether how many passed is this person's business. */
  seesOutcomes: boolean
  stuck: StuckPlaces
}

/** The director: the day in four figures, and what is stuck anywhere. No names, no findings. */
export function directorDesk(props: DirectorProps): Desk {
  const { lang, stuck } = props
  const count = places.reduce((sum, { key }) => sum + stuck[key].count, 0)
  const title = count === 1 ? words.oneStuck : words.stuckCount
  return {
    title: say(count === 0 ? words.nothingStuck : title, lang, { count }),
    lead: dateText(props.date, lang),
    act: { href: '/figures', label: say(words.figures, lang), icon: 'chart' },
    body: (level) => (
      <Columns
        main={<StuckPanel {...props} level={level} />}
        side={<Day {...props} level={level} />}
      />
    ),
  }
}

function Day({ lang, figures, seesOutcomes, level }: DirectorProps & { level: 2 | 3 }) {
  const { arrived, waiting, concluded, fit, taken } = figures
  const percent = Math.round((fit * 100) / Math.max(1, concluded))
  return (
    <Panel lang={lang} title={words.today} level={level}>
      <Stats
        lang={lang}
        figures={[
          { label: words.arrived, value: arrived },
          { label: words.waitingNow, value: waiting },
          {
            label: words.concluded,
            value: concluded,
            note:
              seesOutcomes && concluded > 0 ? say(words.passRate, lang, { percent }) : undefined,
          },
          { label: words.taken, value: <Amount lang={lang} amount={taken} /> },
        ]}
      />
    </Panel>
  )
}

const places = [
  { key: 'transfers', href: '/bank-transactions' },
  { key: 'transmissions', href: '/transmissions' },
  { key: 'cases', href: '/renewals' },
  { key: 'unpaid', href: undefined },
] as const

function StuckPanel({ lang, now, stuck, level }: DirectorProps & { level: 2 | 3 }) {
  const rows = places
    .map((place) => ({ ...place, ...(stuck[place.key] as Stuck) }))
    .filter(({ count }) => count > 0)
  return (
    <Panel lang={lang} title={words.stuck} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.stuck}
        rows={rows}
        href={({ href }) => href}
        empty={<EmptyState lang={lang} icon="check" title={words.nothingStuck} />}
        columns={[
          { label: words.where, head: true, cell: ({ key }) => say(words[key], lang) },
          { label: words.count, align: 'end', narrow: true, cell: ({ count }) => count },
          {
            label: words.longest,
            align: 'end',
            narrow: true,
            cell: ({ since }) => (since ? say(ageText(since, now), lang) : ''),
          },
        ]}
      />
    </Panel>
  )
}
