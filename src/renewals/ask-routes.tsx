import { requireId } from '../core/id.ts'
import type { AppContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { type AskedAct, askedActs, type Refused } from './act-views.tsx'
import { AskView } from './ask-views.tsx'
import { words } from './words.ts'

/** The page that asks before a deed that leaves the house; also what a refused answer comes back to. */
export function asks(act: AskedAct, nameOf: (c: AppContext, id: string) => Promise<string>) {
  return async (c: AppContext, refused?: Refused): Promise<Response> => {
    const id = requireId(c.req.param('id') ?? '', words.aCase)
    const [, list] = c.req.path.split('/')
    const name = await nameOf(c, id)
    const { clock } = c.get('deps')
    return page(
      c,
      {
        title: askedActs[act].title,
        status: refused ? 422 : 200,
        width: 'narrow',
        section: '/renewals',
      },
      <AskView
        lang={c.get('lang')}
        to={`/${list}/${id}`}
        act={act}
        name={name}
        once={clock.id()}
        refused={refused}
      />,
    )
  }
}
