import type { ExamOutcome } from '../core/event.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { ChoiceGroup } from '../web/pieces/choice.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { Field, TextArea } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { allowedOutcomes, defaultReason } from './conclusion.ts'
import type { ConclusionPageProps } from './conclusion-views.tsx'
import { conclusionWords as words } from './conclusion-words.ts'
import { type Exam, requiredSections } from './exam.ts'
import { outcomeNames, pageWords } from './page-words.ts'
import { sectionNames } from './words.ts'

/** The doctor's own act: nothing is chosen for them, the reason is prepared where the rules give it. */
export function SigningForm(props: ConclusionPageProps) {
  const { lang, exam, assessment, form, errors } = props
  const allowed: readonly ExamOutcome[] = allowedOutcomes[assessment.outcome]
  return (
    <Form lang={lang} action={`/exams/${exam.id}/conclusion`} once={props.once} class="sign-form">
      <Panel lang={lang} title={words.sign} marked>
        <UnsignedNotice lang={lang} exam={exam} />
        <ChoiceGroup
          lang={lang}
          name="outcome"
          label={words.outcome}
          required
          options={allowed.map((value) => ({ value, label: outcomeNames[value] }))}
          value={form.outcome}
          error={errorFor(errors, 'outcome')}
        />
        <ReasonField {...props} />
        {allowed.includes('fit-subject-to-review') && (
          <DateField
            lang={lang}
            name="reexamineOn"
            label={pageWords.reexamineOn}
            hint={words.reexamineLater}
            value={form.reexamineOn}
            error={errorFor(errors, 'reexamineOn')}
          />
        )}
        {props.needsPassword && (
          <Field
            lang={lang}
            name="password"
            type="password"
            label={words.password}
            autocomplete="current-password"
            required
            size="medium"
            error={errorFor(errors, 'password')}
          />
        )}
        <FormActions>
          <Button lang={lang} variant="primary">
            {say(words.sign, lang)}
          </Button>
          <p class="soft small">
            {props.signer && `${say(words.signedBy, lang, props.signer)}. `}
            {say(words.signWarning, lang)}
          </p>
        </FormActions>
      </Panel>
    </Form>
  )
}

function ReasonField({ lang, assessment, form, errors }: ConclusionPageProps) {
  const prepared = defaultReason(assessment, 'unfit')
  return (
    <TextArea
      lang={lang}
      name="reason"
      label={pageWords.reason}
      hint={prepared ? words.reasonFromRules : words.reasonHint}
      value={form.reason ?? prepared}
      rows={2}
      maxLength={2000}
      error={errorFor(errors, 'reason')}
    />
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
      {say(words.unsigned, lang, { sections: names })}
    </Notice>
  )
}
