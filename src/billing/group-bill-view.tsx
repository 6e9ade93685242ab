import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import type { Group } from '../frontdesk/group.ts'
import { Amount, amountText } from '../web/pieces/amount.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Stats } from '../web/pieces/stat.tsx'
import { quantityName } from './bill-form.ts'
import type { GroupBills } from './group-bill.ts'
import { groupBillWords as words } from './group-bill-words.ts'
import type { PriceRow } from './price.ts'
import { PriceTable, sumOf } from './price-table-view.tsx'

type Props = {
  lang: Lang
  group: Group
  /** How many have come and have no bill. */
  unbilled: number
  sums: GroupBills
  prices: readonly PriceRow[]
  quantities: Readonly<Record<string, string>>
  once: string
  errors: readonly FieldError[]
}

export function GroupBillView(props: Props) {
  const { lang, group, unbilled, sums, prices } = props
  const labels = Object.fromEntries(prices.map((row) => [quantityName(row.code), row.name]))
  return (
    <Stack>
      <PageHead
        lang={lang}
        title={words.title}
        lead={group.name}
        back={{ href: `/groups/${group.id}`, label: group.name }}
        actions={
          sums.bills.length > 0 && (
            <LinkButton
              lang={lang}
              href={`/groups/${group.id}/bills.pdf`}
              icon="print"
              shortcut="i"
              newTab
            >
              {say(words.print, lang)}
            </LinkButton>
          )
        }
      />
      <ErrorSummary lang={lang} errors={props.errors} labels={labels} />
      {unbilled > 0 && prices.length > 0 && <IssueForm {...props} />}
      <Sums {...props} />
      <Bills {...props} />
      {sums.remaining > 0 && <Notice lang={lang}>{say(words.noJointCode, lang)}</Notice>}
    </Stack>
  )
}

function IssueForm(props: Props) {
  const { lang, group, unbilled, once } = props
  const title = { lang, title: say(words.issueTitle, lang, { count: unbilled }) }
  return (
    <Form lang={lang} action={`/groups/${group.id}/bills`} once={once}>
      <Columns
        main={
          <Panel {...title} flush>
            <PriceTable {...props} />
          </Panel>
        }
        side={
          <Panel lang={lang} title={words.each} marked>
            <output class="bill-total" data-bill-total>
              {amountText(sumOf(props), lang)}
            </output>
            <FormActions>
              <Button lang={lang} variant="primary" icon="bill" wide>
                {say(words.issue, lang, { count: unbilled })}
              </Button>
            </FormActions>
            <p class="field-hint">{told(words.issueHint, lang)}</p>
          </Panel>
        }
      />
    </Form>
  )
}

function Sums({ lang, sums }: Props) {
  const { bills, total, paid, remaining } = sums
  if (bills.length === 0) return null
  return (
    <Stats
      lang={lang}
      figures={[
        { label: words.count, value: bills.length },
        { label: words.total, value: amountText(total, lang) },
        { label: words.paid, value: amountText(paid, lang) },
        {
          label: words.remaining,
          value: amountText(remaining, lang),
          tone: remaining > 0 ? 'warn' : 'good',
        },
      ]}
    />
  )
}

function Bills({ lang, sums }: Props) {
  return (
    <Panel lang={lang} flush>
      <DataTable
        lang={lang}
        caption={words.title}
        rows={sums.bills}
        href={({ billId }) => `/bills/${billId}`}
        empty={<EmptyState lang={lang} icon="bill" title={words.none} text={words.noneText} />}
        columns={[
          { label: words.person, head: true, cell: ({ name }) => name },
          { label: words.licenceClass, narrow: true, cell: ({ licenceClass }) => licenceClass },
          { label: words.number, cell: ({ number }) => number },
          { label: words.billCode, minor: true, cell: ({ billCode }) => billCode },
          {
            label: words.total,
            align: 'end',
            cell: ({ total }) => <Amount lang={lang} amount={total} />,
          },
          {
            label: words.paid,
            align: 'end',
            cell: ({ paid }) => <Amount lang={lang} amount={paid} />,
          },
        ]}
      />
    </Panel>
  )
}
