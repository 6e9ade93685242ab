import type { Hono } from 'hono'
import { requireId } from '../core/id.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { giveUpVisit } from './ending-commands.ts'
import { priorities } from './queue.ts'
import { bringBack, setPriority } from './ticket-commands.ts'
import { words } from './words.ts'

/** What the front desk decides about a visit's ticket. */
export function ticketRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.post('/visits/:id/priority', allow('exam:open'), async (c) => {
    const { priority: typed } = await formOf(c)
    const priority = priorities.find((each) => each === typed) ?? null
    const visitId = visitIn(c)
    return redirectAfter(c, {
      run: (deps) => setPriority(deps, c.get('actor'), { visitId, priority }),
      to: () => `/visits/${visitId}?said=priority`,
    })
  })
  app.post('/visits/:id/bring-back', allow('exam:open'), (c) => {
    const visitId = visitIn(c)
    return redirectAfter(c, {
      run: (deps) => bringBack(deps, c.get('actor'), { visitId }),
      to: () => `/visits/${visitId}?said=back`,
    })
  })
  app.post('/visits/:id/give-up', allow('exam:open'), (c) => {
    const visitId = visitIn(c)
    return redirectAfter(c, {
      run: (deps) => giveUpVisit(deps, c.get('actor'), { visitId }),
      to: () => `/visits/${visitId}?said=given-up`,
    })
  })
  return app
}

function visitIn(c: AppContext): string {
  return requireId(c.req.param('id') ?? '', words.aVisit)
}
