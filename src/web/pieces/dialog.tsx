import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { type Label, told } from './label.ts'

type DialogProps = {
  lang: Lang
  id: string
  title: Label
  children?: Child
}

/**
 * Opened by `<Button type="button" use="open:<id>">`. Only for what cannot be undone and cannot be a
 * page of its own: without JavaScript it stays closed, so the way must exist elsewhere too.
 */
export function Dialog(props: DialogProps) {
  return (
    <dialog class="dialog" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 class="dialog-title" id={`${props.id}-title`}>
        {told(props.title, props.lang)}
      </h2>
      {props.children}
      <form method="dialog" class="dialog-close">
        <button class="button button-quiet" type="submit">
          <span>{told(pieceWords.back, props.lang)}</span>
        </button>
      </form>
    </dialog>
  )
}
