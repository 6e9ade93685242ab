import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { type Label, told } from './label.ts'

/** `undefined` and `false` are left out, so a caller may write `condition && {…}`. */
type Definition = { term: Label; value: Child } | false | undefined

type DefinitionListProps = {
  lang: Lang
  items: readonly Definition[]
  /** `across`: term over value, side by side; `down`: term left, value right, under one another. */
  layout?: 'across' | 'down' | undefined
}

export function DefinitionList({ lang, items, layout = 'down' }: DefinitionListProps) {
  return (
    <dl class={`facts facts-${layout}`}>
      {items.map(
        (item) =>
          item && (
            <div>
              <dt>{told(item.term, lang)}</dt>
              <dd>{item.value ?? '—'}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
