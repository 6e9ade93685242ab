import { roles } from '../core/actor.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { grantNamesOf } from './grant.ts'
import { grantText } from './grant-text.ts'
import { PasswordField } from './password-field.tsx'
import { signInWords as words } from './sign-in-words.ts'
import type { Staff } from './staff.ts'

export type SignInProps = {
  lang: Lang
  values: { username: string; return: string }
  /** Why one is here, when one was at work before. */
  because?: Text | undefined
  /** Why the last try failed. */
  refusal?: { text: Text; locked: boolean } | undefined
  /** The fixtures' people, whom a visitor of the demonstration may be. */
  cast: readonly Staff[]
}

export function SignInView(props: SignInProps) {
  const { lang, cast, values } = props
  return (
    <div class={cast.length > 0 ? 'door door-open' : 'door'}>
      <div class="door-main">
        <PageHead lang={lang} title={words.title} />
        <Panel lang={lang}>
          {props.refusal ? <Refusal lang={lang} {...props.refusal} /> : <Because {...props} />}
          <SignInForm {...props} />
        </Panel>
      </div>
      {cast.length > 0 && <Cast lang={lang} cast={cast} back={values.return} />}
    </div>
  )
}

function SignInForm({ lang, values }: SignInProps) {
  return (
    <Form lang={lang} action="/sign-in">
      <input type="hidden" name="return" value={values.return} />
      <Field
        lang={lang}
        name="username"
        label={words.username}
        value={values.username}
        autocomplete="username"
        spellcheck={false}
        maxLength={100}
        autofocus={!values.username}
      />
      <PasswordField
        lang={lang}
        name="password"
        label={words.password}
        autocomplete="current-password"
        autofocus={!!values.username}
      />
      <FormActions>
        <Button lang={lang} variant="primary" wide>
          {say(words.submit, lang)}
        </Button>
      </FormActions>
      <p class="field-hint">{say(words.forgotten, lang)}</p>
    </Form>
  )
}

/** Hidden and without a reason of the server's own, it is shown where the tab holds unsent typing. */
function Because({ lang, because, values }: SignInProps) {
  const goesOn = values.return !== '/' || because !== undefined
  return (
    <div hidden={because === undefined}>
      <Notice lang={lang} kind="info" title={because ?? words.ended}>
        {goesOn && <p>{say(words.goesOn, lang)}</p>}
        <p hidden data-drafts-kept>
          {say(words.draftsKept, lang)}
        </p>
      </Notice>
    </div>
  )
}

function Refusal({ lang, text, locked }: { lang: Lang; text: Text; locked: boolean }) {
  return (
    <Notice lang={lang} kind="error" title={locked ? words.lockedTitle : words.wrongTitle} alert>
      <p>{say(text, lang)}</p>
      {locked && <p>{say(words.lockedHelp, lang)}</p>}
    </Notice>
  )
}

function Cast({ lang, cast, back }: { lang: Lang; cast: readonly Staff[]; back: string }) {
  return (
    <section class="door-cast" aria-labelledby="cast">
      <h2 id="cast">{say(words.castTitle, lang)}</h2>
      <p class="field-hint">{say(words.castHint, lang)}</p>
      <ul class="cast">
        {[...cast].sort(byTheWay).map((person) => (
          <li>
            <a
              href={`/sign-in?${new URLSearchParams({ username: person.username, return: back })}`}
            >
              {grantNamesOf(person)
                .map((name) => grantText(name, lang))
                .join(', ')}
            </a>
            <span class="soft">{person.name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As a visitor meets them: the desk first, the house last. */
function byTheWay(a: Staff, b: Staff): number {
  const place = ({ roles: held }: Staff) => Math.min(...held.map((role) => roles.indexOf(role)))
  return place(a) - place(b)
}
