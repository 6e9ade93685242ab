import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Amount } from '../web/pieces/amount.tsx'
import { LinkButton } from '../web/pieces/button.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { told } from '../web/pieces/label.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import type { BankTransaction, BillCandidate } from './bank-transaction.ts'
import { MatchBadge, transactionTitle } from './bank-views.tsx'
import { nextStepWords, bankWords as words } from './bank-words.ts'
import { HandMatch } from './hand-match-view.tsx'
import { handMatchWords } from './hand-match-words.ts'
import { awaitsBill } from './matching.ts'

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
  const matching = props.mayMatch && awaitsBill(row)
  const facts = <TransactionFacts lang={lang} row={row} opensBill={props.opensBill} />
  return (
    <Stack>
      <PageHead
        lang={lang}
        title={transactionTitle(row, lang)}
        back={{ href: '/bank-transactions', label: words.title }}
        badge={<MatchBadge lang={lang} match={row.match} />}
        actions={!matching && <OpenBill {...props} />}
      />
      <NextStep lang={lang} row={row} />
      {matching ? <Columns main={<HandMatch {...props} />} side={facts} /> : facts}
      {!props.mayMatch && awaitsBill(row) && (
        <p class="soft small">{told(handMatchWords.notYours, lang)}</p>
      )}
    </Stack>
  )
}

/** Where the next step lies: the bill that the money belongs to. */
function OpenBill({ lang, row, opensBill }: TransactionProps) {
  if (!row.bill || !opensBill) return null
  return (
    <LinkButton href={`/bills/${row.bill.id}`} variant="primary" icon="bill">
      {say(words.openBill, lang, { number: row.bill.number })}
    </LinkButton>
  )
}

/** What the bank said, word for word. */
function TransactionFacts(props: { lang: Lang; row: BankTransaction; opensBill: boolean }) {
  const { lang, row } = props
  return (
    <Panel lang={lang} title={words.said}>
      <DefinitionList
        lang={lang}
        items={[
          { term: words.amount, value: <Amount lang={lang} amount={row.amount} /> },
          { term: words.content, value: <strong>{row.content || '—'}</strong> },
          row.bill !== undefined && {
            term: words.bill,
            value: props.opensBill ? (
              <a href={`/bills/${row.bill.id}`}>{row.bill.number}</a>
            ) : (
              row.bill.number
            ),
          },
          { term: words.receivedAt, value: <InstantText lang={lang} at={row.receivedAt} /> },
          { term: words.occurredAt, value: <InstantText lang={lang} at={row.occurredAt} /> },
          { term: words.account, value: row.account },
          row.reference !== undefined && { term: words.reference, value: row.reference },
          { term: words.provider, value: row.provider },
          row.matchedBy !== undefined && {
            term: handMatchWords.matchedBy,
            value: `${row.matchedBy}: ${row.matchReason ?? ''}`,
          },
        ]}
      />
    </Panel>
  )
}

function NextStep({ lang, row }: { lang: Lang; row: BankTransaction }) {
  const calm = row.match === 'exact' || row.match === 'outgoing'
  return (
    <Notice lang={lang} kind={calm ? 'success' : 'warn'}>
      {told(nextStepWords[row.match], lang)}
    </Notice>
  )
}
