import { ageText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { sectionNames } from '../exams/words.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText, dateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Columns, Panel } from '../web/pieces/panel.tsx'
import { Stats } from '../web/pieces/stat.tsx'
import { Count, type Desk, Facts, Further } from './desk-views.tsx'
import { type ForMe, sectionHref, type Waiting } from './flow.ts'
import { arrivedColumn, numberColumn, waitedColumn } from './people-views.tsx'
import { stationWords } from './station-words.ts'
import { words } from './words.ts'

const MOST_ROWS = 20

type ExamineProps = {
  lang: Lang
  now: Date
  /** A laboratory records results; it does not examine. */
  lab: boolean
  waiting: readonly ForMe[]
  signed: { sections: number; people: number }
}

/** Examiner and laboratory: whoever waits longest for this person's hand, straight to the section. */
export function examineDesk(props: ExamineProps): Desk {
  const { lang, lab, waiting, now } = props
  const [next] = waiting
  const [section] = next?.mine ?? []
  const ways = [
    { href: '/stations', label: say(stationWords.choose, lang), icon: 'station' as const },
    { href: '/exams', label: say(words.allExams, lang), icon: 'exam' as const },
  ]
  const body: Desk['body'] = (level) => (
    <Columns main={<Queue {...props} level={level} />} side={<Signed {...props} level={level} />} />
  )
  if (!next || !section) {
    return {
      title: say(words.nobodyForMe, lang),
      lead: say(words.followsItself, lang),
      ways,
      body,
    }
  }
  const name = say(sectionNames[section], lang)
  return {
    title: say(lab ? words.testNext : words.examineNext, lang, { name: next.line.name }),
    lead: <PersonFacts lang={lang} now={now} of={next} />,
    act: {
      href: sectionHref(next.line, section),
      label: say(lab ? words.testSection : words.examineSection, lang, { section: name }),
      icon: 'exam',
    },
    ways,
    since: next.since,
    body,
  }
}

/** Who it is and how long they wait. */
export function PersonFacts({ lang, now, of }: { lang: Lang; now: Date; of: Waiting }) {
  const { birthDate, licenceClass } = of.line
  return (
    <Facts
      items={[
        say(words.bornOn, lang, { date: dateText(birthDate, lang) }),
        say(words.classOf, lang, { class: licenceClass }),
        say(words.waitedFor, lang, { time: say(ageText(of.since, now), lang) }),
      ]}
    />
  )
}

type Level = { level: 2 | 3 }

function Queue({ lang, now, waiting, level }: ExamineProps & Level) {
  return (
    <Panel
      lang={lang}
      title={words.queue}
      aside={<Count of={waiting.length} />}
      flush
      level={level}
    >
      <DataTable
        lang={lang}
        caption={words.queue}
        rows={waiting.slice(0, MOST_ROWS)}
        href={({ line, mine: [first] }) => first && sectionHref(line, first)}
        rowId={({ line }) => `exam-${line.examId}`}
        empty={
          <EmptyState
            lang={lang}
            icon="check"
            title={words.nobodyForMe}
            text={words.followsItself}
          />
        }
        columns={[
          numberColumn,
          { label: words.name, head: true, cell: ({ line }) => line.name },
          birthColumn(lang),
          {
            label: words.licenceClass,
            narrow: true,
            minor: true,
            cell: ({ line }) => line.licenceClass,
          },
          { label: words.sectionsOfMine, narrow: true, cell: (row) => mineText(row, lang) },
          arrivedColumn(lang),
          waitedColumn(lang, now),
        ]}
      />
      <Further lang={lang} count={waiting.length - MOST_ROWS} href="/exams?show=mine" />
    </Panel>
  )
}

export function birthColumn(lang: Lang) {
  return {
    label: words.birthDate,
    minor: true,
    narrow: true,
    cell: ({ line }: Waiting) => <DateText lang={lang} date={line.birthDate} />,
  }
}

function mineText({ line, mine }: ForMe, lang: Lang): string {
  const [first, ...rest] = mine
  if (!first) return ''
  const name = say(sectionNames[first], lang)
  const text = line.sections[first] ? say(words.toSign, lang, { section: name }) : name
  if (rest.length === 0) return text
  return say(words.sectionsMore, lang, { first: text, count: rest.length })
}

function Signed({ lang, signed, level }: ExamineProps & Level) {
  return (
    <Panel lang={lang} title={words.doneToday} level={level}>
      <Stats
        lang={lang}
        figures={[
          { label: words.people, value: signed.people },
          { label: words.sections, value: signed.sections },
        ]}
      />
    </Panel>
  )
}
