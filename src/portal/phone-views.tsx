import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { Icon } from '../web/pieces/icon.tsx'
import { PageHead } from '../web/pieces/panel.tsx'
import { phoneWords as words } from './phone-words.ts'

/** Empty as long as there is a network; visit-worker.js fills it in what it kept. */
export function AsOf({ lang }: { lang: Lang }) {
  return (
    <p class="as-of" id="as-of" role="status" data-words={say(words.asOf, lang)} hidden>
      <Icon name="alert" />
      <span>{say(words.asOf, lang)}</span>
    </p>
  )
}

/** What a script can do on this phone; without one there is nothing kept to be forgotten. */
export function OnThisPhone({ lang }: { lang: Lang }) {
  return (
    <details class="visit-more phone-only" id="this-phone">
      <summary>{say(words.title, lang)}</summary>
      <div class="visit-parts">
        <p>{say(words.kept, lang)}</p>
        <p>{say(words.installHow, lang)}</p>
        <Button lang={lang} type="button" icon="phone" use="install" disabled wide>
          {say(words.install, lang)}
        </Button>
        <Button lang={lang} type="button" icon="cross" use="forget" wide>
          {say(words.forget, lang)}
        </Button>
      </div>
    </details>
  )
}

export function ForgottenView({ lang }: { lang: Lang }) {
  return (
    <article class="visit">
      <PageHead lang={lang} title={words.forgottenTitle} lead={say(words.forgottenLead, lang)} />
      <ul class="visit-list">
        <li>{say(words.forgottenIcon, lang)}</li>
        <li>{say(words.forgottenHistory, lang)}</li>
        <li>{say(words.forgottenAgain, lang)}</li>
      </ul>
    </article>
  )
}
