import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText, InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form } from '../web/pieces/form.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import type { RecordEntry } from './record.ts'
import { words } from './words.ts'

/** Those who have a record here. */
export function RecordListView(props: { lang: Lang; q: string; items: readonly RecordEntry[] }) {
  const { lang, q, items } = props
  return (
    <>
      <PageHead lang={lang} title={words.records} />
      <Stack>
        <Form lang={lang} method="get" action="/records" role="search" class="exam-search">
          <Field lang={lang} name="q" type="search" label={words.search} value={q} />
          <Button lang={lang}>{say(words.find, lang)}</Button>
        </Form>
        <Panel lang={lang} flush>
          <DataTable
            lang={lang}
            caption={words.records}
            rows={items}
            href={({ patientId }) => `/records/${patientId}`}
            empty={<EmptyState lang={lang} icon="exam" title={words.none} text={words.noneText} />}
            columns={[
              { label: words.name, head: true, cell: ({ name }) => name },
              {
                label: words.birthDate,
                cell: ({ birthDate }) => <DateText lang={lang} date={birthDate} />,
              },
              { label: words.encounters, align: 'end', cell: ({ encounters }) => encounters },
              {
                label: words.lastAt,
                cell: ({ lastAt }) => <InstantText lang={lang} at={lastAt} />,
              },
            ]}
          />
        </Panel>
      </Stack>
    </>
  )
}
