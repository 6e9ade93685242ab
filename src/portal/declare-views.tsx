import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import type { SectionField } from '../exams/fields/field.ts'
import type { Typed } from '../exams/typed-section.ts'
import { Button } from '../web/pieces/button.tsx'
import { CheckField, YesNo } from '../web/pieces/choice.tsx'
import { Field, TextArea } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldSet, Form } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { asked, type DeclarationStanding, detailOf } from './declare.ts'
import { declareWords as words } from './declare-words.ts'

export type DeclareProps = {
  lang: Lang
  at: string
  standing: 'open' | 'given'
  typed: Typed
  once: string
  /** When it was recorded as this page shows it; empty while it was not. */
  seen: string
  pledged?: boolean | undefined
  errors?: readonly FieldError[] | undefined
  notice?: { kind: 'info' | 'warn'; text: Text } | undefined
}

/** Part I of the form, on the phone of the person whom it is about. */
export function DeclareView(props: DeclareProps) {
  const { lang, at, notice, errors } = props
  return (
    <article class="visit">
      <Head lang={lang} at={at} />
      <ErrorSummary lang={lang} errors={errors} labels={labels} />
      {notice && (
        <Notice lang={lang} kind={notice.kind} alert={notice.kind === 'warn'}>
          {say(notice.text, lang)}
        </Notice>
      )}
      <div class="declare" data-draft={`${at}/declaration/draft`} {...draftWords(lang)}>
        <Form lang={lang} action={`${at}/declaration`} once={props.once}>
          <input type="hidden" name="seen" value={props.seen} />
          <Questions {...props} part="family" />
          <Questions {...props} part="personal" />
          <Present {...props} />
          <Sending {...props} />
        </Form>
      </div>
    </article>
  )
}

function Head({ lang, at }: { lang: Lang; at: string }) {
  return (
    <PageHead
      lang={lang}
      title={words.title}
      back={{ href: at, label: words.back }}
      lead={say(words.lead, lang)}
    />
  )
}

const draftWords = (lang: Lang) => ({
  'data-kept': say(words.draftKept, lang),
  'data-lost': say(words.draftLost, lang),
})

const labels: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(asked.map(({ name, label }) => [name, label])),
  pledge: words.send,
}

function Questions(props: DeclareProps & { part: 'family' | 'personal' }) {
  const { lang, part } = props
  const flags = asked.filter(({ name, kind }) => kind === 'flag' && name.startsWith(`${part}.`))
  return (
    <Panel lang={lang}>
      <FieldSet lang={lang} legend={words[part]}>
        {flags.map((field) => (
          <Question {...props} field={field} />
        ))}
      </FieldSet>
    </Panel>
  )
}

/** The detail comes into sight with a yes; where the browser cannot hide it, it always stands there. */
function Question({ lang, typed, errors, field }: DeclareProps & { field: SectionField }) {
  const { name, label } = field
  const answer = typed[name] ?? ''
  const detail = detailOf(name)
  return (
    <div class="declare-question">
      <YesNo
        lang={lang}
        name={name}
        label={label}
        value={answer === '' ? null : answer === 'true'}
        error={errorFor(errors, name)}
      />
      <div class="declare-detail">
        <Field
          lang={lang}
          name={detail}
          label={say(words.detailOf, lang, { question: say(label, lang) })}
          value={typed[detail] ?? ''}
          maxLength={1000}
          size="full"
          error={errorFor(errors, detail)}
        />
      </div>
    </div>
  )
}

function Present({ lang, typed }: DeclareProps) {
  return (
    <Panel lang={lang}>
      <FieldSet lang={lang} legend={words.present}>
        {(['currentIllness', 'medicines'] as const).map((name) => (
          <TextArea
            lang={lang}
            name={name}
            label={words[name]}
            value={typed[name] ?? ''}
            rows={2}
            maxLength={1000}
          />
        ))}
      </FieldSet>
    </Panel>
  )
}

/** The first is what Enter in a field does: it sends, and never fills in. */
function Sending({ lang, at, standing, pledged, errors }: DeclareProps) {
  return (
    <Panel lang={lang} marked>
      <div class="visit-parts">
        <CheckField
          lang={lang}
          name="pledge"
          label={words.pledgeText}
          checked={pledged}
          error={errorFor(errors, 'pledge')}
        />
        <Button lang={lang} variant="primary" icon="send" wide>
          {say(standing === 'given' ? words.sendAgain : words.send, lang)}
        </Button>
        <Button lang={lang} formaction={`${at}/declaration/rest`} wide>
          {say(words.restNo, lang)}
        </Button>
        <p class="visit-hint" id="draft-state" role="status" />
      </div>
    </Panel>
  )
}

type ShutProps = {
  lang: Lang
  at: string
  standing: Exclude<DeclarationStanding, 'open' | 'given'>
}

/** A declaration that can no longer be written, and why. */
export function DeclareShutView({ lang, at, standing }: ShutProps) {
  return (
    <article class="visit">
      <Head lang={lang} at={at} />
      <Notice lang={lang}>{say(words[standing], lang)}</Notice>
    </article>
  )
}
