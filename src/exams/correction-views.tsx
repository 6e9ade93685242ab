import type { CalendarDate } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import type { Patient } from '../patients/patient.ts'
import { personLine } from '../patients/person-views.tsx'
import { ScanCatcher } from '../patients/scan-views.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { ChoiceGroup } from '../web/pieces/choice.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { correctionWords as words } from './correction-words.ts'
import type { Exam } from './exam.ts'
import { pageWords } from './page-words.ts'

export type CorrectionProps = {
  lang: Lang
  exam: Exam
  person: Patient
  today: CalendarDate
  once: string
  /** What was looked for; undefined before anybody was. */
  q?: string | undefined
  found?: readonly Patient[] | undefined
  typed?: { patientId?: string | undefined; reason?: string | undefined } | undefined
  errors?: readonly FieldError[] | undefined
}

/** Who it really is: looked for first, then chosen with a reason. */
export function CorrectionView(props: CorrectionProps) {
  const { lang, exam, person } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(words.lead, lang, { name: person.name })}
        back={{ href: `/exams/${exam.id}`, label: pageWords.backToExam }}
      />
      <Stack>
        <ErrorSummary
          lang={lang}
          errors={props.errors}
          labels={{ patientId: words.person, reason: words.reason }}
        />
        <Panel lang={lang} title={words.findTitle}>
          <SearchForm {...props} />
        </Panel>
        {props.found && <Found {...props} found={props.found} />}
      </Stack>
      <ScanCatcher lang={lang} action={`${pathOf(exam)}/search`} once={props.once} />
    </>
  )
}

export const pathOf = (exam: Pick<Exam, 'id'>) => `/exams/${exam.id}/patient`

function SearchForm({ lang, exam, q, found, once }: CorrectionProps) {
  return (
    <Form
      lang={lang}
      action={`${pathOf(exam)}/search`}
      once={`${once}-search`}
      class="search-line"
      label={words.findTitle}
    >
      <Field
        lang={lang}
        name="q"
        type="search"
        label={words.find}
        hint={words.findHint}
        value={q}
        maxLength={200}
        autofocus={!found}
        size="full"
        use="search"
      />
      <div class="search-acts">
        <Button lang={lang} icon="search">
          {say(words.search, lang)}
        </Button>
      </div>
    </Form>
  )
}

function Found(props: CorrectionProps & { found: readonly Patient[] }) {
  const { lang, found } = props
  if (found.length > 0) return <ChooseForm {...props} />
  return (
    <Panel lang={lang}>
      <EmptyState lang={lang} icon="person" title={words.none} text={words.noneText}>
        <LinkButton href="/patients/new" variant="primary" icon="plus">
          {say(words.register, lang)}
        </LinkButton>
      </EmptyState>
    </Panel>
  )
}

function ChooseForm(props: CorrectionProps & { found: readonly Patient[] }) {
  const { lang, exam, found, typed = {}, errors, today } = props
  return (
    <Panel lang={lang} marked>
      <Form lang={lang} action={pathOf(exam)} once={props.once}>
        <input type="hidden" name="version" value={exam.version} />
        <input type="hidden" name="q" value={props.q ?? ''} />
        <ChoiceGroup
          lang={lang}
          name="patientId"
          label={words.person}
          required
          value={typed.patientId ?? (found.length === 1 ? found[0]?.id : undefined)}
          error={errorFor(errors, 'patientId')}
          options={found.map((patient) => ({
            value: patient.id,
            label: { vi: patient.name, en: patient.name },
            hint: hintOf(patient, today),
          }))}
        />
        <Field
          lang={lang}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={typed.reason}
          error={errorFor(errors, 'reason')}
          required
          maxLength={300}
          size="full"
        />
        <Notice lang={lang}>{say(words.after, lang)}</Notice>
        <FormActions>
          <Button lang={lang} variant="primary">
            {say(words.submit, lang)}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  )
}

function hintOf(patient: Patient, today: CalendarDate) {
  return { vi: personLine(patient, today, 'vi'), en: personLine(patient, today, 'en') }
}
