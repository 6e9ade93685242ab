import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { Button } from '../web/pieces/button.tsx'
import { ChoiceGroup } from '../web/pieces/choice.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { Field, TextArea } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import type { BankTransaction, BillCandidate } from './bank-transaction.ts'
import { MatchBadge, NextStep, TransactionFacts, transactionTitle } from './bank-views.tsx'
import { awaitsBill } from './matching.ts'
import { bankWords as words } from './page-words.ts'

export type TransactionProps = {
  lang: Lang
  row: BankTransaction
  candidates: readonly BillCandidate[]
  mayMatch: boolean
  /** A director sees the money, not the patient's bill. */
  opensBill: boolean
  once: string
  errors?: readonly FieldError[]
  typed?: { candidate?: string; bill?: string; reason?: string }
}

/** One bank transaction, and for money in suspense the form that names its bill. */
export function TransactionView(props: TransactionProps) {
  const { lang, row } = props
  return (
    <Stack>
      <PageHead
        lang={lang}
        title={transactionTitle(row, lang)}
        back={{ href: '/bank-transactions', label: words.title }}
        badge={<MatchBadge lang={lang} match={row.match} />}
      />
      <Columns
        wideSide
        main={<TransactionFacts lang={lang} row={row} opensBill={props.opensBill} />}
        side={
          <Stack>
            <NextStep lang={lang} row={row} />
            {props.mayMatch && awaitsBill(row) && <MatchForm {...props} />}
          </Stack>
        }
      />
    </Stack>
  )
}

function MatchForm(props: TransactionProps) {
  const { lang, row, errors, typed } = props
  return (
    <Panel lang={lang} title={words.matchTitle} marked>
      <Form lang={lang} action={`/bank-transactions/${row.id}/match`} once={props.once}>
        <ErrorSummary
          lang={lang}
          errors={errors}
          labels={{ bill: words.bill, reason: words.reason }}
        />
        {props.candidates.length > 0 && (
          <ChoiceGroup
            lang={lang}
            name="candidate"
            label={words.candidates}
            value={typed?.candidate}
            options={props.candidates.map((bill) => optionOf(lang, bill, row))}
          />
        )}
        <Field
          lang={lang}
          name="bill"
          label={words.otherBill}
          value={typed?.bill}
          error={errorFor(errors, 'bill')}
          maxLength={30}
          size="medium"
        />
        <TextArea
          lang={lang}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={typed?.reason}
          error={errorFor(errors, 'reason')}
          maxLength={500}
          rows={2}
          required
        />
        <FormActions>
          <Button lang={lang} variant="primary">
            {told(words.doMatch, lang)}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  )
}

function optionOf(lang: Lang, bill: BillCandidate, row: BankTransaction) {
  const { number, patientName: name, remaining } = bill
  const same = remaining === row.amount ? `${told(words.sameAmount, lang)} · ` : ''
  return {
    value: bill.billCode,
    label: say(words.candidate, lang, { number, name, amount: amountText(remaining, lang) }),
    hint: same + instantText(bill.issuedAt, lang),
  }
}
