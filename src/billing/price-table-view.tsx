import type { FieldError } from '../core/errors.ts'
import type { Dong } from '../core/money.ts'
import { type Lang, say } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { errorFor, FieldErrorText, fieldId } from '../web/pieces/field-frame.tsx'
import { quantityName } from './bill-form.ts'
import { billWords as words } from './bill-words.ts'
import type { PriceRow } from './price.ts'

type PriceTableProps = {
  lang: Lang
  prices: readonly PriceRow[]
  quantities: Readonly<Record<string, string>>
  errors?: readonly FieldError[]
}

/** The price list as an order: one row a service, its quantity typed at the right. */
export function PriceTable(props: PriceTableProps) {
  const { lang, prices, quantities } = props
  return (
    <DataTable
      lang={lang}
      caption={words.quantities}
      rows={prices}
      columns={[
        {
          label: words.service,
          head: true,
          cell: (row) => (
            <>
              {row.name} <span class="price-code">{row.code}</span>
            </>
          ),
        },
        {
          label: words.price,
          align: 'end',
          narrow: true,
          cell: ({ amount, unit }) =>
            say(words.each, lang, { amount: amountText(amount, lang), unit }),
        },
        {
          label: words.quantity,
          align: 'end',
          narrow: true,
          cell: (row) => <Quantity {...props} row={row} first={row === prices[0]} />,
        },
        {
          label: words.amount,
          align: 'end',
          narrow: true,
          cell: (row) => (
            <output class="price-sum" data-line-sum>
              {lineSum(row, quantities) > 0 && amountText(lineSum(row, quantities), lang)}
            </output>
          ),
        },
      ]}
    />
  )
}

function Quantity(props: PriceTableProps & { row: PriceRow; first: boolean }) {
  const { lang, row } = props
  const name = quantityName(row.code)
  const id = fieldId(name)
  const error = errorFor(props.errors, name)
  return (
    <div class="price-quantity" data-price={row.amount}>
      <label class="unseen" for={id}>
        {say(words.quantityOf, lang, { name: row.name })}
      </label>
      <input
        class="input"
        id={id}
        name={name}
        inputmode="numeric"
        autocomplete="off"
        value={props.quantities[row.code]}
        autofocus={props.first}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      <FieldErrorText id={id} lang={lang} error={error} />
    </div>
  )
}

function lineSum(row: PriceRow, quantities: Readonly<Record<string, string>>): Dong {
  const typed = (quantities[row.code] ?? '').trim()
  return /^\d{1,6}$/.test(typed) ? row.amount * Number(typed) : 0
}

/** What the bill would come to with the quantities as they stand. */
export function sumOf({
  prices,
  quantities,
}: Pick<PriceTableProps, 'prices' | 'quantities'>): Dong {
  return prices.reduce((sum, row) => sum + lineSum(row, quantities), 0)
}
