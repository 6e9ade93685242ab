import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { CheckField } from '../web/pieces/choice.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor, FieldErrorText, fieldId } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { grantNames } from './grant.ts'
import { grantText } from './grant-text.ts'
import type { NewStaff } from './staff.ts'
import { words } from './words.ts'

type NewStaffProps = { lang: Lang; values?: NewStaff; errors?: readonly FieldError[] }

const labels = {
  username: words.username,
  name: words.fullName,
  grants: words.rolesLabel,
  doctorRegistration: words.registrationLabel,
}

export function NewStaffView({ lang, values, errors }: NewStaffProps) {
  return (
    <>
      <PageHead
        lang={lang}
        title={words.staffNew}
        back={{ href: '/staff', label: words.backToStaff }}
      />
      <Panel lang={lang}>
        <Form lang={lang} action="/staff">
          <ErrorSummary lang={lang} errors={errors} labels={labels} />
          <FieldGrid columns={2}>
            <Field
              lang={lang}
              name="name"
              label={words.fullName}
              value={values?.name}
              error={errorFor(errors, 'name')}
              maxLength={100}
              required
            />
            <Field
              lang={lang}
              name="username"
              label={words.username}
              hint={words.usernameHint}
              value={values?.username}
              error={errorFor(errors, 'username')}
              spellcheck={false}
              maxLength={30}
              required
            />
          </FieldGrid>
          <GrantFields lang={lang} chosen={values?.grants ?? []} errors={errors} />
          <Field
            lang={lang}
            name="doctorRegistration"
            label={words.registrationLabel}
            hint={words.registrationHint}
            value={values?.doctorRegistration}
            error={errorFor(errors, 'doctorRegistration')}
            size="medium"
            spellcheck={false}
            maxLength={30}
            optional
          />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.create, lang)}
            </Button>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}

/** The posted name of a grant's box; the route reads them back. */
export const grantField = (grantName: string) => `grant:${grantName}`

function GrantFields(props: {
  lang: Lang
  chosen: readonly string[]
  errors: readonly FieldError[] | undefined
}) {
  const { lang, chosen } = props
  const id = fieldId('grants')
  const box = (name: string) => (
    <CheckField
      lang={lang}
      name={grantField(name)}
      label={name === 'examiner' ? words.examinerAll : grantText(name, lang)}
      checked={chosen.includes(name)}
    />
  )
  return (
    <div class="stack" id={id} tabindex={-1}>
      <FieldErrorText id={id} lang={lang} error={errorFor(props.errors, 'grants')} />
      <FieldSet lang={lang} legend={words.rolesLabel}>
        <FieldGrid columns={3}>
          {grantNames.filter((name) => !name.includes(':')).map(box)}
        </FieldGrid>
      </FieldSet>
      <FieldSet lang={lang} legend={words.examinerSpecialties}>
        <FieldGrid columns={3}>
          {grantNames.filter((name) => name.includes(':')).map(box)}
        </FieldGrid>
      </FieldSet>
    </div>
  )
}
