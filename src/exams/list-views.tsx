import { calendarDateOf } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText, InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form } from '../web/pieces/form.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Pager } from '../web/pieces/pager.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'
import type { Section } from './findings.ts'
import type { ListedExam, Waiting } from './listing.ts'
import { MissingSections, SectionMeter } from './meter-views.tsx'
import { pageWords, stateNames } from './page-words.ts'
import { purposeNames } from './words.ts'
import type { Show } from './worklist.ts'

type ListProps = {
  lang: Lang
  shows: readonly Show[]
  show: Show
  q: string
  items: readonly ListedExam[]
  waiting: Waiting
  /** What this reader records: named first among what is missing. */
  own: readonly Section[]
  today: string
  next?: string | undefined
  /** Where a row leads: a doctor straight to the section that waits. */
  href: (exam: ListedExam) => string
}

const showNames: Record<Show, keyof typeof pageWords> = {
  mine: 'filterMine',
  conclude: 'filterConclude',
  open: 'filterOpen',
  all: 'filterAll',
}

export function ExamListView(props: ListProps) {
  const { lang, show, q } = props
  return (
    <>
      <PageHead lang={lang} title={pageWords.exams} actions={<Actions {...props} />} />
      <Stack>
        <Filters {...props} />
        <LivePart id="exams">
          <Panel lang={lang} flush>
            <Exams {...props} />
          </Panel>
        </LivePart>
        <Pager
          lang={lang}
          next={
            props.next &&
            `/exams?${new URLSearchParams({ show, after: props.next, ...(q && { q }) })}`
          }
        />
      </Stack>
    </>
  )
}

/** Who waits longest is who is next; their row leads where this button does. */
function Actions({ lang, show, q, items, href }: ListProps) {
  const [longest] = items
  const first = q ? undefined : firstNames[show]
  return (
    <LivePart id="exam-actions">
      <LinkButton href="/exams/blank-form.pdf" newTab icon="print">
        {say(pageWords.blankForm, lang)}
      </LinkButton>
      {longest && first && (
        <LinkButton href={href(longest)} variant="primary" icon="right" shortcut="n" lang={lang}>
          {say(first, lang)}
        </LinkButton>
      )}
    </LivePart>
  )
}

const firstNames = {
  mine: pageWords.examineFirst,
  conclude: pageWords.concludeFirst,
  open: undefined,
  all: undefined,
}

function Filters({ lang, shows, show, q, waiting }: ListProps) {
  return (
    <div class="exam-filters">
      <LivePart id="exam-tabs">
        <Tabs
          lang={lang}
          label={pageWords.filters}
          tabs={shows.map((each) => ({
            href: `/exams?show=${each}`,
            label: pageWords[showNames[each]],
            current: each === show && !q,
            ...(each !== 'all' && { count: waiting[each] }),
          }))}
        />
      </LivePart>
      <Form lang={lang} method="get" action="/exams" role="search" class="exam-search">
        <Field
          lang={lang}
          name="q"
          type="search"
          label={pageWords.search}
          placeholder={say(pageWords.search, lang)}
          value={q}
        />
        <input type="hidden" name="show" value="all" />
        <Button lang={lang}>{say(pageWords.find, lang)}</Button>
      </Form>
    </div>
  )
}

function Exams(props: ListProps) {
  const { lang, show, q, items, href, own, today } = props
  const queue = show !== 'all' && !q
  return (
    <DataTable
      lang={lang}
      caption={q ? pageWords.found : pageWords[showNames[show]]}
      rows={items}
      href={href}
      rowId={({ id }) => `exam-${id}`}
      empty={<Empty lang={lang} show={show} q={q} />}
      columns={[
        { label: pageWords.patient, head: true, cell: ({ patientName }) => patientName },
        {
          label: pageWords.birthDate,
          narrow: true,
          cell: ({ birthDate }) => <DateText lang={lang} date={birthDate} />,
        },
        { label: pageWords.licenceClass, narrow: true, cell: ({ licenceClass }) => licenceClass },
        {
          label: pageWords.purpose,
          minor: true,
          cell: ({ purpose }) => say(purposeNames[purpose], lang),
        },
        {
          label: queue ? pageWords.waitingSince : pageWords.openedAt,
          narrow: true,
          cell: ({ createdAt }) => (
            <InstantText lang={lang} at={createdAt} show={dayShown(createdAt, today)} />
          ),
        },
        {
          label: pageWords.progress,
          narrow: true,
          cell: (exam) => <SectionMeter lang={lang} exam={exam} />,
        },
        queue
          ? {
              label: pageWords.waitingFor,
              minor: true,
              cell: (exam) => <MissingSections lang={lang} exam={exam} own={own} />,
            }
          : {
              label: pageWords.state,
              narrow: true,
              cell: ({ state }) => (
                <StatusBadge lang={lang} state={state} label={stateNames[state]} />
              ),
            },
      ]}
    />
  )
}

function dayShown(at: Date, today: string): 'time' | 'both' {
  return calendarDateOf(at) === today ? 'time' : 'both'
}

const emptyTexts = {
  mine: { title: pageWords.nobodyWaits, text: pageWords.nobodyWaitsText },
  conclude: { title: pageWords.nobodyToConclude, text: pageWords.nobodyWaitsText },
  open: { title: pageWords.nobodyOpen, text: pageWords.noExamsYetText },
  all: { title: pageWords.noExamsYet, text: pageWords.noExamsYetText },
} as const

function Empty({ lang, show, q }: { lang: Lang; show: Show; q: string }) {
  const words = q
    ? { title: pageWords.nothingFound, text: pageWords.nothingFoundText }
    : emptyTexts[show]
  return <EmptyState lang={lang} icon="exam" {...words} />
}
