import { type Lang, say } from '../core/text.ts'
import { outcomeNames } from '../exams/page-words.ts'
import { Marked } from '../patients/marked.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { DateText, InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form } from '../web/pieces/form.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { MOST_RECORDS, type RecordEntry } from './record.ts'
import { words } from './words.ts'

type RecordListProps = {
  lang: Lang
  q: string
  /** What was asked for as search compares it. */
  asked: readonly string[]
  items: readonly RecordEntry[]
}

/** Those who have a record here. */
export function RecordListView(props: RecordListProps) {
  const { lang, q, items } = props
  const title = q ? say(words.found, lang, { q }) : words.recent
  return (
    <>
      <PageHead lang={lang} title={words.records} />
      <Stack>
        <SearchForm lang={lang} q={q} />
        <Panel lang={lang} title={items.length > 0 ? title : undefined} flush>
          <DataTable
            lang={lang}
            caption={title}
            rows={items}
            href={({ patientId }) => `/records/${patientId}`}
            filter={items.length < MOST_RECORDS && items.length > 8 && !q}
            empty={
              <EmptyState
                lang={lang}
                icon="record"
                title={q ? say(words.noneFound, lang, { q }) : words.none}
                text={q ? words.noneFoundText : words.noneText}
              />
            }
            columns={columns(props)}
          />
        </Panel>
        {items.length === MOST_RECORDS && (
          <p class="soft small">{say(words.most, lang, { count: MOST_RECORDS })}</p>
        )}
      </Stack>
    </>
  )
}

function SearchForm({ lang, q }: { lang: Lang; q: string }) {
  return (
    <Form lang={lang} method="get" action="/records" role="search" class="search-line">
      <Field
        lang={lang}
        name="q"
        type="search"
        label={words.search}
        value={q}
        maxLength={100}
        size="full"
        use="search"
      />
      <div class="search-acts">
        <Button lang={lang} variant="primary" icon="search">
          {say(words.find, lang)}
        </Button>
        {q && (
          <LinkButton href="/records" variant="quiet">
            {say(words.clear, lang)}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function columns({ lang, asked }: RecordListProps): Column<RecordEntry>[] {
  return [
    {
      label: words.name,
      head: true,
      cell: ({ name }) => <Marked text={name} words={asked} />,
      sort: ({ name }) => name,
    },
    {
      label: words.birthDate,
      cell: ({ birthDate }) => <DateText lang={lang} date={birthDate} />,
      sort: ({ birthDate }) => birthDate,
    },
    {
      label: words.lastOutcome,
      cell: ({ lastOutcome }) =>
        lastOutcome === 'fit' ? (
          say(outcomeNames.fit, lang)
        ) : (
          <StatusBadge lang={lang} state={lastOutcome} label={outcomeNames[lastOutcome]} />
        ),
      sort: ({ lastOutcome }) => lastOutcome,
    },
    {
      label: words.encounters,
      align: 'end',
      narrow: true,
      cell: ({ encounters }) => encounters,
      sort: ({ encounters }) => encounters,
    },
    {
      label: words.lastAt,
      cell: ({ lastAt }) => <InstantText lang={lang} at={lastAt} />,
      sort: ({ lastAt }) => lastAt.getTime(),
    },
  ]
}
