import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { Icon } from './icon.tsx'
import { classes, type Label, told } from './label.ts'

type PanelProps = {
  lang: Lang
  title?: Label | undefined
  id?: string | undefined
  /** Right of the title: a badge, a small button. */
  aside?: Child
  /** Under a line at the bottom. */
  footer?: Child
  /** Stays in sight while its neighbour scrolls. */
  sticky?: boolean | undefined
  /** Content reaches the edges: tables and lists. */
  flush?: boolean | undefined
  /** Draws the eye: the thing to do next. */
  marked?: boolean | undefined
  level?: 2 | 3 | undefined
  children?: Child
}

/** A bordered surface with a heading; a section of the page. */
export function Panel(props: PanelProps) {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <section
      id={props.id}
      class={classes(
        'panel',
        props.sticky && 'panel-sticky',
        props.flush && 'panel-flush',
        props.marked && 'panel-marked',
      )}
    >
      {(props.title || props.aside) && (
        <div class="panel-head">
          {props.title && <Heading class="panel-title">{told(props.title, props.lang)}</Heading>}
          {props.aside && <div class="panel-aside">{props.aside}</div>}
        </div>
      )}
      <div class="panel-body">{props.children}</div>
      {props.footer && <div class="panel-footer">{props.footer}</div>}
    </section>
  )
}

type PageHeadProps = {
  lang: Lang
  title: Label
  /** One line under the title: who or what this page is about. */
  lead?: Child
  badge?: Child
  actions?: Child
  back?: { href: string; label: Label } | undefined
}

/** The page's h1 with its status and its actions; every page has exactly one. */
export function PageHead(props: PageHeadProps) {
  return (
    <div class="page-head">
      {props.back && (
        <a class="page-back" href={props.back.href}>
          <Icon name="left" />
          {told(props.back.label, props.lang)}
        </a>
      )}
      <div class="page-head-row">
        <div class="page-head-main">
          <div class="page-head-title">
            <h1>{told(props.title, props.lang)}</h1>
            {props.badge}
          </div>
          {props.lead && <div class="page-lead">{props.lead}</div>}
        </div>
        {props.actions && <div class="page-actions">{props.actions}</div>}
      </div>
    </div>
  )
}

/** Main column and a narrower one beside it; one under the other on a phone. */
export function Columns(props: { main: Child; side: Child; wideSide?: boolean }) {
  return (
    <div class={classes('columns', props.wideSide && 'columns-even')}>
      <div class="columns-main">{props.main}</div>
      <div class="columns-side">{props.side}</div>
    </div>
  )
}

/** Things one under another with the page's usual gap. */
export function Stack(props: { children?: Child; tight?: boolean }) {
  return <div class={classes('stack', props.tight && 'stack-tight')}>{props.children}</div>
}

/** Small things side by side, wrapping. */
export function Row(props: { children?: Child }) {
  return <div class="row">{props.children}</div>
}
