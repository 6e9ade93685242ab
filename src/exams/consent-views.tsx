import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import type { ConsentScope, GivenConsent } from './consent.ts'
import { consentWording } from './consent-words.ts'
import { pageWords } from './page-words.ts'

type ConsentsProps = {
  lang: Lang
  examId: string
  consents: readonly GivenConsent[]
  once: string
  mayWithdraw: boolean
}

/** What the patient agreed to, and the way to take it back. */
export function ConsentsPanel({ lang, examId, consents, once, mayWithdraw }: ConsentsProps) {
  const stands = (scope: ConsentScope) =>
    consents.some((each) => each.scope === scope && each.given && !each.withdrawnAt)
  return (
    <Panel lang={lang} title={pageWords.consents}>
      <ul class="reasons">
        {consents.map((consent) => (
          <li>
            {say(consentWording[consent.scope].text, lang)}
            <span class="reason-source">{stateOf(lang, consent)}</span>
          </li>
        ))}
      </ul>
      {mayWithdraw && stands('renewal') && (
        <Form lang={lang} action={`/exams/${examId}/consents/renewal/withdrawal`} once={once}>
          <Button lang={lang} variant="danger" small>
            {say(pageWords.withdrawConsent, lang)}
          </Button>
        </Form>
      )}
    </Panel>
  )
}

function stateOf(lang: Lang, { given, recordedAt, withdrawnAt }: GivenConsent): string {
  if (withdrawnAt)
    return say(pageWords.consentWithdrawn, lang, { at: instantText(withdrawnAt, lang) })
  const text = given ? pageWords.consentGiven : pageWords.consentRefused
  return say(text, lang, { at: instantText(recordedAt, lang) })
}
