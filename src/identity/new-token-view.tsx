import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { GrantFields } from './grant-fields.tsx'
import type { NewToken } from './token.ts'
import { tokenWords as words } from './token-words.ts'

type NewTokenProps = { lang: Lang; values?: NewToken; errors?: readonly FieldError[] }

const labels = { name: words.name, grants: words.roles }

/** A token that signs in a doctor's name is not made here: that is the command's (README). */
export function NewTokenView({ lang, values, errors }: NewTokenProps) {
  return (
    <>
      <PageHead lang={lang} title={words.add} back={{ href: '/tokens', label: words.back }} />
      <Panel lang={lang}>
        <Form lang={lang} action="/tokens">
          <ErrorSummary lang={lang} errors={errors} labels={labels} />
          <Field
            lang={lang}
            name="name"
            label={words.name}
            hint={words.nameHint}
            value={values?.name}
            error={errorFor(errors, 'name')}
            maxLength={100}
            autofocus={!errors}
            required
          />
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
            <LinkButton href="/tokens" variant="quiet">
              {say(words.cancel, lang)}
            </LinkButton>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}
