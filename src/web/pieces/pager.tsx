import type { Lang } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { told } from './label.ts'

/** Back and on through a list; nothing when it fits on one page. */
export function Pager(props: {
  lang: Lang
  next?: string | undefined
  previous?: string | undefined
}) {
  if (!props.next && !props.previous) return null
  return (
    <nav class="pager" aria-label={told(pieceWords.pages, props.lang)}>
      {props.previous && (
        <a class="button button-secondary button-small" href={props.previous} rel="prev">
          <Icon name="left" />
          <span>{told(pieceWords.previous, props.lang)}</span>
        </a>
      )}
      {props.next && (
        <a class="button button-secondary button-small pager-next" href={props.next} rel="next">
          <span>{told(pieceWords.next, props.lang)}</span>
          <Icon name="right" />
        </a>
      )}
    </nav>
  )
}
