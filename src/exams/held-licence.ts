import { exchangeReference } from './held-licence-words.ts'
import type { LicenceClass } from './licence-class.ts'
import { licenceClasses } from './licence-class.ts'

export const licenceSchemes = ['pre-2025', '2025'] as const
/** B1, C, D and E mean other vehicles in each scheme, so a held licence always says which. */
export type LicenceScheme = (typeof licenceSchemes)[number]

export const oldClasses = [
  'A1',
  'A2',
  'A3',
  'A4',
  'B1',
  'B2',
  'C',
  'D',
  'E',
  'FB2',
  'FC',
  'FD',
  'FE',
] as const
export type OldClass = (typeof oldClasses)[number]

type Exchange = { to: readonly LicenceClass[]; restriction?: string }

type ExchangeTable = {
  id: string
  legalReference: string
  effectiveFrom: string
  classes: Record<OldClass, Exchange>
}

/** What a licence of the old scheme becomes, as the law numbers it. */
export const exchangeTable: ExchangeTable = {
  id: 'law-36-2024-art-89',
  legalReference: exchangeReference,
  effectiveFrom: '2025-01-01',
  classes: {
    A1: { to: ['A'], restriction: 'A.03' },
    A2: { to: ['A'] },
    A3: { to: ['B1'] },
    A4: { to: ['XMCD'] },
    B1: { to: ['B', 'C1'] },
    B2: { to: ['B', 'C1'] },
    C: { to: ['C'] },
    D: { to: ['D2'] },
    E: { to: ['D'] },
    FB2: { to: ['BE', 'C1E'] },
    FC: { to: ['CE'] },
    FD: { to: ['D2E'] },
    FE: { to: ['DE'] },
  },
}

export function isClassOfScheme(licenceClass: string, scheme: LicenceScheme): boolean {
  const known: readonly string[] = scheme === 'pre-2025' ? oldClasses : licenceClasses
  return known.includes(licenceClass)
}

/** What a form says of the scheme, or else its class alone: only one of the two knows a B2. */
export function schemeTold(held: { class?: string; scheme?: string }): string {
  const schemes = licenceSchemes.filter((scheme) => isClassOfScheme(held.class ?? '', scheme))
  return held.scheme || (schemes.length === 1 && schemes[0]) || ''
}

/** The classes a held licence can be exchanged for; empty when its class is not of its scheme. */
export function exchangeableFor(held: {
  class: string
  scheme: LicenceScheme
}): readonly LicenceClass[] {
  if (held.scheme === '2025') return licenceClasses.filter((known) => known === held.class)
  return oldClasses.includes(held.class as OldClass)
    ? exchangeTable.classes[held.class as OldClass].to
    : []
}

/** Whether exchanging this licence for A is the exchange of an old A1 (restricted to A.03). */
export function convertsFromA1(
  held: { class: string; scheme: LicenceScheme } | undefined,
  licenceClass: LicenceClass,
): boolean {
  return licenceClass === 'A' && held?.scheme === 'pre-2025' && held.class === 'A1'
}
