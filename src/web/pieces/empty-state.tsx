import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { Icon, type IconName } from './icon.tsx'
import { type Label, told } from './label.ts'

type EmptyStateProps = {
  lang: Lang
  title: Label
  text?: Label | undefined
  icon?: IconName | undefined
  /** What to do about it. */
  children?: Child
}

/** Says why nothing is here and what to do next. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="empty">
      {props.icon && <Icon name={props.icon} large />}
      <p class="empty-title">{told(props.title, props.lang)}</p>
      {props.text && <p class="empty-text">{told(props.text, props.lang)}</p>}
      {props.children && <div class="empty-actions">{props.children}</div>}
    </div>
  )
}
