import { may } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import type { AppContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { saidIn } from '../web/said.ts'
import type { Group } from './group.ts'
import { findLists } from './group-list-repository.ts'
import { findGroup, listMembers } from './group-repository.ts'
import { GroupView, type RefusedAct } from './group-views.tsx'
import { groupWords as words } from './group-words.ts'

/** The group's page; after something that was refused, with the reason. */
export async function groupPage(c: AppContext, refused?: RefusedAct): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const group = await groupAsked(c)
  const [members, lists] = await Promise.all([
    listMembers(database, actor.facilityId, group.id),
    may(actor, 'group:register') ? findLists(database, actor.facilityId, group.id) : [],
  ])
  return page(
    c,
    {
      title: { vi: group.name, en: group.name },
      section: '/groups',
      width: 'wide',
      status: refused ? 422 : 200,
      live: [`group:${group.id}`, `facility:${actor.facilityId}`],
      said: saidIn(c, {
        ...sayings,
        booked: { text: fill(words.bookedSaid, { count: Number(c.req.query('count')) || 0 }) },
      }),
    },
    <GroupView
      lang={c.get('lang')}
      group={group}
      members={members}
      lists={lists}
      once={clock.id()}
      refused={refused}
      today={today(clock)}
      may={{
        register: may(actor, 'group:register'),
        book: may(actor, 'appointment:book'),
        seeMoney: may(actor, 'invoice:read'),
        bill: may(actor, 'invoice:issue'),
      }}
    />,
  )
}

const sayings = {
  created: { text: words.createdSaid },
  closed: { text: words.closedSaid },
  reopened: { text: words.reopenedSaid },
}

/** Someone else's group is not there. */
export async function groupAsked(c: AppContext): Promise<Group> {
  const id = requireId(c.req.param('id') ?? '', words.aGroup)
  const group = await findGroup(c.get('deps').database, c.get('actor').facilityId, id)
  if (!group) throw notFound(words.aGroup)
  return group
}
