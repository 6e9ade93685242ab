import type { Actor } from '../core/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { recordView } from '../platform/publish.ts'
import { wasJustSeen } from './looked-repository.ts'

/** A page that lies open renews itself: that is one look, told anew after this long. */
const SAME_LOOK_MS = 10 * 60_000

type Reader = Extract<Actor, { kind: 'patient' }>

/** Notes in the log of views that the link was opened (Luật KCB 15/2023, Điều 69). */
export async function noteLinkView(
  deps: Deps,
  actor: Reader,
  { renewed }: { renewed: boolean },
): Promise<void> {
  const { visitId, facilityId, id: patientId } = actor
  const since = new Date(deps.clock.now().getTime() - SAME_LOOK_MS)
  if (renewed && (await wasJustSeen(deps.database, { visitId, facilityId }, since))) return
  await recordView(deps, actor, {
    action: 'visit.viewed',
    subjectType: 'visit',
    subjectId: visitId,
    patientId,
  })
}
