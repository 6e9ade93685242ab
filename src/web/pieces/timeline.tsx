import type { Child } from 'hono/jsx'
import { type Lang, say } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { InstantText } from './date-text.tsx'
import { type Label, told } from './label.ts'
import type { Tone } from './status-badge.tsx'

export type Happening = {
  at: Date
  title: Label
  by?: string | undefined
  detail?: Child
  tone?: Tone | undefined
}

/** What has happened, in the order given. */
export function Timeline(props: { lang: Lang; label: Label; items: readonly Happening[] }) {
  const { lang } = props
  return (
    <ol class="timeline" aria-label={told(props.label, lang)}>
      {props.items.map((item) => (
        <li class={`happening happening-${item.tone ?? 'quiet'}`}>
          <p class="happening-title">{told(item.title, lang)}</p>
          {item.detail && <div class="happening-detail">{item.detail}</div>}
          <p class="happening-when">
            <InstantText lang={lang} at={item.at} />
            {item.by && ` · ${say(pieceWords.by, lang, { name: item.by })}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
