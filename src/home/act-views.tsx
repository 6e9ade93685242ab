import { type Actor, may, type Permission } from '../core/actor.ts'
import { fold, type Lang, type Text } from '../core/text.ts'
import { navFor } from '../web/nav.ts'
import type { IconName } from '../web/pieces/icon.tsx'
import { actWords as words } from './find-words.ts'
import { ownSpecialties } from './flow.ts'

/** Somewhere to go, or something to do at once (a form that is sent). */
export type Act = {
  label: Text
  /** What else people call it. */
  also?: Text
  icon: IconName
  /** Keys that lead there from every page. */
  keys?: string
} & ({ href: string; newTab?: boolean; first?: boolean } | { send: 'sign-out' | Lang })

type Offered = Act & { needs: Permission | ((actor: Actor) => boolean) }

const isStaff = (actor: Actor) => actor.kind === 'staff'
const examines = (actor: Actor) => ownSpecialties(actor).length > 0

const acts: readonly Offered[] = [
  {
    href: '/patients/new',
    first: true,
    label: words.register,
    also: words.registerAlso,
    icon: 'qr',
    needs: 'patient:write',
  },
  {
    href: '/next/exam',
    first: true,
    label: words.examineNext,
    also: words.examineNextAlso,
    icon: 'exam',
    needs: examines,
  },
  {
    href: '/next/conclusion',
    first: true,
    label: words.concludeNext,
    also: words.concludeNextAlso,
    icon: 'shield',
    needs: 'exam:conclude',
  },
  {
    href: '/next/bill',
    first: true,
    label: words.billNext,
    also: words.billNextAlso,
    icon: 'bill',
    needs: 'invoice:issue',
  },
  {
    href: '/exams/blank-form.pdf',
    first: true,
    newTab: true,
    label: words.blankForm,
    also: words.blankFormAlso,
    icon: 'print',
    needs: 'exam:read',
  },
  {
    href: '/transmissions',
    label: words.transmissions,
    also: words.transmissionsAlso,
    icon: 'send',
    needs: 'renewal:read',
  },
  {
    href: '/standards',
    label: words.standards,
    also: words.standardsAlso,
    icon: 'record',
    needs: 'signed-in',
  },
  {
    href: '/verify',
    label: words.verify,
    also: words.verifyAlso,
    icon: 'shield',
    needs: 'signed-in',
  },
  {
    href: '/staff/new',
    label: words.newAccount,
    also: words.newAccountAlso,
    icon: 'staff',
    needs: 'staff:manage',
  },
  {
    href: '/tokens',
    label: words.tokens,
    also: words.tokensAlso,
    icon: 'key',
    needs: 'staff:manage',
  },
  {
    href: '/password',
    label: words.password,
    also: words.passwordAlso,
    icon: 'key',
    needs: isStaff,
  },
  {
    send: 'en',
    label: words.toEnglish,
    also: words.languageAlso,
    icon: 'language',
    needs: 'signed-in',
  },
  {
    send: 'vi',
    label: words.toVietnamese,
    also: words.languageAlso,
    icon: 'language',
    needs: 'signed-in',
  },
  {
    send: 'sign-out',
    label: words.signOut,
    also: words.signOutAlso,
    icon: 'exit',
    needs: isStaff,
  },
]

/** What this person may do from anywhere, then where they may go. */
export function actsOf(actor: Actor, lang: Lang): readonly Act[] {
  const mine = acts.filter(({ needs }) =>
    typeof needs === 'function' ? needs(actor) : may(actor, needs),
  )
  const nav = navFor(actor).map(({ href, label, icon, keys }): Act => ({ href, label, icon, keys }))
  const own = mine.map(({ needs: _, ...act }): Act => act)
  const does = own.filter((act) => 'href' in act && act.first)
  const goes = own.filter((act) => 'href' in act && !act.first)
  // Nobody switches to the language they are reading.
  const sends = own.filter((act) => 'send' in act && act.send !== lang)
  return [...does, ...nav, ...goes, ...sends]
}

/** Those with a word that begins like each word typed, in either language; by their own names first. */
export function matchActs(offered: readonly Act[], words: readonly string[]): readonly Act[] {
  if (words.length === 0) return offered
  const rank = (act: Act) => {
    if (begins(wordsOf(act.label), words)) return 0
    return begins([...wordsOf(act.label), ...(act.also ? wordsOf(act.also) : [])], words) ? 1 : 2
  }
  return offered
    .map((act) => ({ act, rank: rank(act) }))
    .filter(({ rank: at }) => at < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ act }) => act)
}

const wordsOf = ({ vi, en }: Text) => fold(`${vi} ${en}`).split(/[^a-z0-9]+/)

const begins = (among: readonly string[], words: readonly string[]) =>
  words.every((word) => among.some((each) => each.startsWith(word)))
