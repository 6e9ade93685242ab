import { type Lang, say } from '../core/text.ts'
import { Icon } from '../web/pieces/icon.tsx'
import type { Mark } from './mark.ts'

type VerdictProps = { lang: Lang; mark: Mark }

/** What a rule says, with its article, where the answer stands that it speaks of. */
export function Verdict({ lang, mark }: VerdictProps) {
  const { tone, message, source } = mark
  return (
    <p class={`exam-verdict exam-verdict-${tone}`}>
      <Icon name={tone === 'bad' ? 'cross' : 'alert'} />
      <span>
        {say(message, lang)}
        {source && <span class="reason-source"> {source}</span>}
      </span>
    </p>
  )
}

/** The same for exam.js to put in its places; the panel beside it is what is read out. */
export function MarkList({ lang, marks }: { lang: Lang; marks: readonly Mark[] }) {
  return (
    <div id="marks" hidden>
      {marks.map((mark) => (
        <div data-for={mark.fields.join(' ')} data-tone={mark.tone}>
          <Verdict lang={lang} mark={mark} />
        </div>
      ))}
    </div>
  )
}
