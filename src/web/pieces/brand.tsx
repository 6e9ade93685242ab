import { type Lang, say } from '../../core/text.ts'
import { words } from '../words.ts'

/** The mark, two strokes that are one road, and whose house this is. */
export function Brand(props: { lang: Lang; facility?: string | undefined; href?: string }) {
  const content = (
    <>
      <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <path
          d="M8.5 22.5h6.2c5.4 0 3.2-13 8.8-13"
          class="brand-road"
          fill="none"
          stroke-width="3"
          stroke-linecap="round"
        />
        <circle class="brand-end" cx="8.5" cy="9.5" r="2.3" />
        <circle class="brand-end" cx="23.5" cy="22.5" r="2.3" />
      </svg>
      <span>
        <span class="brand-name">{say(words.product, props.lang)}</span>
        {props.facility && (
          <span class="brand-facility" title={props.facility}>
            {props.facility}
          </span>
        )}
      </span>
    </>
  )
  if (!props.href) return <div class="brand">{content}</div>
  return (
    <a class="brand" href={props.href}>
      {content}
    </a>
  )
}
