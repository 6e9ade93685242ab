import { type Lang, say } from '../core/text.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import type { Label } from '../web/pieces/label.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { settingWords as words } from './words.ts'

export type Difference = { label: Label; stored: string; typed: string }

export type StaleProps = {
  lang: Lang
  /** Who saved what is stored now, and when; unknown where only the configuration has spoken. */
  saved?: { by: string; at: Date } | undefined
  differences: readonly Difference[]
}

/** On top of a form that met a newer version: what is stored beside what was typed, field by field. */
export function StaleNotice({ lang, saved, differences }: StaleProps) {
  return (
    <Notice lang={lang} kind="warn" title={words.staleTitle} alert>
      {saved && (
        <p>{say(words.savedBy, lang, { name: saved.by, at: instantText(saved.at, lang) })}</p>
      )}
      <p>{say(differences.length > 0 ? words.staleText : words.staleSame, lang)}</p>
      {differences.length > 0 && (
        <DataTable
          lang={lang}
          caption={words.staleTitle}
          rows={differences}
          columns={[
            { label: words.field, head: true, cell: ({ label }) => labelText(label, lang) },
            { label: words.stored, cell: ({ stored }) => stored || say(words.nothing, lang) },
            { label: words.yours, cell: ({ typed }) => typed || say(words.nothing, lang) },
          ]}
        />
      )}
    </Notice>
  )
}

function labelText(label: Label, lang: Lang): string {
  return typeof label === 'string' ? label : say(label, lang)
}
