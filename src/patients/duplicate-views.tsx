import type { CalendarDate } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import type { Areas } from './areas.ts'
import { CompareTable } from './compare-view.tsx'
import { duplicateWords as words } from './duplicate-words.ts'
import { likeness } from './duplicates.ts'
import type { FormValues } from './form-values.ts'
import { columns } from './list-views.tsx'
import type { Demographics, Patient } from './patient.ts'
import { registerWords } from './register-words.ts'

type Common = { lang: Lang; once: string; areas: Areas; today: CalendarDate }

type DuplicatesProps = Common & {
  person: Demographics
  candidates: readonly Patient[]
  /** Where the confirmation posts to, with what was entered there. */
  action: string
  posted: FormValues
}

/** More do not fit beside one another. */
const SIDE_BY_SIDE = 3
const back = { href: '/patients/new', label: registerWords.title }

/** Before a second record of one person is made, someone looks at those that resemble it. */
export function DuplicatesView(props: DuplicatesProps) {
  const { lang, candidates } = props
  const beside = candidates.slice(0, SIDE_BY_SIDE)
  return (
    <>
      <PageHead lang={lang} title={words.title} lead={say(words.lead, lang)} back={back} />
      <Stack>
        <Panel lang={lang} title={words.compare} flush>
          <CompareTable
            {...props}
            sentFrom={'identityCardQr' in props.posted ? words.fromCard : words.entered}
            sent={props.person}
            known={beside}
          />
        </Panel>
        {candidates.length > SIDE_BY_SIDE && <Others {...props} />}
        <Form lang={lang} action={props.action} once={props.once}>
          <Kept values={props.posted} />
          <input type="hidden" name="confirmNew" value="true" />
          <FormActions>
            {beside.map((known, index) => (
              <LinkButton
                href={`/patients/${known.id}`}
                variant={index === 0 ? 'primary' : 'secondary'}
              >
                {say(words.open, lang)}
                {beside.length > 1 && ` ${index + 1}`}
              </LinkButton>
            ))}
            <Button lang={lang}>{say(words.confirm, lang)}</Button>
          </FormActions>
        </Form>
      </Stack>
    </>
  )
}

function Others(props: DuplicatesProps) {
  const { lang, person } = props
  const shared = (patient: Patient) =>
    likeness(person, patient).map((reason) => say(words[reason], lang))
  return (
    <Panel lang={lang} title={words.others} flush>
      <DataTable
        lang={lang}
        caption={words.others}
        rows={props.candidates.slice(SIDE_BY_SIDE)}
        href={(patient) => `/patients/${patient.id}`}
        columns={[
          ...columns(props),
          { label: words.reason, cell: (patient) => shared(patient).join(', ') },
        ]}
      />
    </Panel>
  )
}

type DiffersProps = Common & {
  known: Patient
  sent: Demographics
  /** The scanned text, when it came from a card: then the record may follow it. */
  identityCardQr?: string | undefined
}

/** The same number with other data: what differs, and the two ways on. */
export function DiffersView(props: DiffersProps) {
  const { lang, known, identityCardQr } = props
  const href = `/patients/${known.id}`
  return (
    <>
      <PageHead
        lang={lang}
        title={identityCardQr ? words.differsTitle : words.enteredDiffersTitle}
        lead={say(words.differsLead, lang)}
        back={back}
      />
      <Panel lang={lang} title={known.name} flush>
        <CompareTable
          {...props}
          sentFrom={identityCardQr ? words.fromCard : words.entered}
          known={[known]}
        />
      </Panel>
      <Form lang={lang} action={`${href}/card`} once={props.once}>
        <FormActions>
          {identityCardQr && (
            <>
              <input type="hidden" name="identityCardQr" value={identityCardQr} />
              <input type="hidden" name="version" value={known.version} />
              <Button lang={lang} variant="primary">
                {say(words.update, lang)}
              </Button>
            </>
          )}
          <LinkButton href={href} variant={identityCardQr ? 'secondary' : 'primary'}>
            {say(words.leave, lang)}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  )
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
