import { may } from '../core/actor.ts'
import { startOfDay } from '../core/calendar-date.ts'
import { today } from '../platform/clock.ts'
import type { AppContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { countBankTransactions } from './bank-repository.ts'
import { findBillNamed, listBills, listUnbilledExams, sumTakings } from './counter-repository.ts'
import { type CounterProps, CounterView } from './counter-views.tsx'
import { counterWords } from './counter-words.ts'
import { queueSince } from './queue.ts'
import { listRefundsDue } from './refund-repository.ts'

export async function showCounter(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const { facilityId } = actor
  const asked = c.req.query('q')
  const text = (asked ?? '').trim().slice(0, 80).replaceAll('\0', '')
  const since = startOfDay(today(clock))
  const [unbilled, waiting, settled, takings, counts, refunds, named] = await Promise.all([
    listUnbilledExams(database, facilityId, { since: queueSince(today(clock)), text }),
    listBills(database, facilityId, { which: 'waiting', text }),
    listBills(database, facilityId, { which: 'settled', text, since }),
    sumTakings(database, facilityId, since),
    may(actor, 'bank:read') ? countBankTransactions(database, facilityId) : undefined,
    may(actor, 'invoice:cancel') ? listRefundsDue(database, facilityId) : [],
    text === '' ? undefined : findBillNamed(database, facilityId, text),
  ])
  const mayIssue = may(actor, 'invoice:issue')
  const lists = { text, unbilled, waiting, settled, takings, mayIssue }
  const typed = text !== '' || asked?.trim() === ''
  const only = typed && isNavigation(c) ? onlyHit(lists, named) : undefined
  if (only) return c.redirect(only, 303)
  const queue = counts ? { queue: counts.get('open') ?? 0 } : {}
  return page(
    c,
    { title: counterWords.title, live: [`facility:${facilityId}`], width: 'wide' },
    <CounterView lang={c.get('lang')} now={clock.now()} {...lists} {...queue} refunds={refunds} />,
  )
}

type Lists = Pick<CounterProps, 'text' | 'unbilled' | 'waiting' | 'settled' | 'mayIssue'>

/** Where Enter leads: to the one bill or person that was meant; to the next person for nothing typed. */
function onlyHit(lists: Lists, named: { id: string } | undefined): string | undefined {
  const { text, unbilled, waiting, settled, mayIssue } = lists
  if (named) return `/bills/${named.id}`
  const bills = [...waiting, ...settled]
  const [person] = unbilled
  const [bill] = bills
  if (person && mayIssue && (text === '' || (unbilled.length === 1 && !bill))) {
    return `/bills/new?exam=${person.examId}`
  }
  return bill && text !== '' && bills.length === 1 && !person ? `/bills/${bill.id}` : undefined
}

/** A page that renews itself asks for what it shows, not to be led away. */
function isNavigation(c: AppContext): boolean {
  return c.req.header('sec-fetch-dest') !== 'empty'
}
