import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText, InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form } from '../web/pieces/form.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Pager } from '../web/pieces/pager.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { ListedExam } from './listing.ts'
import { pageWords, stateNames } from './page-words.ts'
import { purposeNames } from './words.ts'
import type { Show } from './worklist.ts'

type ListProps = {
  lang: Lang
  shows: readonly Show[]
  show: Show
  q: string
  items: readonly ListedExam[]
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
      <PageHead lang={lang} title={pageWords.exams} />
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

function Filters({ lang, shows, show, q }: ListProps) {
  return (
    <div class="exam-filters">
      <nav class="tabs" aria-label={say(pageWords.filters, lang)}>
        {shows.map((each) => (
          <a href={`/exams?show=${each}`} aria-current={each === show && !q ? 'page' : undefined}>
            {say(pageWords[showNames[each]], lang)}
          </a>
        ))}
      </nav>
      <Form lang={lang} method="get" action="/exams" role="search" class="exam-search">
        <Field lang={lang} name="q" type="search" label={pageWords.search} value={q} />
        <input type="hidden" name="show" value="all" />
        <Button lang={lang}>{say(pageWords.find, lang)}</Button>
      </Form>
    </div>
  )
}

function Exams({ lang, show, q, items, href }: ListProps) {
  return (
    <DataTable
      lang={lang}
      caption={pageWords.exams}
      rows={items}
      href={href}
      rowId={({ id }) => `exam-${id}`}
      empty={<Empty lang={lang} waiting={!q && show !== 'all'} />}
      columns={[
        { label: pageWords.patient, head: true, cell: ({ patientName }) => patientName },
        {
          label: pageWords.birthDate,
          minor: true,
          cell: ({ birthDate }) => <DateText lang={lang} date={birthDate} />,
        },
        { label: pageWords.licenceClass, narrow: true, cell: ({ licenceClass }) => licenceClass },
        {
          label: pageWords.purpose,
          minor: true,
          cell: ({ purpose }) => say(purposeNames[purpose], lang),
        },
        {
          label: pageWords.openedAt,
          narrow: true,
          cell: ({ createdAt }) => <InstantText lang={lang} at={createdAt} />,
        },
        {
          label: pageWords.progress,
          narrow: true,
          align: 'end',
          cell: ({ sections }) => `${Object.keys(sections).length}/10`,
        },
        {
          label: pageWords.state,
          narrow: true,
          cell: ({ state }) => <StatusBadge lang={lang} state={state} label={stateNames[state]} />,
        },
      ]}
    />
  )
}

function Empty({ lang, waiting }: { lang: Lang; waiting: boolean }) {
  return waiting ? (
    <EmptyState
      lang={lang}
      icon="exam"
      title={pageWords.nobodyWaits}
      text={pageWords.nobodyWaitsText}
    />
  ) : (
    <EmptyState lang={lang} icon="exam" title={pageWords.nothingFound} />
  )
}
