import { type Actor, may, type Permission } from '../core/actor.ts'
import type { Text } from '../core/text.ts'
import type { IconName } from './pieces/icon.tsx'
import { navWords } from './words.ts'

export type NavEntry = { href: string; label: Text; icon: IconName; needs: Permission }

/** Every way in from the frame; a person sees those that the pages behind them let in. */
const entries: readonly NavEntry[] = [
  { href: '/', label: navWords.home, icon: 'home', needs: 'signed-in' },
  { href: '/patients', label: navWords.patients, icon: 'person', needs: 'patient:read' },
  { href: '/exams', label: navWords.exams, icon: 'exam', needs: 'exam:read' },
  { href: '/bills', label: navWords.bills, icon: 'bill', needs: 'invoice:read' },
  { href: '/bank-transactions', label: navWords.bank, icon: 'bank', needs: 'bank:read' },
  { href: '/records', label: navWords.records, icon: 'record', needs: 'record:read' },
  { href: '/renewals', label: navWords.renewals, icon: 'licence', needs: 'renewal:read' },
  { href: '/staff', label: navWords.staff, icon: 'staff', needs: 'staff:manage' },
  { href: '/audit', label: navWords.audit, icon: 'log', needs: 'audit:read' },
]

export function navFor(actor: Actor): readonly NavEntry[] {
  return entries.filter((entry) => may(actor, entry.needs))
}

/** The entry that a path lies under: `/exams/7` under `/exams`, only `/` under `/`. */
export function isUnder(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}
