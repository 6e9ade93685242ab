import type { FieldError } from '../core/errors.ts'
import { licenceClasses, purposes } from '../core/licence.ts'
import { classNames, purposeNames } from '../core/licence-words.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import { groupWords as words } from './group-words.ts'

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

function Defaults({ lang, typed, errors }: Props) {
  return (
    <FieldSet lang={lang} legend={words.defaults} hint={words.defaultsHint}>
      <FieldGrid>
        <Select
          lang={lang}
          name="licenceClass"
          label={words.licenceClass}
          options={licenceClasses.map((value) => ({ value, label: classNames[value] }))}
          value={typed.licenceClass}
          error={errorFor(errors, 'licenceClass')}
          required
        />
        <Select
          lang={lang}
          name="purpose"
          label={words.purpose}
          options={purposes.map((value) => ({ value, label: purposeNames[value] }))}
          value={typed.purpose}
          error={errorFor(errors, 'purpose')}
          required
        />
      </FieldGrid>
    </FieldSet>
  )
}
