import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { DateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form } from '../web/pieces/form.tsx'
import type { Label } from '../web/pieces/label.ts'
import { Pager } from '../web/pieces/pager.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import type { Patient } from './patient.ts'
import { words } from './words.ts'

type ListProps = {
  lang: Lang
  q: string
  error?: Label | undefined
  patients: readonly Patient[]
  next?: string | undefined
  mayRegister: boolean
}

export function PatientListView(props: ListProps) {
  const { lang, q } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.people}
        actions={props.mayRegister && <RegisterButton lang={lang} />}
      />
      <Stack>
        <SearchForm {...props} />
        <Panel lang={lang} title={q ? words.found : words.recent} flush>
          <DataTable
            lang={lang}
            caption={q ? words.found : words.recent}
            columns={columns(lang)}
            rows={props.patients}
            href={(patient) => `/patients/${patient.id}`}
            empty={<NobodyFound {...props} />}
          />
        </Panel>
        <Pager
          lang={lang}
          next={
            props.next && `/patients?${new URLSearchParams({ ...(q && { q }), after: props.next })}`
          }
        />
      </Stack>
    </>
  )
}

function SearchForm({ lang, q, error }: ListProps) {
  return (
    <Form lang={lang} method="get" action="/patients" role="search" class="search-line">
      <Field
        lang={lang}
        name="q"
        type="search"
        label={words.searchLabel}
        hint={words.searchHint}
        value={q}
        error={error}
        autofocus
        maxLength={200}
        size="full"
      />
      <Button lang={lang} icon="search">
        {say(words.searchButton, lang)}
      </Button>
    </Form>
  )
}

function RegisterButton({ lang }: { lang: Lang }) {
  return (
    <LinkButton href="/patients/new" variant="primary" icon="plus">
      {say(words.register, lang)}
    </LinkButton>
  )
}

function NobodyFound({ lang, q, mayRegister }: ListProps) {
  return (
    <EmptyState
      lang={lang}
      icon="person"
      title={q ? words.noneFound : words.noneYet}
      text={q ? words.noneFoundHint : undefined}
    >
      {mayRegister && <RegisterButton lang={lang} />}
    </EmptyState>
  )
}

/** How a person is told from others in any list. */
export function columns(lang: Lang): Column<Patient>[] {
  return [
    { label: words.name, head: true, cell: (patient) => patient.name },
    { label: words.birthDate, cell: (p) => <DateText lang={lang} date={p.birthDate} /> },
    { label: words.sex, minor: true, cell: (patient) => say(words[patient.sex], lang) },
    {
      label: words.identityShort,
      cell: (p) => p.identityCard?.number ?? p.passport?.number ?? say(words.noId, lang),
    },
    { label: words.phone, minor: true, cell: (patient) => patient.phone ?? '—' },
  ]
}
