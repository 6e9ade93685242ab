import type { Child } from 'hono/jsx'
import { type Lang, say } from '../core/text.ts'
import { stateNames } from '../exams/page-words.ts'
import { caseStateWords } from '../renewals/state-words.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import type { IconName } from '../web/pieces/icon.tsx'
import type { Act } from './act-views.tsx'
import type { FindGroup, Found, FoundBill, FoundCase, FoundExam, FoundPerson } from './find.ts'
import { findWords as words } from './find-words.ts'

/** Everything that was found, in the order in which it is shown. */
export type Finds = {
  lang: Lang
  order: readonly FindGroup[]
  found: Found
  acts: readonly Act[]
}

/** One line of the palette or of its page. */
export type Hit = {
  /** The same at every typing, so that what is chosen stays chosen. */
  key: string
  label: string
  detail: Child
  icon: IconName
  keys?: string | undefined
} & ({ href: string; newTab?: boolean | undefined } | { send: 'sign-out' | Lang })

export function hitsOf({ lang, found, acts }: Finds): Record<FindGroup, readonly Hit[]> {
  return {
    people: found.people.map((person) => personHit(person, lang)),
    exams: found.exams.map((exam) => examHit(exam, lang)),
    bills: found.bills.map((bill) => billHit(bill, lang)),
    cases: found.cases.map((held) => caseHit(held, lang)),
    acts: acts.map((act) => actHit(act, lang)),
  }
}

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ')

function personHit({ id, name, birthDate, idEnd }: FoundPerson, lang: Lang): Hit {
  return {
    key: `person-${id}`,
    label: name,
    detail: joined(
      say(words.born, lang, { date: dateText(birthDate, lang) }),
      idEnd && say(words.idEnds, lang, { end: idEnd }),
    ),
    icon: 'person',
    href: `/patients/${id}`,
  }
}

function examHit({ id, name, birthDate, licenceClass, state }: FoundExam, lang: Lang): Hit {
  return {
    key: `exam-${id}`,
    label: name,
    detail: joined(
      say(words.born, lang, { date: dateText(birthDate, lang) }),
      say(words.classOf, lang, { class: licenceClass }),
      say(stateNames[state], lang),
    ),
    icon: 'exam',
    href: `/exams/${id}`,
  }
}

function billHit({ id, number, name, state, remaining }: FoundBill, lang: Lang): Hit {
  const standing =
    state === 'issued'
      ? say(words.due, lang, { amount: amountText(remaining, lang) })
      : say(state === 'balanced' ? words.billPaid : words.billCancelled, lang)
  return {
    key: `bill-${id}`,
    label: name,
    detail: joined(number, standing),
    icon: 'bill',
    href: `/bills/${id}`,
  }
}

function caseHit({ id, name, licenceClass, state, dossierCode }: FoundCase, lang: Lang): Hit {
  return {
    key: `case-${id}`,
    label: name,
    detail: joined(
      say(words.classOf, lang, { class: licenceClass }),
      say(caseStateWords[state], lang),
      dossierCode,
    ),
    icon: 'licence',
    href: `/renewals/${id}`,
  }
}

function actHit(act: Act, lang: Lang): Hit {
  const shown = { label: say(act.label, lang), detail: undefined, icon: act.icon, keys: act.keys }
  return 'href' in act
    ? { ...shown, key: `act-${act.href}`, href: act.href, newTab: act.newTab }
    : { ...shown, key: `act-${act.send}`, send: act.send }
}

/** How many there are, or that there is nothing; heard after typing. */
export function countText(count: number, lang: Lang): string {
  if (count === 0) return say(words.nothing, lang)
  return count === 1 ? say(words.one, lang) : say(words.many, lang, { count })
}
