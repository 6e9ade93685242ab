import { type Lang, say } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { fieldId } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { type Label, told } from './label.ts'

/** A column's heading; where rows can be ordered by it, a button that table.js answers. */
export function ColumnHead(props: {
  lang: Lang
  label: Label
  sorts: boolean
  cellClass: string | undefined
}) {
  const label = told(props.label, props.lang)
  return (
    <th scope="col" class={props.cellClass} aria-sort={props.sorts ? 'none' : undefined}>
      {props.sorts ? (
        <button type="button" class="table-sort">
          {label}
          <Icon name="down" />
        </button>
      ) : (
        label
      )}
    </th>
  )
}

/** Narrows the rows of the table under it; there only where scripts run. */
export function TableFilter(props: { lang: Lang; label: true | Label; name: Label }) {
  const label = props.label === true ? pieceWords.filter : props.label
  return (
    <search class="table-filter" aria-label={told(props.name, props.lang)}>
      <label class="table-filter-field">
        <span class="table-filter-mark">
          <Icon name="search" />
        </span>
        <span class="unseen">{told(label, props.lang)}</span>
        <input
          class="input"
          type="search"
          id={`${fieldId(told(props.name, props.lang))}-filter`}
          data-filter
          autocomplete="off"
          spellcheck={false}
          placeholder={told(label, props.lang)}
        />
      </label>
      <p class="table-count" role="status" />
    </search>
  )
}

/** What table.js says aloud. */
export function tableWords(lang: Lang): Record<string, string> {
  const { filtered, filteredNone, sorted, ascending, descending, unsorted } = pieceWords
  const spoken = {
    filtered,
    'filtered-none': filteredNone,
    sorted,
    ascending,
    descending,
    unsorted,
  }
  return Object.fromEntries(
    Object.entries(spoken).map(([name, text]) => [`data-${name}`, say(text, lang)]),
  )
}
