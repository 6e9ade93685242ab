import type { Actor } from '../core/actor.ts'
import { DomainError } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import type { Deps } from '../platform/deps.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext } from '../web/context.ts'
import { formOf } from '../web/posted.ts'
import type { Refused } from './act-views.tsx'
import { words } from './words.ts'

type ActCommand = (
  deps: Deps,
  actor: Actor,
  input: { id: string; reason: string },
) => Promise<{ id: string }>

type Show = (c: AppContext, refused: Refused) => Promise<Response>

/** A button of a case or a transmission: does it and shows the page, or the page with its faults. */
export async function act(c: AppContext, show: Show, command: ActCommand): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aCase)
  const typed = await formOf(c)
  const home = c.req.path.split('/').slice(0, 3).join('/')
  return orAgain(c, typed, show, () =>
    redirectAfter(c, {
      run: (deps) => command(deps, c.get('actor'), { id, reason: typed.reason ?? '' }),
      to: () => home,
    }),
  )
}

export async function orAgain(
  c: AppContext,
  typed: Record<string, string>,
  show: Show,
  run: () => Promise<Response>,
): Promise<Response> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return show(c, { errors: error.errors, typed })
  }
}
