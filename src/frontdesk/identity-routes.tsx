import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { requireId } from '../core/id.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { seeCard } from './identity-commands.ts'
import { findClaim, findHolder } from './identity-repository.ts'
import type { IdentityProps } from './identity-views.tsx'
import { words } from './words.ts'

export function cardSeenRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.post('/visits/:id/card-seen', allow('patient:write'), postCardSeen)
  return app
}

/** Back to where the card was looked at: the visit's page, or the list on the desk's home. */
async function postCardSeen(c: AppContext): Promise<Response> {
  const visitId = requireId(c.req.param('id') ?? '', words.aVisit)
  const back = (await formOf(c)).from === 'home' ? '/' : `/visits/${visitId}`
  return redirectAfter(c, {
    run: (deps) => seeCard(deps, c.get('actor'), { visitId }),
    to: () => `${back}?said=card-seen`,
  })
}

/** For the page of a visit whose holder nobody has recognised yet. */
export async function unverifiedOf(
  c: AppContext,
  visit: { id: string; patientId: string },
): Promise<IdentityProps | undefined> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const claim = await findClaim(database, actor.facilityId, visit.id)
  if (!claim) return undefined
  const { patientId } = visit
  const number = claim.identityCard?.number
  const holder = number && (await findHolder(database, actor.facilityId, { number, patientId }))
  return {
    lang: c.get('lang'),
    visitId: visit.id,
    patientId,
    once: clock.id(),
    claim,
    holderId: holder ? holder.id : undefined,
    maySee: may(actor, 'patient:write'),
  }
}
