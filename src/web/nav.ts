import { type Actor, may, type Permission } from '../core/actor.ts'
import type { Text } from '../core/text.ts'
import type { IconName } from './pieces/icon.tsx'
import { navWords } from './words.ts'

export type NavEntry = {
  href: string
  label: Text
  icon: IconName
  needs: Permission
  keys: string
}

/** Every way in from the frame; a person sees those that the pages behind them let in. */
const entries: readonly NavEntry[] = [
  { href: '/', label: navWords.home, icon: 'home', needs: 'signed-in', keys: 'g h' },
  {
    href: '/patients',
    label: navWords.patients,
    icon: 'person',
    needs: 'patient:read',
    keys: 'g p',
  },
  { href: '/exams', label: navWords.exams, icon: 'exam', needs: 'exam:read', keys: 'g e' },
  {
    href: '/stations',
    label: navWords.stations,
    icon: 'station',
    needs: 'station:read',
    keys: 'g q',
  },
  {
    href: '/appointments',
    label: navWords.appointments,
    icon: 'calendar',
    needs: 'appointment:read',
    keys: 'g l',
  },
  { href: '/groups', label: navWords.groups, icon: 'group', needs: 'group:read', keys: 'g o' },
  { href: '/bills', label: navWords.bills, icon: 'bill', needs: 'invoice:read', keys: 'g b' },
  {
    href: '/bank-transactions',
    label: navWords.bank,
    icon: 'bank',
    needs: 'bank:read',
    keys: 'g n',
  },
  { href: '/records', label: navWords.records, icon: 'record', needs: 'record:read', keys: 'g m' },
  {
    href: '/renewals',
    label: navWords.renewals,
    icon: 'licence',
    needs: 'renewal:read',
    keys: 'g r',
  },
  { href: '/figures', label: navWords.figures, icon: 'chart', needs: 'report:read', keys: 'g f' },
  { href: '/staff', label: navWords.staff, icon: 'staff', needs: 'staff:manage', keys: 'g s' },
  {
    href: '/settings',
    label: navWords.settings,
    icon: 'settings',
    needs: 'setting:manage',
    keys: 'g t',
  },
  { href: '/audit', label: navWords.audit, icon: 'log', needs: 'audit:read', keys: 'g a' },
]

export function navFor(actor: Actor): readonly NavEntry[] {
  return entries.filter((entry) => may(actor, entry.needs))
}

/** The entry that a path lies under: `/exams/7` under `/exams`, only `/` under `/`. */
export function isUnder(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}
