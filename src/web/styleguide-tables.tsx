import { type Lang, say, type Text } from '../core/text.ts'
import { Amount } from './pieces/amount.tsx'
import { type Column, DataTable } from './pieces/data-table.tsx'
import { DefinitionList } from './pieces/definition-list.tsx'
import { EmptyState } from './pieces/empty-state.tsx'
import { Skeleton } from './pieces/loading.tsx'
import { Pager } from './pieces/pager.tsx'
import { Stats } from './pieces/stat.tsx'
import { StatusBadge, type Tone } from './pieces/status-badge.tsx'
import { Steps } from './pieces/steps.tsx'
import { Tabs } from './pieces/tabs.tsx'
import { Timeline } from './pieces/timeline.tsx'
import { samplePeople, styleguideWords as words } from './styleguide-words.ts'

type Part = { lang: Lang }
type Person = (typeof samplePeople)[number]

const stateLabels: Readonly<Record<Person['state'], Text>> = {
  arrived: words.waitingNow,
  'in-progress': words.stepExam,
  finished: words.done,
}

function columns(lang: Lang): readonly Column<Person>[] {
  return [
    { label: words.name, head: true, cell: ({ name }) => name, sort: ({ name }) => name },
    { label: words.arrived, cell: ({ at }) => at, sort: ({ at }) => at },
    {
      label: words.state,
      cell: ({ state }) => <StatusBadge lang={lang} state={state} label={stateLabels[state]} />,
      sort: ({ state }) => say(stateLabels[state], lang),
    },
    {
      label: words.fee,
      align: 'end',
      cell: ({ fee }) => <Amount lang={lang} amount={fee} />,
      sort: ({ fee }) => fee,
    },
  ]
}

export function TablePart({ lang }: Part) {
  const total = samplePeople.reduce((sum, { fee }) => sum + fee, 0)
  return (
    <div class="stack">
      <Tabs
        lang={lang}
        label={words.tabs}
        tabs={[
          { href: '#tables', label: words.waitingNow, count: 4, current: true },
          { href: '#tables', label: words.mine, count: 0 },
          { href: '#tables', label: words.all },
        ]}
      />
      <DataTable
        lang={lang}
        caption={words.today}
        showCaption
        columns={columns(lang)}
        rows={samplePeople}
        href={() => '#tables'}
        filter
        footer={
          <tr>
            <th scope="row" colspan={3}>
              {say(words.total, lang)}
            </th>
            <td class="end">
              <Amount lang={lang} amount={total} />
            </td>
          </tr>
        }
      />
      <Pager lang={lang} previous="#tables" next="#tables" />
      <DataTable
        lang={lang}
        caption={words.nobody}
        columns={columns(lang)}
        rows={[]}
        empty={
          <EmptyState lang={lang} icon="person" title={words.nobody} text={words.nobodyText} />
        }
      />
      <Skeleton lines={4} />
    </div>
  )
}

export function FigurePart({ lang }: Part) {
  return (
    <div class="stack">
      <Stats
        lang={lang}
        figures={[
          { label: words.waitingNow, value: 4, href: '#figures' },
          {
            label: words.longest,
            value: say(words.minutes, lang),
            note: words.longestNote,
            tone: 'warn',
          },
          { label: words.done, value: 17, tone: 'good' },
          { label: words.takings, value: <Amount lang={lang} amount={5_185_000} /> },
        ]}
      />
      <DefinitionList
        lang={lang}
        items={[
          { term: words.name, value: say(words.nameValue, lang) },
          { term: words.classLabel, value: 'B' },
          { term: words.fee, value: <Amount lang={lang} amount={305_000} /> },
        ]}
      />
      <DefinitionList
        lang={lang}
        layout="across"
        items={[
          { term: words.arrived, value: '08:20' },
          { term: words.classLabel, value: 'B' },
          { term: words.fee, value: <Amount lang={lang} amount={305_000} size="large" /> },
        ]}
      />
    </div>
  )
}

const tones: readonly (readonly [Tone, Text])[] = [
  ['good', words.fit],
  ['warn', words.review],
  ['bad', words.unfit],
  ['info', words.waitingNow],
  ['quiet', words.empty],
]

export function StatusPart({ lang }: Part) {
  return (
    <div class="row">
      {tones.map(([tone, label]) => (
        <StatusBadge lang={lang} tone={tone} label={label} />
      ))}
    </div>
  )
}

export function ProgressPart({ lang }: Part) {
  const steps = [
    { label: words.stepArrive, state: 'complete' },
    { label: words.stepExam, state: 'needs-action', reason: words.stepReason },
    { label: words.stepPay, state: 'in-progress' },
    { label: words.stepConclude, state: 'waiting' },
    { label: words.stepRenew, state: 'failed' },
  ] as const
  const at = (text: string) => new Date(`2026-11-24T${text}:00+07:00`)
  return (
    <div class="stack">
      <Steps lang={lang} label={words.progress} steps={steps} layout="row" />
      <div class="guide-halves">
        <Steps lang={lang} label={words.stepRenew} steps={steps} />
        <Timeline
          lang={lang}
          label={words.history}
          items={[
            { at: at('09:41'), title: words.accepted, tone: 'good' },
            {
              at: at('09:40'),
              title: words.sentOn,
              by: say(words.doctor, lang),
              detail: say(words.noteValue, lang),
              tone: 'info',
            },
            { at: at('08:20'), title: words.stepArrive },
          ]}
        />
      </div>
    </div>
  )
}
