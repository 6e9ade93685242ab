import { type Lang, say } from '../core/text.ts'
import type { Section } from '../exams/findings.ts'
import { sectionNames } from '../exams/words.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Columns, Panel, Stack } from '../web/pieces/panel.tsx'
import { Stats } from '../web/pieces/stat.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { Count, type Desk, Further } from './desk-views.tsx'
import { birthColumn, PersonFacts } from './examine-views.tsx'
import { type Outcomes, unsignedSections, type Waiting } from './flow.ts'
import { numberColumn, waitedColumn } from './people-views.tsx'
import { outcomeWords, words } from './words.ts'

const MOST_ROWS = 20

type ConcludeProps = {
  lang: Lang
  now: Date
  ready: readonly Waiting[]
  nearly: readonly (Waiting & { missing: readonly Section[] })[]
  outcomes: Outcomes
}

type Level = { level: 2 | 3 }

/** Concluder: whose exam is complete, longest waiting; then who lacks little, and what. */
export function concludeDesk(props: ConcludeProps): Desk {
  const { lang, now, ready } = props
  const [next] = ready
  return {
    title: next
      ? say(words.concludeNext, lang, { name: next.line.name })
      : say(words.nobodyToConclude, lang),
    lead: next ? <PersonFacts lang={lang} now={now} of={next} /> : say(words.followsItself, lang),
    act: next && {
      href: conclusionHref(next),
      label: say(words.conclude, lang),
      icon: 'shield',
    },
    since: next?.since,
    body: (level) => (
      <Columns
        main={
          <Stack>
            <Ready {...props} level={level} />
            <Nearly {...props} level={level} />
          </Stack>
        }
        side={<Concluded {...props} level={level} />}
      />
    ),
  }
}

const conclusionHref = ({ line }: Waiting) => `/exams/${line.examId}/conclusion`

function Ready({ lang, now, ready, level }: ConcludeProps & Level) {
  return (
    <Panel lang={lang} title={words.ready} aside={<Count of={ready.length} />} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.ready}
        rows={ready.slice(0, MOST_ROWS)}
        href={conclusionHref}
        rowId={({ line }) => `exam-${line.examId}`}
        empty={
          <EmptyState
            lang={lang}
            icon="check"
            title={words.nobodyToConclude}
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
          { label: words.unsigned, cell: ({ line }) => unsignedText(unsignedSections(line), lang) },
          waitedColumn(lang, now),
        ]}
      />
      <Further lang={lang} count={ready.length - MOST_ROWS} href="/exams?show=conclude" />
    </Panel>
  )
}

function unsignedText(unsigned: readonly Section[], lang: Lang) {
  if (unsigned.length === 0) return <span class="soft">{say(words.allSigned, lang)}</span>
  return <StatusBadge lang={lang} tone="warn" label={namesOf(unsigned, lang)} />
}

const namesOf = (sections: readonly Section[], lang: Lang) =>
  sections.map((section) => say(sectionNames[section], lang)).join(', ')

function Nearly({ lang, now, nearly, level }: ConcludeProps & Level) {
  return (
    <Panel lang={lang} title={words.nearly} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.nearly}
        rows={nearly.slice(0, 10)}
        href={({ line }) => `/exams/${line.examId}`}
        empty={<EmptyState lang={lang} title={words.nobodyNearly} text={words.followsItself} />}
        columns={[
          { label: words.name, head: true, cell: ({ line }) => line.name },
          { label: words.missing, cell: ({ missing }) => namesOf(missing, lang) },
          waitedColumn(lang, now),
        ]}
      />
    </Panel>
  )
}

const outcomeTones = { fit: 'good', 'fit-subject-to-review': 'warn', unfit: 'bad' } as const

function Concluded({ lang, outcomes, level }: ConcludeProps & Level) {
  const kinds = ['fit', 'fit-subject-to-review', 'unfit'] as const
  return (
    <Panel lang={lang} title={words.outcomes} level={level}>
      <Stats
        lang={lang}
        figures={kinds.map((kind) => ({
          label: outcomeWords[kind],
          value: outcomes[kind],
          ...(outcomes[kind] > 0 && { tone: outcomeTones[kind] }),
        }))}
      />
    </Panel>
  )
}
