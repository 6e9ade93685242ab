import type { FieldError } from '../core/errors.ts'
import type { ExamOutcome } from '../core/event.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { ChoiceGroup } from '../web/pieces/choice.tsx'
import { Field, TextArea } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { AssessmentPanel, MissingList } from './assessment-views.tsx'
import { allowedOutcomes, missingForConclusion } from './conclusion.ts'
import { type Exam, requiredSections } from './exam.ts'
import type { Section } from './findings.ts'
import { FindingsList } from './findings-views.tsx'
import type { Assessment } from './fitness.ts'
import { outcomeNames, pageWords } from './page-words.ts'
import { PersonLine } from './person-line.tsx'
import { sectionNames } from './words.ts'

export type ConclusionForm = { outcome?: string; reason?: string; reexamineOn?: string }

export type ConclusionPageProps = {
  lang: Lang
  exam: Exam
  person: { name: string; birthDate: string }
  assessment: Assessment
  once: string
  form: ConclusionForm
  /** Tomorrow: the first day that a re-exam may be set to. */
  earliest: string
  needsPassword: boolean
  own: ReadonlySet<Section>
  errors?: readonly FieldError[] | undefined
  notice?: Text | undefined
}

/** What was found, what the rules say, and the doctor's signature under it. */
export function ConclusionView(props: ConclusionPageProps) {
  const { lang, exam, assessment } = props
  const missing = missingForConclusion(exam, assessment)
  return (
    <>
      <PageHead
        lang={lang}
        title={pageWords.conclusion}
        back={{ href: `/exams/${exam.id}`, label: pageWords.backToExam }}
        lead={<PersonLine lang={lang} exam={exam} person={props.person} />}
      />
      <Columns
        main={
          <Stack>
            <ErrorSummary lang={lang} errors={props.errors} labels={labels} />
            {props.notice && (
              <Notice lang={lang} kind="error" alert>
                {say(props.notice, lang)}
              </Notice>
            )}
            {missing.length > 0 ? (
              <Panel lang={lang} title={pageWords.cannotConclude} marked>
                <MissingList lang={lang} examId={exam.id} own={props.own} missing={missing} />
              </Panel>
            ) : (
              <SigningForm {...props} />
            )}
            <FindingsPanel lang={lang} exam={exam} />
          </Stack>
        }
        side={
          <AssessmentPanel
            lang={lang}
            examId={exam.id}
            assessment={{ ...assessment, missing: [] }}
            own={props.own}
          />
        }
      />
    </>
  )
}

const labels = {
  outcome: pageWords.outcome,
  reason: pageWords.reason,
  reexamineOn: pageWords.reexamineOn,
  password: pageWords.password,
}

function SigningForm(props: ConclusionPageProps) {
  const { lang, exam, assessment, form, errors } = props
  const allowed: readonly ExamOutcome[] = allowedOutcomes[assessment.outcome]
  const chosen = form.outcome ?? (allowed.length === 1 ? allowed[0] : undefined)
  return (
    <Form lang={lang} action={`/exams/${exam.id}/conclusion`} once={props.once}>
      <Panel lang={lang} title={pageWords.sign} marked>
        <UnsignedNotice lang={lang} exam={exam} />
        <ChoiceGroup
          lang={lang}
          name="outcome"
          label={pageWords.outcome}
          required
          options={allowed.map((value) => ({ value, label: outcomeNames[value] }))}
          value={chosen}
          error={errorFor(errors, 'outcome')}
        />
        <TextArea
          lang={lang}
          name="reason"
          label={pageWords.reason}
          hint={pageWords.reasonHint}
          value={form.reason}
          rows={2}
          maxLength={2000}
          error={errorFor(errors, 'reason')}
        />
        {allowed.includes('fit-subject-to-review') && (
          <Field
            lang={lang}
            name="reexamineOn"
            type="date"
            label={pageWords.reexamineOn}
            hint={pageWords.reexamineHint}
            value={form.reexamineOn}
            min={props.earliest}
            error={errorFor(errors, 'reexamineOn')}
          />
        )}
        {props.needsPassword && (
          <Field
            lang={lang}
            name="password"
            type="password"
            label={pageWords.password}
            autocomplete="current-password"
            required
            size="medium"
            error={errorFor(errors, 'password')}
          />
        )}
        <FormActions>
          <Button lang={lang} variant="primary">
            {say(pageWords.sign, lang)}
          </Button>
          <p class="soft">{say(pageWords.signWarning, lang)}</p>
        </FormActions>
      </Panel>
    </Form>
  )
}

function UnsignedNotice({ lang, exam }: { lang: Lang; exam: Exam }) {
  const unsigned = requiredSections(exam).filter(
    (section) => exam.sections[section]?.state === 'draft',
  )
  if (unsigned.length === 0) return null
  const names = unsigned.map((section) => say(sectionNames[section], lang)).join(', ')
  return (
    <Notice lang={lang} kind="warn">
      {say(pageWords.unsigned, lang, { sections: names })}
    </Notice>
  )
}

function FindingsPanel({ lang, exam }: { lang: Lang; exam: Exam }) {
  return (
    <Panel lang={lang} title={pageWords.sections}>
      {requiredSections(exam).map((section) => {
        const recorded = exam.sections[section]
        return (
          <section class="exam-section">
            <h3>{say(sectionNames[section], lang)}</h3>
            {recorded ? (
              <FindingsList lang={lang} section={section} findings={recorded.findings} />
            ) : (
              <p class="soft">{say(pageWords.nothingRecorded, lang)}</p>
            )}
          </section>
        )
      })}
    </Panel>
  )
}
