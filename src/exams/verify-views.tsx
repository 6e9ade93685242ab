import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Icon, type IconName } from '../web/pieces/icon.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { StatusBadge, type Tone } from '../web/pieces/status-badge.tsx'
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
}) {
  const { lang, verification, verdict } = props
  return (
    <article class="verify">
      <div class={`verdict verdict-${looks[verdict].tone}`}>
        <Icon name={looks[verdict].icon} />
        <PageHead
          lang={lang}
          title={verdictWords[verdict]}
          lead={say(verdictTexts[verdict], lang)}
        />
      </div>
      <Panel
        lang={lang}
        title={words.certificate}
        aside={
          <StatusBadge
            lang={lang}
            state={verification.outcome}
            label={outcomeWords[verification.outcome]}
          />
        }
        footer={<p>{say(words.compare, lang)}</p>}
      >
        <Facts lang={lang} verification={verification} />
      </Panel>
      <p>
        <LinkButton href="/verify">{say(words.another, lang)}</LinkButton>
      </p>
    </article>
  )
}

function Facts({ lang, verification }: { lang: Lang; verification: Verification }) {
  const { licenceClass, reexamineOn, revokedOn } = verification
  return (
    <DefinitionList
      lang={lang}
      items={[
        { term: words.number, value: <strong class="verify-number">{verification.number}</strong> },
        { term: words.name, value: <MaskedName lang={lang} name={verification.maskedName} /> },
        {
          term: words.licenceClass,
          value: licenceClass === 'XMCD' ? say(words.specialMachinery, lang) : licenceClass,
        },
        { term: words.conclusion, value: say(outcomeWords[verification.outcome], lang) },
        reexamineOn && {
          term: words.reexamineOn,
          value: <DateText lang={lang} date={reexamineOn} />,
        },
        {
          term: words.concludedOn,
          value: <DateText lang={lang} date={verification.concludedOn} />,
        },
        { term: words.validUntil, value: <DateText lang={lang} date={verification.validUntil} /> },
        revokedOn && { term: words.revokedOn, value: <DateText lang={lang} date={revokedOn} /> },
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

export function NotGenuineView({ lang, code }: { lang: Lang; code: string }) {
  return (
    <article class="verify">
      <div class="verdict verdict-bad">
        <Icon name="cross" />
        <PageHead
          lang={lang}
          title={words.notGenuine}
          lead={say(words.notGenuineText, lang, { code })}
        />
      </div>
      <p>{say(words.notGenuineTodo, lang)}</p>
      <VerifyForm lang={lang} />
    </article>
  )
}

export function AskForCodeView({ lang }: { lang: Lang }) {
  return (
    <article class="verify">
      <PageHead lang={lang} title={words.title} lead={say(words.lead, lang)} />
      <VerifyForm lang={lang} />
    </article>
  )
}

function VerifyForm({ lang }: { lang: Lang }) {
  return (
    <Panel lang={lang}>
      <form class="form" method="get" action="/verify">
        <Field
          lang={lang}
          name="code"
          label={words.code}
          hint={words.codeHint}
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
