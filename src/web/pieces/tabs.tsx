import type { Lang } from '../../core/text.ts'
import { type Label, told } from './label.ts'

export type Tab = {
  href: string
  label: Label
  /** How many stand behind it. */
  count?: number | undefined
  current?: boolean | undefined
}

/** Views of one list: links, so that each has an address of its own and Back leads between them. */
export function Tabs(props: { lang: Lang; label: Label; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={told(props.label, props.lang)}>
      <ul class="tabs-list">
        {props.tabs.map((tab) => (
          <li>
            <a class="tab" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {told(tab.label, props.lang)}
              {tab.count !== undefined && <span class="tab-count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
