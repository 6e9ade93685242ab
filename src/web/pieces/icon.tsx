import { raw } from 'hono/html'
import { drawingOf, type IconName } from './icon-set.ts'

export type { IconName } from './icon-set.ts'

/** Decorative: whatever it says is also said in words beside it. */
export function Icon(props: { name: IconName; large?: boolean }) {
  return (
    <svg
      class={props.large ? 'icon icon-large' : 'icon'}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      {raw(drawingOf(props.name))}
    </svg>
  )
}
