import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'
import { classes, told } from './label.ts'
import { shortcutOf } from './shortcut.ts'

/** `primary` is the one thing to do next on a page; at most one per panel. */
type Look = {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  small?: boolean | undefined
  /** Fills the line, for phones. */
  wide?: boolean | undefined
  icon?: IconName | undefined
  children?: Child
}

type ButtonProps = Look & {
  lang: Lang
  /** Keys that press it while nothing is being typed: `n`, or `g b` one after the other. */
  shortcut?: string | undefined
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  disabled?: boolean | undefined
  form?: string | undefined
  formaction?: string | undefined
  /** Marks the button for an ES module: rendered as `data-use`. */
  use?: string | undefined
  autofocus?: boolean | undefined
}

export function Button(props: ButtonProps) {
  return (
    <button
      class={look(props)}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      form={props.form}
      formaction={props.formaction}
      autofocus={props.autofocus}
      data-use={props.use}
      {...shortcutOf(props.shortcut, props.lang)}
      data-busy={props.type === 'button' ? undefined : told(pieceWords.busy, props.lang)}
    >
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </button>
  )
}

/** As on a button; the hint about it needs a language. */
type Shortcut = { shortcut: string; lang: Lang } | { shortcut?: undefined; lang?: Lang | undefined }

type LinkButtonProps = Look &
  Shortcut & {
    href: string
    /** Opens a document (a PDF) in a tab of its own. */
    newTab?: boolean | undefined
    download?: boolean | undefined
  }

export function LinkButton(props: LinkButtonProps) {
  return (
    <a
      class={look(props)}
      href={props.href}
      target={props.newTab ? '_blank' : undefined}
      rel={props.newTab ? 'noopener' : undefined}
      download={props.download}
      {...(props.shortcut && shortcutOf(props.shortcut, props.lang))}
    >
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </a>
  )
}

function look(props: Look): string {
  return classes(
    'button',
    `button-${props.variant ?? 'secondary'}`,
    props.small && 'button-small',
    props.wide && 'button-wide',
  )
}
