import type { FieldError } from '../core/errors.ts'
import type { Lang } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { Button } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { Panel } from '../web/pieces/panel.tsx'
import { balanceOf, type Invoice } from './invoice.ts'
import { billWords as words } from './page-words.ts'

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
        <div data-cash={remaining} data-change={told(words.change, lang)}>
          <Field
            lang={lang}
            name="tendered"
            type="number"
            decimals={0}
            label={words.tendered}
            hint={words.tenderedHint}
            unit="đ"
            placeholder={amountText(remaining, lang)}
            value={props.typed?.tendered}
            error={errorFor(props.errors, 'tendered')}
            size="medium"
          />
          <output class="bill-change" />
        </div>
        <FormActions>
          <Button lang={lang}>{told(words.takeCash, lang)}</Button>
        </FormActions>
      </Form>
    </Panel>
  )
}

/** Kept shut: a bill is seldom taken back, and never once money has come in. */
export function CancelPanel(props: FormProps) {
  const { lang, invoice } = props
  const errors = errorsOf(props, 'reason')
  return (
    <details class="panel bill-cancel" id="cancel" open={errors.length > 0}>
      <summary>{told(words.cancelTitle, lang)}</summary>
      <Form lang={lang} action={`/bills/${invoice.id}/cancellation`} once={`cancel-${props.once}`}>
        <ErrorSummary lang={lang} errors={errors} labels={{ reason: words.cancelReason }} />
        <Field
          lang={lang}
          name="reason"
          label={words.cancelReason}
          hint={words.cancelHint}
          value={props.typed?.reason}
          error={errorFor(props.errors, 'reason')}
          maxLength={500}
          required
          size="full"
        />
        <FormActions>
          <Button lang={lang} variant="danger">
            {told(words.cancelTitle, lang)}
          </Button>
        </FormActions>
      </Form>
    </details>
  )
}
