import { type Lang, say } from '../core/text.ts'
import { InstantText } from '../web/pieces/date-text.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Steps } from '../web/pieces/steps.tsx'
import { Timeline } from '../web/pieces/timeline.tsx'
import { Copied } from './copied-views.tsx'
import { wayOf } from './renewal-way.ts'
import { wayWords as words } from './renewal-words.ts'
import { caseStepWords, holdTexts } from './step-words.ts'
import type { CaseFacts } from './visit-facts.ts'

/** The renewal on its way to a licence, with the code that the authority answers to. */
export function RenewalPanel({ lang, held }: { lang: Lang; held: CaseFacts }) {
  return (
    <Panel lang={lang} title={words.title} id="renewal">
      <div class="visit-parts">
        {held.dossierCode && (
          <dl class="visit-rows">
            <Copied lang={lang} what={words.code} text={held.dossierCode} hint={words.codeHint} />
          </dl>
        )}
        <Steps
          lang={lang}
          label={words.steps}
          steps={wayOf(held).map(({ label, state, at, reason }) => ({
            label,
            state,
            reason: at ? <InstantText lang={lang} at={at} /> : reason,
          }))}
        />
        <details class="visit-more" id="renewal-history">
          <summary>{say(words.history, lang)}</summary>
          <Timeline
            lang={lang}
            label={words.history}
            items={held.history.toReversed().map(({ state, at, reason }) => ({
              at,
              title: caseStepWords[state],
              detail: detailOf(reason, lang),
            }))}
          />
        </details>
      </div>
    </Panel>
  )
}

/** A step's reason is a code of ours or a sentence of the authority's. */
function detailOf(reason: string | undefined, lang: Lang): string | undefined {
  if (reason === undefined) return undefined
  return Object.hasOwn(holdTexts, reason)
    ? holdTexts[reason as keyof typeof holdTexts][lang]
    : reason
}
