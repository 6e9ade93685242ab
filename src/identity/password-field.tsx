import { type Lang, say } from '../core/text.ts'
import { describedBy, FieldFrame, type FieldProps, fieldId } from '../web/pieces/field-frame.tsx'
import { told } from '../web/pieces/label.ts'
import { signInWords } from './sign-in-words.ts'
import { MAX_PASSWORD } from './staff.ts'

type PasswordFieldProps = Omit<FieldProps, 'required'> & {
  autocomplete: 'current-password' | 'new-password'
  autofocus?: boolean | undefined
}

/**
 * A password as it is typed by hand: it can be shown, and Caps Lock is told. Both are password.js's;
 * without it a plain field is left.
 */
export function PasswordField(props: PasswordFieldProps) {
  const id = fieldId(props.name)
  const { lang } = props
  return (
    <FieldFrame {...props} id={id}>
      <div class="password" data-password>
        <input
          class="input"
          id={id}
          name={props.name}
          type="password"
          autocomplete={props.autocomplete}
          autocapitalize="none"
          spellcheck={false}
          maxlength={MAX_PASSWORD}
          autofocus={props.autofocus}
          required
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(id, props)}
        />
        <ShowButton lang={lang} controls={id} />
        <p class="password-caps" role="status" data-caps={told(signInWords.capsLock, lang)} />
      </div>
    </FieldFrame>
  )
}

function ShowButton({ lang, controls }: { lang: Lang; controls: string }) {
  const word = (key: 'show' | 'hide') => say(signInWords[key], lang)
  return (
    <button
      class="password-show"
      type="button"
      hidden
      aria-controls={controls}
      aria-pressed="false"
      aria-label={say(signInWords.showPassword, lang)}
      data-show={word('show')}
      data-hide={word('hide')}
    >
      {word('show')}
    </button>
  )
}
