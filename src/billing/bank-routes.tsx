import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { startOfDay } from '../core/calendar-date.ts'
import { invalid } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { fieldErrors } from '../web/validation.ts'
import { matchBankTransaction } from './bank-commands.ts'
import {
  countBankTransactions,
  findBillCandidates,
  listBankTransactions,
  loadBankTransaction,
  QUEUE_PAGE,
  sumBankDay,
} from './bank-repository.ts'
import { queueFilterOf } from './bank-transaction.ts'
import { BankQueueView } from './bank-views.tsx'
import { bankWords } from './bank-words.ts'
import { faultsOf } from './bill-form.ts'
import { handMatchWords } from './hand-match-words.ts'
import { awaitsBill } from './matching.ts'
import { matchSchema } from './schema.ts'
import { type TransactionProps, TransactionView } from './transaction-view.tsx'

export function bankRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/bank-transactions', allow('bank:read'), showQueue)
  app.get('/bank-transactions/:id', allow('bank:read'), (c) => showTransaction(c))
  app.post('/bank-transactions/:id/match', allow('bank:match'), postMatch)
  return app
}

async function showQueue(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const filter = queueFilterOf(c.req.query('match'))
  const before = instantOf(c.req.query('before'))
  const [rows, counts, figures] = await Promise.all([
    listBankTransactions(database, facilityId, { filter, before }),
    countBankTransactions(database, facilityId),
    sumBankDay(database, facilityId, startOfDay(today(clock))),
  ])
  const last = rows.length === QUEUE_PAGE ? rows.at(-1) : undefined
  const next =
    last && `?match=${filter}&before=${encodeURIComponent(last.receivedAt.toISOString())}`
  return page(
    c,
    { title: bankWords.title, live: [`facility:${facilityId}`], width: 'wide' },
    <BankQueueView {...{ lang: c.get('lang'), filter, counts, rows, today: figures, next }} />,
  )
}

function instantOf(text: string | undefined): Date | undefined {
  const at = new Date(text ?? '')
  return Number.isNaN(at.getTime()) ? undefined : at
}

async function showTransaction(
  c: AppContext,
  refused?: Pick<TransactionProps, 'errors' | 'typed'>,
): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const id = requireId(c.req.param('id') ?? '', bankWords.aTransaction)
  const row = await loadBankTransaction(database, actor.facilityId, id)
  const mayMatch = may(actor, 'bank:match')
  const opensBill = may(actor, 'invoice:read')
  const candidates =
    mayMatch && awaitsBill(row) ? await findBillCandidates(database, actor.facilityId, row) : []
  return page(
    c,
    {
      title: bankWords.title,
      status: refused ? 422 : 200,
      width: 'wide',
      section: '/bank-transactions',
      said: saidIn(c, {
        matched: row.bill && { text: fill(handMatchWords.done, { number: row.bill.number }) },
      }),
    },
    <TransactionView
      {...{
        lang: c.get('lang'),
        row,
        candidates,
        mayMatch,
        opensBill,
        once: clock.id(),
        ...refused,
      }}
    />,
  )
}

async function postMatch(c: AppContext): Promise<Response> {
  const bankTransactionId = c.req.param('id') ?? ''
  const form = await formOf(c)
  const typed = {
    candidate: form.candidate ?? '',
    bill: form.bill ?? '',
    reason: form.reason ?? '',
  }
  try {
    const input = namedIn(typed)
    return await redirectAfter(c, {
      run: (deps) => matchBankTransaction(deps, c.get('actor'), { bankTransactionId, ...input }),
      to: () => `/bank-transactions/${bankTransactionId}?said=matched`,
    })
  } catch (error) {
    return showTransaction(c, { errors: faultsOf(error), typed })
  }
}

/** What was typed counts before what was chosen; every fault is named at once. */
function namedIn(typed: { candidate: string; bill: string; reason: string }) {
  const bill = typed.bill.trim() || typed.candidate
  const parsed = matchSchema.safeParse({ bill, reason: typed.reason })
  if (parsed.success) return parsed.data
  const none = { pointer: '/bill', code: 'missing', message: handMatchWords.chooseBill }
  throw invalid(
    fieldErrors(parsed.error.issues).map((fault) =>
      bill === '' && fault.pointer === '/bill' ? none : fault,
    ),
  )
}
