import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { PasswordField } from '../identity/password-field.tsx'
import { Button } from '../web/pieces/button.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import type { Payee } from './invoice.ts'
import { AccountBlock } from './payee-account-view.tsx'
import type { PayeeChange } from './payee-change.ts'
import { payeeWords as words } from './payee-words.ts'

export type PayeeProps = {
  lang: Lang
  payee: Payee
  configured: boolean
  changes: readonly PayeeChange[]
  banks: readonly { bin: string; shortName: string; name: string }[]
  reader: { id: string; mayRequest: boolean }
  /** Whether anybody but the reader could approve. */
  otherApprover: boolean
  once: string
  /** Of the form that came back. */
  typed?: Readonly<Record<string, string>> | undefined
  errors?: readonly FieldError[] | undefined
}

export function RequestPanel({ lang, banks, errors, typed = {}, once }: PayeeProps) {
  const field = (name: 'account' | 'name' | 'reason') => ({
    ...{ lang, name, label: words[name], value: typed[name], error: errorFor(errors, name) },
    required: true,
  })
  return (
    <Panel lang={lang} title={words.askTitle}>
      <Form lang={lang} action="/settings/payee" once={once} keep="payee">
        <ErrorSummary lang={lang} errors={errors} labels={words} />
        <Select
          lang={lang}
          name="bin"
          label={words.bank}
          required
          value={typed.bin}
          error={errorFor(errors, 'bin')}
          options={banks.map(({ bin, shortName, name }) => ({
            value: bin,
            label: `${shortName} · ${name}`,
          }))}
        />
        <Field {...field('account')} maxLength={30} size="medium" />
        <Field {...field('name')} hint={words.nameHint} maxLength={70} />
        <Field {...field('reason')} hint={words.reasonHint} maxLength={300} size="full" />
        <FormActions>
          <Button lang={lang} variant="primary">
            {say(words.ask, lang)}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  )
}

/** The request that waits, both accounts side by side, and what the reader may do about it. */
export function DecidePanel(props: PayeeProps & { change: PayeeChange }) {
  const { lang, change, reader } = props
  const own = change.requestedBy.id === reader.id
  return (
    <Panel lang={lang} title={words.waiting} marked>
      <p>{say(words.waitingText, lang)}</p>
      <DefinitionList
        lang={lang}
        items={[
          { term: words.from, value: <AccountBlock payee={change.from} /> },
          { term: words.to, value: <AccountBlock payee={change.to} /> },
          { term: words.reason, value: change.reason },
          { term: words.askedBy, value: change.requestedBy.name },
          { term: words.askedAt, value: instantText(change.requestedAt, lang) },
        ]}
      />
      {own ? <Own {...props} /> : <Decide {...props} />}
    </Panel>
  )
}

function Own({ lang, change, otherApprover, once }: PayeeProps & { change: PayeeChange }) {
  return (
    <>
      <Notice lang={lang} kind={otherApprover ? 'info' : 'warn'}>
        {say(otherApprover ? words.yours : words.nobodyElse, lang)}
      </Notice>
      <Form
        lang={lang}
        action={`/settings/payee/${change.id}/withdrawal`}
        once={once}
        label={words.withdraw}
      >
        <FormActions>
          <Button lang={lang}>{say(words.withdraw, lang)}</Button>
        </FormActions>
      </Form>
    </>
  )
}

function Decide({ lang, change, errors, typed = {}, once }: PayeeProps & { change: PayeeChange }) {
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} labels={words} />
      <Form
        lang={lang}
        action={`/settings/payee/${change.id}/approval`}
        once={once}
        label={words.approve}
      >
        <p class="field-hint">{say(words.approveHint, lang)}</p>
        <PasswordField
          lang={lang}
          name="password"
          label={words.password}
          autocomplete="current-password"
          error={errorFor(errors, 'password')}
        />
        <FormActions>
          <Button lang={lang} variant="danger">
            {say(words.approve, lang)}
          </Button>
        </FormActions>
      </Form>
      <Form
        lang={lang}
        action={`/settings/payee/${change.id}/refusal`}
        once={`${once}-refusal`}
        label={words.refuse}
      >
        <Field
          lang={lang}
          name="refuseReason"
          label={words.refuseReason}
          value={typed.refuseReason}
          maxLength={300}
          error={errorFor(errors, 'refuseReason')}
        />
        <FormActions>
          <Button lang={lang}>{say(words.refuse, lang)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
