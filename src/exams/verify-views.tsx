import { type Lang, say, type Text } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DateText, instantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Icon, type IconName } from '../web/pieces/icon.tsx'
import { told } from '../web/pieces/label.ts'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import type { Tone } from '../web/pieces/status-badge.tsx'
import type { Verdict, Verification } from './verification.ts'
import { outcomeWords, verdictTexts, verdictWords, words } from './verify-words.ts'

const looks: Readonly<Record<Verdict, { tone: Tone; icon: IconName }>> = {
  valid: { tone: 'good', icon: 'shield' },
  expired: { tone: 'warn', icon: 'clock' },
  revoked: { tone: 'bad', icon: 'cross' },
  unfit: { tone: 'bad', icon: 'alert' },
  review: { tone: 'warn', icon: 'alert' },
}

export function VerificationView(props: {
  lang: Lang
  verification: Verification
  verdict: Verdict
  now: Date
}) {
  const { lang, verification, verdict, now } = props
  return (
    <article class="verify">
      <VerdictBand
        lang={lang}
        {...looks[verdict]}
        title={verdictWords[verdict]}
        text={verdictTexts[verdict]}
      />
      <Panel lang={lang} title={words.certificate} footer={<p>{say(words.compare, lang)}</p>}>
        <Facts lang={lang} verification={verification} />
      </Panel>
      <WhatIsShown lang={lang} />
      <p class="verify-checked">{say(words.checkedAt, lang, { at: instantText(now, lang) })}</p>
      <LinkButton href="/verify" icon="search" wide>
        {say(words.another, lang)}
      </LinkButton>
    </article>
  )
}

type BandProps = { lang: Lang; tone: Tone; icon: IconName; title: Text; text: Text | string }

/** Read at arm's length: one colour, one mark, a few large words. */
function VerdictBand({ lang, tone, icon, title, text }: BandProps) {
  return (
    <div class={`verdict verdict-${tone}`}>
      <Icon name={icon} />
      <h1>{say(title, lang)}</h1>
      <p>{told(text, lang)}</p>
    </div>
  )
}

function Facts({ lang, verification }: { lang: Lang; verification: Verification }) {
  const { licenceClass, reexamineOn, revokedOn } = verification
  return (
    <DefinitionList
      lang={lang}
      items={[
        {
          term: words.conclusion,
          value: <strong>{say(outcomeWords[verification.outcome], lang)}</strong>,
        },
        {
          term: words.licenceClass,
          value: (
            <strong class="verify-large">
              {licenceClass === 'XMCD' ? say(words.specialMachinery, lang) : licenceClass}
            </strong>
          ),
        },
        {
          term: words.validUntil,
          value: (
            <strong class="verify-large">
              <DateText lang={lang} date={verification.validUntil} />
            </strong>
          ),
        },
        revokedOn && { term: words.revokedOn, value: <DateText lang={lang} date={revokedOn} /> },
        reexamineOn && {
          term: words.reexamineOn,
          value: <DateText lang={lang} date={reexamineOn} />,
        },
        { term: words.name, value: <MaskedName lang={lang} name={verification.maskedName} /> },
        { term: words.number, value: <span class="verify-number">{verification.number}</span> },
        {
          term: words.concludedOn,
          value: <DateText lang={lang} date={verification.concludedOn} />,
        },
        { term: words.facility, value: verification.facility },
      ]}
    />
  )
}

function MaskedName({ lang, name }: { lang: Lang; name: string }) {
  return (
    <>
      <span>{name}</span>
      <small class="fact-hint">{say(words.nameHint, lang)}</small>
    </>
  )
}

function WhatIsShown({ lang }: { lang: Lang }) {
  return (
    <section class="verify-shown">
      <h2>{say(words.shown, lang)}</h2>
      <p>{say(words.shownText, lang)}</p>
      <p>{say(words.notShownText, lang)}</p>
    </section>
  )
}

export function NotGenuineView({ lang, code }: { lang: Lang; code: string }) {
  return (
    <article class="verify">
      <VerdictBand
        lang={lang}
        tone="bad"
        icon="cross"
        title={words.notGenuine}
        text={say(words.notGenuineText, lang, { code })}
      />
      <ul class="verify-list">
        <li>{say(words.typedTodo, lang)}</li>
        <li>{say(words.scannedTodo, lang)}</li>
      </ul>
      <VerifyForm lang={lang} value={code} />
    </article>
  )
}

export function AskForCodeView({ lang }: { lang: Lang }) {
  return (
    <article class="verify">
      <PageHead lang={lang} title={words.title} lead={say(words.lead, lang)} />
      <VerifyForm lang={lang} />
      <WhatIsShown lang={lang} />
    </article>
  )
}

function VerifyForm({ lang, value }: { lang: Lang; value?: string }) {
  return (
    <Panel lang={lang}>
      <form class="form" method="get" action="/verify">
        <Field
          lang={lang}
          name="code"
          label={words.code}
          hint={words.codeHint}
          value={value}
          autocomplete="off"
          spellcheck={false}
          maxLength={40}
          required
        />
        <Button lang={lang} variant="primary" wide>
          {say(words.check, lang)}
        </Button>
      </form>
    </Panel>
  )
}
