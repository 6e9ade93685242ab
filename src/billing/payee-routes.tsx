import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { DomainError, type FieldError } from '../core/errors.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { listBanks } from './banks.ts'
import type { PayeeChangeAction } from './payee-change.ts'
import { decidePayeeChange, requestPayeeChange } from './payee-commands.ts'
import { hasOtherApprover, listPayeeChanges, loadPayee } from './payee-repository.ts'
import { PayeeView } from './payee-views.tsx'
import { payeeWords as words } from './payee-words.ts'

export function payeeRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const approver = allow('payee:approve')
  app.get('/settings/payee', approver, (c) => showPayee(c))
  app.post('/settings/payee', allow('setting:manage'), postRequest)
  app.post('/settings/payee/:id/approval', approver, (c) => decide(c, 'approve'))
  app.post('/settings/payee/:id/refusal', approver, (c) => decide(c, 'refuse'))
  app.post('/settings/payee/:id/withdrawal', allow('setting:manage'), (c) => decide(c, 'withdraw'))
  return app
}

type Refused = { errors: readonly FieldError[]; form: Record<string, string> }

async function showPayee(c: AppContext, refused?: Refused): Promise<Response> {
  const { database, clock, env } = c.get('deps')
  const actor = c.get('actor')
  const { facilityId, id } = actor
  const [{ payee, configured }, changes, otherApprover] = await Promise.all([
    loadPayee(database, facilityId, env),
    listPayeeChanges(database, facilityId),
    hasOtherApprover(database, facilityId, id),
  ])
  const view = (
    <PayeeView
      lang={c.get('lang')}
      {...{ payee, configured, changes, otherApprover, banks: listBanks() }}
      reader={{ id, mayRequest: may(actor, 'setting:manage') }}
      once={clock.id()}
      errors={refused?.errors}
      typed={refused?.form}
    />
  )
  return page(
    c,
    {
      title: words.title,
      section: '/settings',
      scripts: ['password.js'],
      status: refused ? 422 : 200,
      said: saidIn(c, {
        asked: { text: words.asked },
        approve: { text: words.approved },
        refuse: { text: words.refused },
        withdraw: { text: words.withdrawn },
      }),
    },
    view,
  )
}

async function postRequest(c: AppContext): Promise<Response> {
  const form = await formOf(c)
  return orAgain(c, form, () =>
    redirectAfter(c, {
      run: (deps) => requestPayeeChange(deps, c.get('actor'), form),
      to: () => '/settings/payee?said=asked',
    }),
  )
}

async function decide(c: AppContext, action: PayeeChangeAction): Promise<Response> {
  const { password, refuseReason, ...form } = await formOf(c)
  const reason = refuseReason?.trim()
  return orAgain(c, { ...form, refuseReason: refuseReason ?? '' }, () => {
    const input = { id: c.req.param('id') ?? '', action, password, reason: reason || undefined }
    return redirectAfter(c, {
      run: (deps) => decidePayeeChange(deps, c.get('actor'), input),
      to: () => `/settings/payee?said=${action}`,
    })
  })
}

async function orAgain(
  c: AppContext,
  form: Record<string, string>,
  post: () => Promise<Response>,
): Promise<Response> {
  try {
    return await post()
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return showPayee(c, { errors: error.errors, form })
  }
}
