import { type Actor, may } from '../core/actor.ts'

/** What somebody may go on with while the server is away. */
export type UnsentRights = { register: boolean; bill: boolean }

export function unsentRights(actor: Actor): UnsentRights {
  return {
    register: may(actor, 'patient:write') && may(actor, 'exam:open'),
    bill: may(actor, 'invoice:issue'),
  }
}

/** Somebody who is here without a bill, as a cashier without a connection must find them. */
export type Unbilled = { id: string; name: string; year: number; licenceClass: string }
