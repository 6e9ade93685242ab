import type { Actor } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { openVisitLink } from '../frontdesk/commands.ts'
import { onlyHouse } from '../identity/authenticate.ts'
import { allow } from '../web/allow.ts'
import type { AppContext } from '../web/context.ts'
import { barePage } from '../web/page.tsx'
import { loadVisitFacts } from './repository.ts'
import type { VisitFacts } from './visit-facts.ts'
import { GoneView } from './visit-views.tsx'
import { words } from './words.ts'

export const bySecret = allow.everyone(
  '256 random bits in the address open one visit, until they expire',
)

export type Patient = Extract<Actor, { kind: 'patient' }>
export type Shown = { actor: Patient; facts: VisitFacts; at: string }

/** Opens the link's one visit and nothing else; a link that opens nothing says what to do. */
export async function forPatient(
  c: AppContext,
  show: (c: AppContext, shown: Shown) => Promise<Response>,
): Promise<Response> {
  const deps = c.get('deps')
  const secret = c.req.param('secret') ?? ''
  const linked = await openVisitLink(deps, secret)
  const facts = linked && (await loadVisitFacts(deps.database, linked, deps.env))
  if (!facts) return gone(c)
  const { patientId: id, name, facilityId, visitId } = linked
  c.set('facilityName', facts.facility.name)
  const actor: Patient = { kind: 'patient', id, name, facilityId, visitId }
  // A form of theirs is answered once; whoever of the staff is signed in on this phone is not asked.
  if (c.req.method === 'POST') c.set('actor', actor)
  return show(c, { actor, facts, at: `/v/${secret}` })
}

export function examIdOf({ exam }: VisitFacts): string {
  if (!exam) throw notFound(words.aVisit)
  return exam.id
}

/** What was kept of it on a phone ends too: visit-worker.js reads the header. */
async function gone(c: AppContext): Promise<Response> {
  c.header('X-Link-Gone', '1')
  const phone = (await onlyHouse(c))?.phone
  return barePage(
    c,
    { title: words.goneTitle, status: 404, width: 'narrow', lean: true },
    <GoneView lang={c.get('lang')} phone={phone} />,
  )
}
