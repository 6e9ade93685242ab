import { yearOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { quantityName } from './bill-form.ts'
import type { BillHead } from './invoice.ts'
import { billWords as words } from './page-words.ts'
import type { PriceRow } from './price.ts'

export type NewBillProps = {
  lang: Lang
  examId: string
  head: BillHead
  prices: readonly PriceRow[]
  /** What stands in the quantity fields, by price code. */
  quantities: Readonly<Record<string, string>>
  once: string
  errors?: readonly FieldError[]
  /** A living bill of the same exam: a second one may be right, but seldom is. */
  existing?: { id: string; number: string } | undefined
}

export function NewBillView(props: NewBillProps) {
  const { lang, head, prices } = props
  const { name, birthDate } = head.patient
  const labels = Object.fromEntries(prices.map((row) => [quantityName(row.code), row.name]))
  return (
    <Stack>
      <PageHead
        lang={lang}
        title={words.newTitle}
        lead={`${name} · ${yearOf(birthDate)} · ${head.licenceClass}`}
        back={{ href: '/bills', label: words.back }}
      />
      <ErrorSummary lang={lang} errors={props.errors} labels={labels} />
      {props.existing && <Existing lang={lang} bill={props.existing} />}
      <Form lang={lang} action="/bills" once={props.once}>
        <input type="hidden" name="exam" value={props.examId} />
        <Panel lang={lang}>
          <FieldSet lang={lang} legend={words.quantities} hint={words.quantitiesHint}>
            <FieldGrid>
              {prices.map((row, index) => (
                <Quantity {...props} row={row} autofocus={index === 0} />
              ))}
            </FieldGrid>
          </FieldSet>
          <FormActions>
            <Button lang={lang} variant="primary">
              {told(words.issue, lang)}
            </Button>
            <output class="bill-total" data-bill-total={told(words.newTotal, lang)} />
          </FormActions>
        </Panel>
      </Form>
      {prices.some(({ illustrative }) => illustrative) && (
        <Notice lang={lang}>{told(words.illustrative, lang)}</Notice>
      )}
    </Stack>
  )
}

function Quantity(props: NewBillProps & { row: PriceRow; autofocus: boolean }) {
  const { lang, row } = props
  const name = quantityName(row.code)
  return (
    <div data-price={row.amount}>
      <Field
        lang={lang}
        name={name}
        type="number"
        decimals={0}
        label={`${row.code} · ${row.name}`}
        unit={`× ${amountText(row.amount, lang)} / ${row.unit}`}
        value={props.quantities[row.code]}
        error={errorFor(props.errors, name)}
        autofocus={props.autofocus}
      />
    </div>
  )
}

function Existing({ lang, bill }: { lang: Lang; bill: { id: string; number: string } }) {
  return (
    <Notice lang={lang} kind="warn" title={words.alreadyBilled}>
      <LinkButton href={`/bills/${bill.id}`} small>
        {say(words.openIt, lang, { number: bill.number })}
      </LinkButton>
    </Notice>
  )
}
