import type { Child } from 'hono/jsx'

export function Kbd(props: { children?: Child }) {
  return <kbd class="kbd">{props.children}</kbd>
}
