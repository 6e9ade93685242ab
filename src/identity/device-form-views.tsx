import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { ChoiceGroup } from '../web/pieces/choice.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { deviceKinds, type NewDevice } from './device.ts'
import {
  deviceKindHints,
  deviceKindWords,
  pairWords,
  deviceWords as words,
} from './device-words.ts'

type NewDeviceProps = { lang: Lang; values?: NewDevice; errors?: readonly FieldError[] }

export function NewDeviceView({ lang, values, errors }: NewDeviceProps) {
  return (
    <>
      <PageHead lang={lang} title={words.add} back={{ href: '/devices', label: words.back }} />
      <Panel lang={lang}>
        <Form lang={lang} action="/devices">
          <ErrorSummary
            lang={lang}
            errors={errors}
            labels={{ name: words.name, kind: words.kind }}
          />
          <ChoiceGroup
            lang={lang}
            name="kind"
            label={words.kind}
            value={values?.kind}
            error={errorFor(errors, 'kind')}
            options={deviceKinds.map((value) => ({
              value,
              label: deviceKindWords[value],
              hint: deviceKindHints[value],
            }))}
            required
          />
          <Field
            lang={lang}
            name="name"
            label={words.name}
            hint={words.nameHint}
            value={values?.name}
            error={errorFor(errors, 'name')}
            maxLength={60}
            required
          />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.create, lang)}
            </Button>
            <LinkButton href="/devices" variant="quiet">
              {say(words.cancel, lang)}
            </LinkButton>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}

type PairProps = { lang: Lang; code?: string; errors?: readonly FieldError[] }

/** On the screen that is to become a device. */
export function PairView({ lang, code, errors }: PairProps) {
  return (
    <>
      <PageHead lang={lang} title={pairWords.title} lead={say(pairWords.lead, lang)} />
      <Panel lang={lang}>
        <Form lang={lang} action="/pair">
          <ErrorSummary lang={lang} errors={errors} labels={{ code: pairWords.code }} />
          <Field
            lang={lang}
            name="code"
            label={pairWords.code}
            hint={pairWords.codeHint}
            value={code}
            error={errorFor(errors, 'code')}
            maxLength={20}
            spellcheck={false}
            autofocus={!errors}
            required
          />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(pairWords.pair, lang)}
            </Button>
            <LinkButton href="/sign-in" variant="quiet">
              {say(pairWords.staff, lang)}
            </LinkButton>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}
