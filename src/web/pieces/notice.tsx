import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { Icon, type IconName } from './icon.tsx'
import { type Label, told } from './label.ts'

type NoticeKind = 'info' | 'success' | 'warn' | 'error'

const marks: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  success: 'check',
  warn: 'alert',
  error: 'alert',
}

type NoticeProps = {
  lang: Lang
  kind?: NoticeKind | undefined
  title?: Label | undefined
  /** Read out at once: only for what the reader has just caused. */
  alert?: boolean | undefined
  children?: Child
}

export function Notice(props: NoticeProps) {
  const kind = props.kind ?? 'info'
  return (
    <div class={`notice notice-${kind}`} role={props.alert ? 'alert' : undefined}>
      <Icon name={marks[kind]} />
      <div class="notice-body">
        {props.title && <p class="notice-title">{told(props.title, props.lang)}</p>}
        {props.children && <div class="notice-text">{props.children}</div>}
      </div>
    </div>
  )
}
