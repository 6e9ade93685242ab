import { yearOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { quantityName } from './bill-form.ts'
import { billWords as words } from './bill-words.ts'
import type { BillHead } from './invoice.ts'
import type { PriceRow } from './price.ts'
import { PriceTable, sumOf } from './price-table-view.tsx'

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
      {prices.length === 0 ? (
        <Panel lang={lang}>
          <EmptyState lang={lang} title={words.noPrices} text={words.noPricesText} />
        </Panel>
      ) : (
        <PriceForm {...props} />
      )}
    </Stack>
  )
}

function PriceForm(props: NewBillProps) {
  const { lang, prices } = props
  return (
    <Form lang={lang} action="/bills" once={props.once}>
      <input type="hidden" name="exam" value={props.examId} />
      {props.existing && <input type="hidden" name="beside" value={props.existing.id} />}
      <Columns
        main={
          <Panel lang={lang} title={words.quantities} flush>
            <PriceTable {...props} />
          </Panel>
        }
        side={
          <Panel lang={lang} title={words.newTotal} marked>
            <output class="bill-total" data-bill-total>
              {amountText(sumOf(props), lang)}
            </output>
            <p class="field-hint">{told(words.quantitiesHint, lang)}</p>
            <FormActions>
              <Button lang={lang} variant="primary" icon="bill" wide>
                {told(words.issue, lang)}
              </Button>
            </FormActions>
            <p class="field-hint">{told(words.issueHint, lang)}</p>
            {prices.some(({ illustrative }) => illustrative) && (
              <Notice lang={lang}>{told(words.illustrative, lang)}</Notice>
            )}
          </Panel>
        }
      />
    </Form>
  )
}

function Existing({ lang, bill }: { lang: Lang; bill: { id: string; number: string } }) {
  return (
    <Notice lang={lang} kind="warn" title={words.alreadyBilled}>
      <p>{told(words.alreadyBilledText, lang)}</p>
      <LinkButton href={`/bills/${bill.id}`} small>
        {say(words.openIt, lang, { number: bill.number })}
      </LinkButton>
    </Notice>
  )
}
