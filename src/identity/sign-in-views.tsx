import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { grantNamesOf } from './grant.ts'
import { grantText } from './grant-text.ts'
import { MAX_PASSWORD, type Staff } from './staff.ts'
import { words } from './words.ts'

type SignInProps = {
  lang: Lang
  values?: { username: string; return: string }
  /** Why the last try failed. */
  refusal?: Text
  /** The fixtures' people, whom a visitor of the demonstration may be. */
  cast: readonly Staff[]
}

export function SignInView({ lang, values, refusal, cast }: SignInProps) {
  return (
    <>
      <PageHead lang={lang} title={words.signInTitle} />
      <Panel lang={lang}>
        <Form lang={lang} action="/sign-in">
          {refusal && (
            <Notice lang={lang} kind="error" alert>
              {say(refusal, lang)}
            </Notice>
          )}
          <input type="hidden" name="return" value={values?.return ?? '/'} />
          <Field
            lang={lang}
            name="username"
            label={words.username}
            value={values?.username}
            autocomplete="username"
            spellcheck={false}
            maxLength={100}
            autofocus={!values?.username}
            required
          />
          <Field
            lang={lang}
            name="password"
            label={words.password}
            type="password"
            autocomplete="current-password"
            maxLength={MAX_PASSWORD}
            autofocus={!!values?.username}
            required
          />
          <FormActions>
            <Button lang={lang} variant="primary" wide>
              {say(words.signIn, lang)}
            </Button>
          </FormActions>
          <p class="field-hint">{say(words.signInHint, lang)}</p>
        </Form>
      </Panel>
      {cast.length > 0 && <Cast lang={lang} cast={cast} back={values?.return ?? '/'} />}
    </>
  )
}

function Cast({ lang, cast, back }: { lang: Lang; cast: readonly Staff[]; back: string }) {
  return (
    <Panel lang={lang} title={words.castTitle}>
      <p>{say(words.castHint, lang)}</p>
      <dl class="facts facts-down">
        {cast.map((person) => (
          <div>
            <dt>
              <a
                href={`/sign-in?${new URLSearchParams({ username: person.username, return: back })}`}
              >
                {person.username}
              </a>
            </dt>
            <dd>
              {person.name} ·{' '}
              {grantNamesOf(person)
                .map((name) => grantText(name, lang))
                .join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

type PasswordProps = {
  lang: Lang
  errors?: readonly FieldError[]
  must: boolean
  done: boolean
}

const passwordLabels = {
  current: words.passwordCurrent,
  next: words.passwordNext,
  repeated: words.passwordRepeated,
}

/** What was typed is a password, so nothing of it comes back. */
export function PasswordView({ lang, errors, must, done }: PasswordProps) {
  const field = (name: keyof typeof passwordLabels) => ({
    lang,
    name,
    label: passwordLabels[name],
    type: 'password' as const,
    error: errorFor(errors, name),
    autocomplete: name === 'current' ? 'current-password' : 'new-password',
    maxLength: MAX_PASSWORD,
    required: true,
  })
  return (
    <>
      <PageHead lang={lang} title={words.passwordTitle} />
      {done && (
        <Notice lang={lang} kind="success" alert>
          {say(words.passwordChanged, lang)}
        </Notice>
      )}
      {must && !done && (
        <Notice lang={lang} kind="warn">
          {say(words.passwordMustChange, lang)}
        </Notice>
      )}
      <Panel lang={lang}>
        <Form lang={lang} action="/password">
          {errors && (
            <Notice lang={lang} kind="error" alert>
              {say(words.passwordRefused, lang)}
            </Notice>
          )}
          <Field {...field('current')} />
          <Field {...field('next')} hint={words.passwordNextHint} />
          <Field {...field('repeated')} />
          <FormActions>
            <Button lang={lang} variant="primary">
              {say(words.passwordSubmit, lang)}
            </Button>
          </FormActions>
        </Form>
      </Panel>
    </>
  )
}
