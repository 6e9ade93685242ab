import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Icon } from '../web/pieces/icon.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { PasswordField } from './password-field.tsx'
import { passwordWords as words } from './password-words.ts'
import { MAX_PASSWORD, MIN_PASSWORD } from './staff.ts'

type PasswordProps = { lang: Lang; errors?: readonly FieldError[]; must: boolean }

const labels = { current: words.current, next: words.next, repeated: words.repeated }

/** What was typed is a password, so nothing of it comes back. */
export function PasswordView({ lang, errors, must }: PasswordProps) {
  const field = (name: keyof typeof labels) => ({
    lang,
    name,
    label: labels[name],
    error: errorFor(errors, name),
  })
  return (
    <>
      <PageHead lang={lang} title={words.title} lead={say(words.effect, lang)} />
      {must && (
        <Notice lang={lang} kind="warn">
          {say(words.mustChange, lang)}
        </Notice>
      )}
      <Panel lang={lang}>
        <Form lang={lang} action="/password">
          <ErrorSummary lang={lang} errors={errors} labels={labels} hint={words.refused} />
          <PasswordField
            {...field('current')}
            autocomplete="current-password"
            autofocus={!errors}
          />
          <Rules lang={lang} />
          <PasswordField {...field('next')} autocomplete="new-password" />
          <PasswordField {...field('repeated')} autocomplete="new-password" />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.submit, lang)}
            </Button>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}

/** Said beforehand, and ticked off by password.js as they are met. */
function Rules({ lang }: { lang: Lang }) {
  const bounds = { min: MIN_PASSWORD, max: MAX_PASSWORD }
  return (
    <div class="rules" data-rules data-min={MIN_PASSWORD} data-max={MAX_PASSWORD}>
      <ul class="rule-list" aria-label={say(words.rules, lang)}>
        <Rule name="length" text={say(words.ruleLength, lang, bounds)} />
        <Rule name="differs" text={say(words.ruleDiffers, lang)} />
        <Rule name="repeated" text={say(words.ruleRepeated, lang)} />
      </ul>
      <p class="field-hint">{say(words.ruleAdvice, lang)}</p>
    </div>
  )
}

function Rule({ name, text }: { name: string; text: string }) {
  return (
    <li class="rule" data-rule={name}>
      <Icon name="check" />
      {text}
    </li>
  )
}
