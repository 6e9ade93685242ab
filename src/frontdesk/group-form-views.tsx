import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { groupWords as words } from './group-words.ts'
import { LicenceFields } from './licence-fields-views.tsx'

type Props = {
  lang: Lang
  once: string
  typed: Readonly<Record<string, string>>
  errors?: readonly FieldError[]
}

export function NewGroupView(props: Props) {
  const { lang, typed, errors } = props
  const field = (name: 'name' | 'contactName' | 'contactPhone') => ({
    lang,
    name,
    label: words[name],
    value: typed[name],
    error: errorFor(errors, name),
  })
  return (
    <>
      <PageHead lang={lang} title={words.newGroup} back={{ href: '/groups', label: words.back }} />
      <Panel lang={lang}>
        <Form lang={lang} action="/groups" once={props.once} keep="group:new">
          <ErrorSummary lang={lang} errors={errors} labels={words} />
          <Field {...field('name')} required autofocus maxLength={120} size="full" />
          <FieldGrid>
            <Field {...field('contactName')} optional maxLength={100} />
            <Field {...field('contactPhone')} optional type="tel" maxLength={20} />
          </FieldGrid>
          <Defaults {...props} />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.save, lang)}
            </Button>
            <LinkButton href="/groups" variant="quiet">
              {say(words.cancel, lang)}
            </LinkButton>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}

function Defaults(props: Props) {
  return (
    <FieldSet lang={props.lang} legend={words.defaults} hint={words.defaultsHint}>
      <LicenceFields {...props} />
    </FieldSet>
  )
}
