import { type Lang, say, type Text } from '../../core/text.ts'
import { pieceWords, scriptWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { shortcutOf } from './shortcut.ts'

/** What has just been done, and the way back where there is one. */
export type Said = {
  text: Text
  undo?: { action: string; fields?: Readonly<Record<string, string>> } | undefined
}

/** A toast in the corner; without scripts a notice on top of the page. The undo is a form of its own. */
export function SaidToast({ lang, said }: { lang: Lang; said: Said }) {
  return (
    <div class="toast said" id="said" role="status" data-undo={said.undo && ''}>
      <Icon name="check" />
      <span class="toast-text">{say(said.text, lang)}</span>
      {said.undo && (
        <form method="post" action={said.undo.action}>
          {Object.entries(said.undo.fields ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="toast-action" {...shortcutOf('z', lang)}>
            <Icon name="undo" />
            <span>{say(pieceWords.undo, lang)}</span>
          </button>
        </form>
      )}
      <button
        type="button"
        class="toast-action toast-close"
        data-close
        aria-label={say(scriptWords.close, lang)}
        title={say(scriptWords.close, lang)}
      >
        <Icon name="cross" />
      </button>
    </div>
  )
}
