import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import type { FieldError } from '../core/errors.ts'
import { fill } from '../core/text.ts'
import { groupAsked } from '../frontdesk/group-page-routes.tsx'
import { listMembers } from '../frontdesk/group-repository.ts'
import { recordView } from '../platform/publish.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { faultsOf, quantityName, typedItems } from './bill-form.ts'
import { isBillable, sumUp } from './group-bill.ts'
import { issueGroupBills } from './group-bill-commands.ts'
import { groupBillPdf } from './group-bill-pdf.ts'
import { findGroupBills, loadGroupPaperHead } from './group-bill-repository.ts'
import { GroupBillView } from './group-bill-view.tsx'
import { groupBillWords as words } from './group-bill-words.ts'
import { billable } from './new-bill-routes.tsx'
import { DRIVER_EXAM } from './price.ts'

/** Billing a group together: all bills at once, and one list of them. */
export function groupBillRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/groups/:id/bills', allow('invoice:read'), (c) => showGroupBills(c))
  app.post('/groups/:id/bills', allow('invoice:issue'), postGroupBills)
  app.get('/groups/:id/bills.pdf', allow('invoice:read'), printGroupBills)
  return app
}

type Refused = { errors: readonly FieldError[]; form: Readonly<Record<string, string>> }

async function showGroupBills(c: AppContext, refused?: Refused): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const group = await groupAsked(c)
  const [members, bills, prices] = await Promise.all([
    listMembers(database, actor.facilityId, group.id),
    findGroupBills(database, actor.facilityId, group.id),
    may(actor, 'invoice:issue') ? billable(c) : [],
  ])
  const quantities: Record<string, string> = refused
    ? Object.fromEntries(prices.map(({ code }) => [code, refused.form[quantityName(code)] ?? '']))
    : { [DRIVER_EXAM]: '1' }
  const count = Number(c.req.query('count'))
  return page(
    c,
    {
      title: words.title,
      section: '/groups',
      width: 'wide',
      scripts: ['cashier.js'],
      status: refused ? 422 : 200,
      said: saidIn(c, { issued: { text: fill(words.issuedSaid, { count: count || 0 }) } }),
    },
    <GroupBillView
      lang={c.get('lang')}
      group={group}
      unbilled={members.filter(isBillable).length}
      sums={sumUp(bills)}
      prices={prices}
      quantities={quantities}
      once={clock.id()}
      errors={refused?.errors ?? []}
    />,
  )
}

async function postGroupBills(c: AppContext): Promise<Response> {
  const group = await groupAsked(c)
  const form = await formOf(c)
  try {
    const codes = (await billable(c)).map(({ code }) => code)
    const items = typedItems(form, codes)
    return await redirectAfter(c, {
      run: (deps) => issueGroupBills(deps, c.get('actor'), { groupId: group.id, items }),
      to: ({ count }) => `/groups/${group.id}/bills?said=issued&count=${count}`,
    })
  } catch (error) {
    return showGroupBills(c, { errors: faultsOf(error), form })
  }
}

async function printGroupBills(c: AppContext): Promise<Response> {
  const deps = c.get('deps')
  const actor = c.get('actor')
  const { id } = await groupAsked(c)
  const [head, bills] = await Promise.all([
    loadGroupPaperHead(deps.database, actor.facilityId, id),
    findGroupBills(deps.database, actor.facilityId, id),
  ])
  await recordView(deps, actor, {
    action: 'group-bills.printed',
    subjectType: 'group',
    subjectId: id,
  })
  const bytes = await groupBillPdf({ ...head, ...sumUp(bills), createdAt: deps.clock.now() })
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'inline; filename="bang-ke-doan.pdf"',
    'Cache-Control': 'no-store',
  })
}
