import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { Button } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { Panel } from '../web/pieces/panel.tsx'
import { cancelWords } from './cancel-words.ts'
import { notesFor } from './cash.ts'
import { balanceOf, type Invoice } from './invoice.ts'
import { payWords as words } from './pay-words.ts'

type FormProps = {
  lang: Lang
  invoice: Invoice
  once: string
  errors?: readonly FieldError[]
  typed?: { tendered?: string; reason?: string }
}

const errorsOf = ({ errors = [] }: FormProps, name: string) =>
  errors.filter(({ pointer }) => pointer === `/${name}`)

/** Cash for all that remains; the change is shown while the amount is typed. */
export function CashPanel(props: FormProps) {
  const { lang, invoice } = props
  const { remaining } = balanceOf(invoice.total, invoice.paid)
  return (
    <Panel lang={lang} title={words.cashTitle}>
      <Form lang={lang} action={`/bills/${invoice.id}/payments`} once={`cash-${props.once}`}>
        <ErrorSummary
          lang={lang}
          errors={errorsOf(props, 'tendered')}
          labels={{ tendered: words.tendered }}
        />
        <div
          class="cash"
          data-cash={remaining}
          data-change={told(words.change, lang)}
          data-short={told(words.short, lang)}
        >
          <Field
            lang={lang}
            name="tendered"
            type="number"
            decimals={0}
            label={words.tendered}
            hint={words.tenderedHint}
            unit={words.dong}
            placeholder={amountText(remaining, lang)}
            value={props.typed?.tendered}
            error={errorFor(props.errors, 'tendered')}
            size="medium"
          />
          <Notes lang={lang} remaining={remaining} />
          <output class="cash-change" />
        </div>
        <FormActions>
          <Button lang={lang} variant="primary" wide>
            {say(words.takeCash, lang, { amount: amountText(remaining, lang) })}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  )
}

/** What people hand over most often, one press each; they need the script to fill the field. */
function Notes({ lang, remaining }: { lang: Lang; remaining: number }) {
  return (
    <div class="cash-notes" hidden>
      {notesFor(remaining).map((amount) => (
        <button type="button" class="button button-secondary button-small" data-tendered={amount}>
          <Amount lang={lang} amount={amount} />
        </button>
      ))}
    </div>
  )
}

/** Kept shut: a bill is seldom taken back, and never once money has come in. */
export function CancelPanel(props: FormProps & { mayCancel: boolean }) {
  const { lang, invoice } = props
  if (invoice.paid > 0) return <p class="soft small">{told(cancelWords.hasMoney, lang)}</p>
  if (!props.mayCancel) return <p class="soft small">{told(cancelWords.notAllowed, lang)}</p>
  const errors = errorsOf(props, 'reason')
  return (
    <details class="panel bill-cancel" id="cancel" open={errors.length > 0}>
      <summary>{told(cancelWords.title, lang)}</summary>
      <Form lang={lang} action={`/bills/${invoice.id}/cancellation`} once={`cancel-${props.once}`}>
        <ErrorSummary lang={lang} errors={errors} labels={{ reason: cancelWords.reason }} />
        <p class="soft">{told(cancelWords.hint, lang)}</p>
        <Field
          lang={lang}
          name="reason"
          label={cancelWords.reason}
          hint={cancelWords.reasonHint}
          value={props.typed?.reason}
          error={errorFor(props.errors, 'reason')}
          maxLength={500}
          required
          size="full"
        />
        <FormActions>
          <Button lang={lang} variant="danger">
            {told(cancelWords.title, lang)}
          </Button>
        </FormActions>
      </Form>
    </details>
  )
}
