import { type Lang, say, type Text } from '../core/text.ts'
import { consentWording } from '../exams/consent-words.ts'
import { Button } from '../web/pieces/button.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { Agreed } from './agreed.ts'
import { agreedWords as words } from './agreed-words.ts'

type AgreedProps = {
  lang: Lang
  at: string
  agreed: readonly Agreed[]
  once: string
  done?: Text | undefined
}

/** What the patient agreed to, what taking it back means, and the button that does so. */
export function AgreedView({ lang, at, agreed, once, done }: AgreedProps) {
  return (
    <article class="visit">
      <PageHead
        lang={lang}
        title={words.title}
        back={{ href: at, label: words.back }}
        lead={say(words.lead, lang)}
      />
      {done && (
        <Notice lang={lang} kind="success" alert>
          {say(done, lang)}
        </Notice>
      )}
      {agreed.map((each) => (
        <OneConsent lang={lang} at={at} agreed={each} once={once} />
      ))}
    </article>
  )
}

type OneProps = { lang: Lang; at: string; agreed: Agreed; once: string }

function OneConsent({ lang, at, agreed, once }: OneProps) {
  const { scope, stands } = agreed
  return (
    <Panel
      lang={lang}
      title={words[scope]}
      aside={
        <StatusBadge
          lang={lang}
          state={stands ? 'given' : 'withdrawn'}
          label={stands ? words.stands : words.ended}
          tone={stands ? 'good' : 'quiet'}
        />
      }
    >
      <div class="visit-parts">
        <blockquote class="visit-quote">{say(consentWording[scope].text, lang)}</blockquote>
        <p class="visit-hint">{since(agreed, lang)}</p>
        {scope === 'exam' ? (
          <ExamAct {...{ lang, at, agreed, once }} />
        ) : (
          <RenewalAct {...{ lang, at, agreed, once }} />
        )}
      </div>
    </Panel>
  )
}

function ExamAct({ lang, at, agreed: { act }, once }: OneProps) {
  return (
    <>
      {act === 'end' ? (
        <details class="visit-more" id="end-exam">
          <summary>{say(words.end, lang)}</summary>
          <div class="visit-parts">
            <Notice lang={lang} kind="warn">
              {say(words.endMeans, lang)}
            </Notice>
            <Form lang={lang} action={`${at}/consents/exam/withdrawal`} once={once}>
              <Button lang={lang} variant="danger" wide>
                {say(words.endNow, lang)}
              </Button>
            </Form>
          </div>
        </details>
      ) : (
        <p>{say(words.examStop, lang)}</p>
      )}
      <p class="visit-hint">{say(words.examKept, lang)}</p>
    </>
  )
}

function RenewalAct({ lang, at, agreed: { act, tooLate }, once }: OneProps) {
  if (act === 'give') {
    return (
      <>
        <p>{say(words.giveText, lang)}</p>
        <Form lang={lang} action={`${at}/consents/renewal`} once={once}>
          <Button lang={lang} variant="primary" icon="check" wide>
            {say(words.give, lang)}
          </Button>
        </Form>
      </>
    )
  }
  if (!act) return tooLate ? <p>{say(words.tooLate, lang)}</p> : null
  return (
    <>
      <p>{say(words.safe, lang)}</p>
      {act === 'stop' && (
        <Notice lang={lang} kind="warn">
          {say(words.stops, lang)} {say(words.cannotUndo, lang)}
        </Notice>
      )}
      <Form lang={lang} action={`${at}/consents/renewal/withdrawal`} once={once}>
        <Button lang={lang} variant={act === 'stop' ? 'danger' : 'secondary'} wide>
          {say(act === 'stop' ? words.withdrawAndStop : words.withdraw, lang)}
        </Button>
      </Form>
    </>
  )
}

function since({ consent }: Agreed, lang: Lang): string {
  if (!consent) return say(words.none, lang)
  const { given, recordedAt, withdrawnAt } = consent
  if (withdrawnAt) return say(words.withdrawn, lang, { at: instantText(withdrawnAt, lang) })
  return say(given ? words.given : words.refused, lang, { at: instantText(recordedAt, lang) })
}
