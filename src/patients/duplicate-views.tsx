import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import type { Areas } from './areas.ts'
import { type Likeness, likeness } from './duplicates.ts'
import { type FormField, type FormValues, formFields, valuesOf } from './form-values.ts'
import { fieldLabels } from './form-views.tsx'
import { columns } from './list-views.tsx'
import type { Demographics, Patient } from './patient.ts'
import { PersonFacts } from './person-views.tsx'
import { words } from './words.ts'

type DuplicatesProps = {
  lang: Lang
  once: string
  areas: Areas
  person: Demographics
  candidates: readonly Patient[]
  /** Where the confirmation posts to, with what was entered there. */
  action: string
  posted: FormValues
}

/** Before a second record of one person is made, someone looks at those that resemble it. */
export function DuplicatesView(props: DuplicatesProps) {
  const { lang, person } = props
  const shared = (patient: Patient) =>
    likeness(person, patient).map((reason: Likeness) => say(words[reason], lang))
  return (
    <>
      <PageHead
        lang={lang}
        title={words.duplicateTitle}
        lead={say(words.duplicateLead, lang)}
        back={{ href: '/patients/new', label: words.registerTitle }}
      />
      <Stack>
        <Panel lang={lang} title={words.duplicateTable} flush marked>
          <DataTable
            lang={lang}
            caption={words.duplicateTable}
            rows={props.candidates}
            href={(patient) => `/patients/${patient.id}`}
            columns={[
              ...columns(lang),
              { label: words.duplicateReason, cell: (patient) => shared(patient).join(', ') },
            ]}
          />
        </Panel>
        <Panel lang={lang} title={words.duplicateNew}>
          <PersonFacts lang={lang} person={person} areas={props.areas} />
          <Form lang={lang} action={props.action} once={props.once}>
            <Kept values={props.posted} />
            <input type="hidden" name="confirmNew" value="true" />
            <FormActions>
              <Button lang={lang}>{say(words.duplicateConfirm, lang)}</Button>
            </FormActions>
          </Form>
        </Panel>
      </Stack>
    </>
  )
}

type DiffersProps = {
  lang: Lang
  once: string
  known: Patient
  sent: Demographics
  /** The scanned text, when it came from a card: then the record may follow it. */
  identityCardQr?: string | undefined
}

/** The same number with other data: what differs, and the two ways on. */
export function DiffersView(props: DiffersProps) {
  const { lang, known } = props
  const href = `/patients/${known.id}`
  return (
    <>
      <PageHead
        lang={lang}
        title={words.differsTitle}
        lead={say(words.differsLead, lang)}
        back={{ href: '/patients/new', label: words.registerTitle }}
      />
      <Panel lang={lang} title={known.name} flush>
        <DataTable
          lang={lang}
          caption={words.differsTable}
          rows={differences(known, props.sent)}
          columns={[
            { label: words.differsField, head: true, cell: ({ field }) => say(label(field), lang) },
            { label: words.differsKnown, cell: ({ before }) => before || '—' },
            { label: words.differsSent, cell: ({ now }) => <strong>{now}</strong> },
          ]}
        />
      </Panel>
      <Form lang={lang} action={`${href}/card`} once={props.once}>
        <FormActions>
          {props.identityCardQr && (
            <>
              <input type="hidden" name="identityCardQr" value={props.identityCardQr} />
              <input type="hidden" name="version" value={known.version} />
              <Button lang={lang} variant="primary">
                {say(words.differsUpdate, lang)}
              </Button>
            </>
          )}
          <LinkButton href={href}>{say(words.differsOpen, lang)}</LinkButton>
        </FormActions>
      </Form>
    </>
  )
}

type Difference = { field: FormField; before: string; now: string }

function differences(known: Patient, sent: Demographics): Difference[] {
  const before = valuesOf(known)
  const now = valuesOf({ ...sent, id: known.id, version: known.version })
  return formFields
    .map((field) => ({ field, before: before[field] ?? '', now: now[field] ?? '' }))
    .filter((each) => each.now !== '' && each.now !== each.before)
}

function label(field: FormField) {
  const text = fieldLabels[field]
  return typeof text === 'string' ? { vi: text, en: text } : text
}

function Kept({ values }: { values: FormValues }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
