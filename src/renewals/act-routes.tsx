import type { Actor } from '../core/actor.ts'
import { DomainError } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import type { Deps } from '../platform/deps.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext } from '../web/context.ts'
import { formOf } from '../web/posted.ts'
import type { Refused } from './act-views.tsx'
import { words } from './words.ts'

type ActInput = { id: string; reason: string; again?: string | undefined }
type ActCommand = (deps: Deps, actor: Actor, input: ActInput) => Promise<{ id: string }>

type Show = (c: AppContext, refused: Refused) => Promise<Response>

/** A button of a case or a transmission: does it and says so, or shows the form with its faults. */
export async function act(c: AppContext, show: Show, command: ActCommand): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aCase)
  const typed = await formOf(c)
  const [, list, , name = ''] = c.req.path.split('/')
  const reason = typed[`${name}-reason`] ?? typed.reason ?? ''
  return orAgain(c, typed, show, () =>
    redirectAfter(c, {
      run: (deps) => command(deps, c.get('actor'), { id, reason, again: typed.again }),
      to: () => `/${list}/${id}?said=${name}`,
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
    const name = c.req.path.split('/').at(-1) ?? ''
    return show(c, { act: name, errors: error.errors, typed })
  }
}
