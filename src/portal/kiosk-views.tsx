import type { Child } from 'hono/jsx'
import { type Lang, languages, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Dialog } from '../web/pieces/dialog.tsx'
import { PageHead } from '../web/pieces/panel.tsx'
import { FORGET_SECONDS, type KioskDraft, type KioskStep, stepBefore, stepsFor } from './kiosk.ts'
import { stepLeads, stepTitles, kioskWords as words } from './kiosk-words.ts'

/** Everybody's page, in both languages: it shows nothing of anyone. */
export function KioskStartView({ lang }: { lang: Lang }) {
  return (
    <article class="kiosk kiosk-start" data-kiosk="start">
      <h1>{say(words.welcome, lang)}</h1>
      <p class="kiosk-lead">{say(words.welcomeText, lang)}</p>
      <form method="post" action="/kiosk/begin" class="kiosk-languages">
        {languages.map((each) => (
          <button type="submit" name="lang" value={each} lang={each} class="button button-primary">
            <span>
              {each === 'vi' ? words.begin.vi : words.begin.en}
              {each !== lang && <small>{say(words.welcome, each)}</small>}
            </span>
          </button>
        ))}
      </form>
      <ul class="kiosk-notes">
        {[words.bring, words.priority, words.private].map((note) => (
          <li>
            {say(note, lang)}
            {lang === 'vi' && (
              <span lang="en" class="soft">
                {note.en}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Cover lang={lang} />
    </article>
  )
}

type WayProps = { lang: Lang; step: KioskStep; answers: KioskDraft['typed']; children?: Child }

/** One question of the way; the way out of it is always in sight. */
export function KioskFrame({ lang, step, answers, children }: WayProps) {
  const lead = stepLeads[step]
  const steps = stepsFor(answers)
  const values = { n: steps.indexOf(step) + 1, all: steps.length }
  return (
    <article class="kiosk" data-kiosk={step} data-forget={FORGET_SECONDS}>
      <p class="kiosk-step">
        {say(words.step, lang, values)}
        <progress
          class="kiosk-progress"
          aria-hidden="true"
          {...{ value: values.n, max: values.all }}
        />
      </p>
      <PageHead lang={lang} title={stepTitles[step]} lead={lead && say(lead, lang)} />
      {children}
      <StopForm lang={lang} />
      <Leaving lang={lang} />
    </article>
  )
}

/** Back on the left, on to the next on the right, as large as a thumb. */
export function KioskActions(props: WayProps) {
  const before = stepBefore(props.step, props.answers)
  return (
    <div class="kiosk-actions">
      <LinkButton href={before ? `/kiosk/${before}` : '/kiosk'} icon="left">
        {say(words.back, props.lang)}
      </LinkButton>
      {props.children}
    </div>
  )
}

function StopForm({ lang }: { lang: Lang }) {
  return (
    <form method="post" action="/kiosk/forget" class="kiosk-stop" data-forget-now>
      <Button lang={lang} variant="quiet" icon="cross">
        {say(words.stop, lang)}
      </Button>
    </form>
  )
}

/** Asked before the kiosk forgets, and what covers the screen when it cannot reach anyone. */
export function Leaving({ lang }: { lang: Lang }) {
  return (
    <>
      <Dialog lang={lang} id="kiosk-leaving" title={words.stillThere}>
        <p data-leaving={say(words.stillThereText, lang)} role="status" />
        <Button lang={lang} type="button" variant="primary" use="kiosk-stay">
          {say(words.stay, lang)}
        </Button>
      </Dialog>
      <Cover lang={lang} />
    </>
  )
}

function Cover({ lang }: { lang: Lang }) {
  return (
    <div class="kiosk-cover" data-kiosk-cover hidden role="alert">
      <p>{say(words.unavailable, lang)}</p>
      {lang === 'vi' && <p lang="en">{words.unavailable.en}</p>}
    </div>
  )
}
