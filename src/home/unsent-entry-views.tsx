import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { entryWords as words } from './unsent-words.ts'

/** One entry of the list, which the page's script copies and fills. */
export function EntryTemplate({ lang }: { lang: Lang }) {
  const said = [
    'waiting',
    'refused',
    'sent',
    'old',
    'use',
    'known',
    'look',
    'patient',
    'exam',
    'invoice',
  ]
  const spoken = said.map((name) => [`data-${name}`, say(words[name as keyof typeof words], lang)])
  return (
    <template {...Object.fromEntries(spoken)}>
      <li class="unsent-entry">
        <div class="unsent-head">
          <strong data-name />
          <span data-at />
          <span data-state />
        </div>
        <div class="unsent-refusal" data-refusal hidden>
          <p class="unsent-label">{say(words.serverSays, lang)}</p>
          <p data-detail />
          <ul data-errors />
          <div class="row" data-people />
          <Act lang={lang} name="new" />
          <button class="button button-primary button-small" type="button" data-use hidden>
            <span />
          </button>
        </div>
        <dl class="unsent-typed" data-typed aria-label={say(words.typed, lang)} />
        <div class="row" data-links />
        <div class="row">
          <Act lang={lang} name="again" />
          <Act lang={lang} name="edit" />
          <Act lang={lang} name="discard" />
          <Act lang={lang} name="clear" />
        </div>
      </li>
    </template>
  )
}

function Act({ lang, name }: { lang: Lang; name: 'new' | 'again' | 'edit' | 'discard' | 'clear' }) {
  return (
    <button
      class="button button-secondary button-small"
      type="button"
      hidden
      {...{ [`data-${name}`]: '' }}
    >
      <span>{say(words[name], lang)}</span>
    </button>
  )
}

/** What was kept goes only by a hand that was asked first. */
export function DiscardDialog({ lang }: { lang: Lang }) {
  return (
    <dialog class="dialog" data-ask aria-labelledby="ask-title">
      <h2 class="dialog-title" id="ask-title">
        {say(words.askDiscard, lang)}
      </h2>
      <p>
        <strong data-whom />
      </p>
      <p>{say(words.askText, lang)}</p>
      <form method="dialog" class="form-actions">
        <Button lang={lang} variant="danger" value="discard">
          {say(words.discard, lang)}
        </Button>
        <Button lang={lang} value="">
          {say(words.keepIt, lang)}
        </Button>
      </form>
    </dialog>
  )
}
