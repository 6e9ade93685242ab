import { durationText } from '../core/duration.ts'
import { fill, say, type Text } from '../core/text.ts'
import type { Route } from '../frontdesk/route.ts'
import { numberText } from '../frontdesk/ticket.ts'
import { placeWords as words } from './place-words.ts'
import { inBoth } from './spoken.ts'

/** Where a ticket stands, in the words of its holder. */
export type Place = {
  number: string
  /** Called: go now. */
  urgent: boolean
  title: Text
  lines: Text[]
  /** The wait is an estimate. */
  estimated: boolean
}

const MINUTE = 60

/** Nothing once the way through the house is over. */
export function placeOf(route: Route | undefined): Place | undefined {
  if (!route) return undefined
  const { ticket, here } = route
  const number = numberText(ticket.number)
  if (ticket.state === 'no-show') {
    return {
      number,
      urgent: true,
      title: words.noShow,
      lines: [words.noShowNext],
      estimated: false,
    }
  }
  if (ticket.state !== 'waiting' && ticket.state !== 'called' && ticket.state !== 'serving') {
    return undefined
  }
  if (!here) {
    const lines = [words.somewhereNext]
    return { number, urgent: false, title: words.somewhere, lines, estimated: false }
  }
  const waits = ticket.state === 'waiting'
  return {
    number,
    urgent: ticket.state === 'called',
    title: fill(words[ticket.state], { room: roomText(here) }),
    lines: [...(waits ? [aheadText(here)] : []), ...thenText(route)],
    estimated: waits,
  }
}

/** `Phòng 3 (Mắt)`: the door first, since that is what one looks for. */
function roomText({ room, name }: { room: string; name: string }): string {
  return room === name ? room : `${room} (${name})`
}

function aheadText({ ahead, waitSeconds }: NonNullable<Route['here']>): Text {
  const count =
    ahead === 0
      ? words.aheadNone
      : ahead === 1
        ? words.aheadOne
        : fill(words.ahead, { count: ahead })
  const wait = waitText(waitSeconds)
  return inBoth(words.aheadAndWait, (lang) => ({ count: say(count, lang), wait: say(wait, lang) }))
}

/** In whole minutes, and beyond ten in steps of five: it is an estimate and sounds like one. */
function waitText(seconds: number): Text {
  const minutes = Math.round(seconds / MINUTE)
  if (minutes < 1) return words.soon
  const shown = minutes <= 10 ? minutes : Math.round(minutes / 5) * 5
  const time = durationText(shown * 60_000)
  return inBoth(words.wait, (lang) => ({ time: say(time, lang) }))
}

const MOST_LEGS = 3

function thenText({ next }: Route): Text[] {
  if (next.length === 0) return []
  const rooms = next.slice(0, MOST_LEGS).map(roomText).join(', ')
  return [fill(next.length > MOST_LEGS ? words.afterMore : words.after, { rooms })]
}
