import { ageOn, type CalendarDate } from '../core/calendar-date.ts'
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
import { fieldWords } from './field-words.ts'
import { Marked } from './marked.tsx'
import type { Patient } from './patient.ts'
import { ScanCatcher } from './scan-views.tsx'
import { words } from './words.ts'

type ListProps = {
  lang: Lang
  today: CalendarDate
  q: string
  /** What was asked for as search compares it. */
  asked: readonly string[]
  error?: Label | undefined
  patients: readonly Patient[]
  next?: string | undefined
  mayRegister: boolean
  once: string
}

export function PatientListView(props: ListProps) {
  const { lang, q, patients } = props
  const title = q ? say(words.found, lang, { q }) : words.recent
  const nobody = patients.length === 0
  // The empty list offers it in its middle.
  const offered = nobody && props.error === undefined
  return (
    <>
      <PageHead
        lang={lang}
        title={words.people}
        actions={props.mayRegister && !offered && <RegisterButton lang={lang} />}
      />
      <Stack>
        <SearchForm {...props} />
        {props.error === undefined && (
          <Panel lang={lang} title={nobody ? undefined : title} flush>
            <DataTable
              lang={lang}
              caption={title}
              columns={columns(props)}
              rows={patients}
              href={(patient) => `/patients/${patient.id}`}
              empty={<NobodyFound {...props} />}
            />
          </Panel>
        )}
        <Pager
          lang={lang}
          next={
            props.next && `/patients?${new URLSearchParams({ ...(q && { q }), after: props.next })}`
          }
        />
      </Stack>
      {props.mayRegister && <ScanCatcher lang={lang} action="/patients/scan" once={props.once} />}
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
        use="search"
      />
      <div class="search-acts">
        <Button lang={lang} icon="search">
          {say(words.searchButton, lang)}
        </Button>
        {q && (
          <LinkButton href="/patients" variant="quiet">
            {say(words.searchClear, lang)}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function RegisterButton({ lang }: { lang: Lang }) {
  return (
    <LinkButton lang={lang} href="/patients/new" variant="primary" icon="plus" shortcut="n">
      {say(words.register, lang)}
    </LinkButton>
  )
}

function NobodyFound({ lang, q, mayRegister }: ListProps) {
  return (
    <EmptyState
      lang={lang}
      icon="person"
      title={q ? say(words.noneFound, lang, { q }) : words.noneYet}
      text={q ? words.noneFoundHint : words.noneYetHint}
    >
      {mayRegister && <RegisterButton lang={lang} />}
    </EmptyState>
  )
}

/** How a person is told from others in any list. */
export function columns(props: {
  lang: Lang
  today: CalendarDate
  asked?: readonly string[]
}): Column<Patient>[] {
  const { lang, today, asked = [] } = props
  return [
    {
      label: fieldWords.name,
      head: true,
      cell: (patient) => <Marked text={patient.name} words={asked} />,
    },
    {
      label: fieldWords.birthDate,
      cell: ({ birthDate }) => (
        <span>
          <DateText lang={lang} date={birthDate} />
          <span class="soft"> · {say(words.age, lang, { years: ageOn(birthDate, today) })}</span>
        </span>
      ),
    },
    { label: fieldWords.sex, minor: true, cell: (patient) => say(fieldWords[patient.sex], lang) },
    {
      label: words.identityShort,
      cell: ({ identityCard, passport }) => {
        const number = identityCard?.number ?? passport?.number
        if (!number) return <span class="soft">{say(words.noId, lang)}</span>
        return <Marked text={number} words={asked} />
      },
    },
    {
      label: fieldWords.phone,
      cell: ({ phone }) => (phone ? <Marked text={phone} words={asked} /> : '—'),
    },
  ]
}
