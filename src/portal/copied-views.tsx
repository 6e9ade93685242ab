import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { words } from './words.ts'

/** One line of a list: a value with a button that copies it, where a script can do so. */
export function Copied(props: {
  lang: Lang
  what: Text
  text: string
  shown?: string
  hint?: Text
}) {
  const { lang, what, text, hint } = props
  return (
    <div class="visit-row">
      <dt>{say(what, lang)}</dt>
      <dd>
        <span class="visit-code">{props.shown ?? text}</span>
        {hint && <span class="visit-hint">{say(hint, lang)}</span>}
      </dd>
      <dd class="visit-copy">
        <Button lang={lang} type="button" use="copy" value={text}>
          {say(words.copy, lang)}
          <span class="unseen"> {say(what, lang).toLocaleLowerCase(lang)}</span>
        </Button>
      </dd>
    </div>
  )
}
