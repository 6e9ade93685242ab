import type { Text } from '../core/text.ts'
import { type BoardLine, isStuck } from './board.ts'
import { holdGuides, guideWords as words } from './guide-words.ts'
import { allows, isClosed } from './renewal-case.ts'

/** The one thing to do first about a case; `nothing` when it goes on by itself or has ended. */
export type CaseGuide = {
  first: 'transmission' | 'supply' | 'person' | 'release' | 'resubmit' | 'nothing'
  tone: 'warn' | 'info' | 'good' | 'bad' | 'quiet'
  text: Text
}

type Held = NonNullable<BoardLine['case']>

export function guideOf({ case: held, transmission }: BoardLine & { case: Held }): CaseGuide {
  if (isClosed(held.state)) return guideOfClosed(held)
  if (isStuck(transmission)) return { first: 'transmission', tone: 'warn', text: words.certificate }
  if (held.missing.length > 0 && allows(held.state, 'complete-data')) return guideOfMissing(held)
  if (held.state === 'on-hold') return guideOfHold(held)
  const atAuthority = held.dossierCode !== undefined
  return {
    first: 'nothing',
    tone: 'info',
    text: atAuthority ? words.authorityWorks : words.sendsItself,
  }
}

function guideOfClosed({ state, dossierCode }: Held): CaseGuide {
  if (state === 'completed') return { first: 'nothing', tone: 'good', text: words.completed }
  if (state === 'cancelled') return { first: 'nothing', tone: 'quiet', text: words.cancelled }
  return dossierCode
    ? { first: 'nothing', tone: 'bad', text: words.refused }
    : { first: 'resubmit', tone: 'bad', text: words.refusedAtDoor }
}

function guideOfMissing({ missing }: Held): CaseGuide {
  const here = missing.some((code) => code !== 'identity-number')
  return here
    ? { first: 'supply', tone: 'warn', text: words.supply }
    : { first: 'person', tone: 'warn', text: words.person }
}

function guideOfHold({ holdReason = 'manual' }: Held): CaseGuide {
  const waits = holdReason === 'consent-withdrawn'
  const text = holdGuides[holdReason]
  return waits ? { first: 'nothing', tone: 'info', text } : { first: 'release', tone: 'warn', text }
}
