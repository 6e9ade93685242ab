import { durationText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { Button } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { Panel } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { BankTransaction, BillCandidate } from './bank-transaction.ts'
import { bankWords } from './bank-words.ts'
import { counterWords } from './counter-words.ts'
import { handMatchWords as words } from './hand-match-words.ts'
import type { TransactionProps } from './transaction-view.tsx'

/** Names the bill that money in suspense was meant for; what fits best stands first. */
export function HandMatch(props: TransactionProps) {
  const { lang, row, errors, typed, candidates } = props
  return (
    <Panel lang={lang} title={words.title} marked>
      <Form lang={lang} action={`/bank-transactions/${row.id}/match`} once={props.once}>
        <ErrorSummary
          lang={lang}
          errors={errors}
          labels={{ bill: bankWords.bill, reason: words.reason }}
        />
        {candidates.length > 0 ? (
          <FieldSet lang={lang} legend={words.candidates} hint={words.order}>
            <Candidates {...props} />
          </FieldSet>
        ) : (
          <p class="soft">{told(words.noCandidates, lang)}</p>
        )}
        <Field
          lang={lang}
          name="bill"
          label={words.other}
          value={typed?.bill}
          error={errorFor(errors, 'bill')}
          maxLength={30}
          size="medium"
        />
        <Field
          lang={lang}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={typed?.reason}
          error={errorFor(errors, 'reason')}
          maxLength={500}
          size="full"
          required
        />
        <p class="soft small">{told(words.final, lang)}</p>
        <FormActions>
          <Button lang={lang} variant="primary">
            {told(words.submit, lang)}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  )
}

/** Bills to choose from, a radio button a row; the whole row chooses. */
function Candidates({ lang, row, candidates, typed }: TransactionProps) {
  return (
    <div class="candidates">
      <DataTable
        lang={lang}
        caption={words.candidates}
        rows={candidates}
        columns={[
          {
            label: counterWords.patient,
            head: true,
            cell: (bill) => <Choice bill={bill} chosen={typed?.candidate === bill.billCode} />,
          },
          { label: counterWords.number, narrow: true, cell: (bill) => bill.number },
          {
            label: words.nearness,
            cell: (bill) => <Nearness lang={lang} bill={bill} row={row} />,
          },
          {
            label: words.remaining,
            align: 'end',
            cell: (bill) => <Fit lang={lang} bill={bill} row={row} />,
          },
        ]}
      />
    </div>
  )
}

function Choice({ bill, chosen }: { bill: BillCandidate; chosen: boolean }) {
  const id = `candidate-${bill.id}`
  return (
    <span class="candidate">
      <input type="radio" id={id} name="candidate" value={bill.billCode} checked={chosen} />
      <label for={id}>{bill.patientName}</label>
    </span>
  )
}

type Compared = { lang: Lang; bill: BillCandidate; row: BankTransaction }

function Nearness({ lang, bill, row }: Compared) {
  const apart = row.receivedAt.getTime() - bill.issuedAt.getTime()
  const time = say(durationText(apart), lang)
  return (
    <>
      <InstantText lang={lang} at={bill.issuedAt} show="time" />
      <span class="bank-step">{say(apart < 0 ? words.after : words.before, lang, { time })}</span>
    </>
  )
}

/** The same amount stands out; otherwise how much would be missing or too much. */
function Fit({ lang, bill, row }: Compared) {
  const over = row.amount - bill.remaining
  const amount = amountText(Math.abs(over), lang)
  return (
    <>
      <Amount lang={lang} amount={bill.remaining} />
      {over === 0 ? (
        <StatusBadge lang={lang} tone="good" label={words.sameAmount} />
      ) : (
        <span class="bank-step">{say(over < 0 ? words.less : words.more, lang, { amount })}</span>
      )}
    </>
  )
}
