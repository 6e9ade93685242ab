import type { Child } from 'hono/jsx'
import { classes } from './label.ts'

/**
 * A part of the page that live.js renews when one of the page's topics is touched. Its id is
 * unique on the page and the same at every rendering.
 */
export function LivePart(props: {
  id: string
  /** Says aloud what changed; for short texts such as a status. */
  polite?: boolean | undefined
  class?: string | undefined
  children?: Child
}) {
  return (
    <div
      class={classes('live-part', props.class)}
      data-live-part={props.id}
      aria-live={props.polite ? 'polite' : undefined}
    >
      {props.children}
    </div>
  )
}
