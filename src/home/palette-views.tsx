import { say } from '../core/text.ts'
import { Icon } from '../web/pieces/icon.tsx'
import { Kbd } from '../web/pieces/kbd.tsx'
import { HitBody } from './find-page-views.tsx'
import { SendForm, sendFields } from './find-send-views.tsx'
import { countText, type Finds, type Hit, hitsOf } from './find-views.tsx'
import { findWords as words } from './find-words.ts'

/**
 * The palette, asked for once a page when it is first opened. A combobox over a list in groups: the
 * caret stays in the field, arrows choose, Enter opens.
 */
export function PaletteDialog({ from, ...props }: Finds & { from: string }) {
  const { lang } = props
  return (
    <dialog
      class="palette"
      id="palette"
      aria-label={say(words.label, lang)}
      data-failed={say(words.failed, lang)}
      data-hasty={say(words.tooMany, lang)}
      data-loading={say(words.loading, lang)}
    >
      <div class="palette-head">
        <Icon name="search" />
        <input
          class="palette-field"
          id="palette-field"
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-label={say(words.label, lang)}
          placeholder={say(words.label, lang)}
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck={false}
          enterkeyhint="go"
          maxlength={100}
        />
        <button class="palette-close" type="button" data-use="palette-close">
          <Icon name="cross" />
          <span class="unseen">{say(words.close, lang)}</span>
        </button>
      </div>
      <div class="palette-busy" />
      <div
        class="palette-list"
        id="palette-list"
        role="listbox"
        tabindex={-1}
        aria-label={say(words.title, lang)}
      >
        <PaletteList {...props} tooShort={false} />
      </div>
      <p class="palette-foot">
        <span class="palette-said" role="status" />
        <span class="palette-keys" aria-hidden="true">
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {say(words.keyMove, lang)}
          </span>
          <span>
            <Kbd>Enter</Kbd> {say(words.keyOpen, lang)}
          </span>
          <span>
            <Kbd>Esc</Kbd> {say(words.keyClose, lang)}
          </span>
        </span>
      </p>
      {(['vi', 'en'] as const).map((each) => each !== lang && <SendForm send={each} to={from} />)}
      <SendForm send="sign-out" to="/" />
    </dialog>
  )
}

/** What stands in the list: groups of options, with the sentence that is said about them. */
export function PaletteList(props: Finds & { tooShort: boolean }) {
  const { lang, order, tooShort } = props
  const hits = hitsOf(props)
  const shown = order.filter((group) => hits[group].length > 0)
  const count = shown.reduce((sum, group) => sum + hits[group].length, 0)
  const said = tooShort ? say(words.short, lang) : countText(count, lang)
  return (
    <>
      {shown.map((group) => (
        <fieldset class="palette-group" aria-labelledby={`palette-${group}`}>
          <div class="palette-heading" id={`palette-${group}`} role="presentation">
            {say(words[group], lang)}
          </div>
          {hits[group].map((hit) => (
            <Option hit={hit} />
          ))}
        </fieldset>
      ))}
      {count === 0 && (
        <button
          class="palette-empty"
          type="button"
          role="option"
          aria-disabled="true"
          aria-selected="false"
          tabindex={-1}
        >
          <strong>{say(words.nothing, lang)}</strong>
          <span>{say(words.nothingText, lang)}</span>
        </button>
      )}
      <template data-said={said} />
    </>
  )
}

function Option({ hit }: { hit: Hit }) {
  const shared = {
    class: 'find-hit',
    id: `hit-${hit.key.replace(/[^\w-]/g, '_')}`,
    role: 'option' as const,
    tabindex: -1,
    'aria-selected': 'false' as const,
  }
  if ('href' in hit) {
    return (
      <a
        {...shared}
        href={hit.href}
        target={hit.newTab ? '_blank' : undefined}
        rel={hit.newTab ? 'noopener' : undefined}
      >
        <HitBody hit={hit} />
      </a>
    )
  }
  const { id, ...field } = sendFields[hit.send]
  return (
    <button {...shared} type="submit" form={id} {...field}>
      <HitBody hit={hit} />
    </button>
  )
}
