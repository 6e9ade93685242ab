import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { GrantFields } from './grant-fields.tsx'
import type { NewStaff } from './staff.ts'
import { staffWords as words } from './staff-words.ts'

type NewStaffProps = { lang: Lang; values?: NewStaff; errors?: readonly FieldError[] }

/** In the order of the form. */
const labels = {
  name: words.fullName,
  username: words.username,
  doctorRegistration: words.registration,
  grants: words.roles,
}

function inOrder(errors: readonly FieldError[]): FieldError[] {
  const places = Object.keys(labels)
  const place = ({ pointer }: FieldError) => places.indexOf(pointer.slice(1))
  return [...errors].sort((a, b) => place(a) - place(b))
}

export function NewStaffView({ lang, values, errors }: NewStaffProps) {
  return (
    <>
      <PageHead
        lang={lang}
        title={words.add}
        lead={say(words.createHint, lang)}
        back={{ href: '/staff', label: words.backToStaff }}
      />
      <Panel lang={lang}>
        <Form lang={lang} action="/staff" keep="staff:new">
          <ErrorSummary lang={lang} errors={errors && inOrder(errors)} labels={labels} />
          <WhoFields lang={lang} {...(values && { values })} {...(errors && { errors })} />
          <GrantFields
            lang={lang}
            hint={words.rolesHint}
            chosen={values?.grants ?? []}
            errors={errors}
          />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.create, lang)}
            </Button>
            <LinkButton href="/staff" variant="quiet">
              {say(words.cancel, lang)}
            </LinkButton>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}

function WhoFields({ lang, values, errors }: NewStaffProps) {
  return (
    <FieldSet lang={lang} legend={words.who}>
      <FieldGrid columns={3}>
        <Field
          lang={lang}
          name="name"
          label={words.fullName}
          value={values?.name}
          error={errorFor(errors, 'name')}
          maxLength={100}
          autofocus={!errors}
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
        <Field
          lang={lang}
          name="doctorRegistration"
          label={words.registration}
          hint={words.registrationHint}
          value={values?.doctorRegistration}
          error={errorFor(errors, 'doctorRegistration')}
          spellcheck={false}
          maxLength={30}
          optional
        />
      </FieldGrid>
    </FieldSet>
  )
}
