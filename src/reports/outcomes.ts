import type { Text } from '../core/text.ts'
import type { Section } from '../exams/findings.ts'
import { licenceClasses } from '../exams/licence-class.ts'
import { standards } from '../exams/standards/circular-36-2024.ts'
import { sectionNames } from '../exams/words.ts'
import { figureWords } from './figure-words.ts'
import type { Sheet } from './sheet.ts'

/** What the doctors concluded of one class. */
export type ClassOutcome = { licenceClass: string; fit: number; review: number; unfit: number }

/** How many unfit conclusions a rule of the standards spoke against; `undefined`: none did. */
export type ReasonCount = { rule: string | undefined; count: number }

export type Outcomes = { classes: readonly ClassOutcome[]; reasons: readonly ReasonCount[] }

/** A rate of fewer is an accident as much as a rate. */
export const FEW = 10

export function concludedOf({ fit, review, unfit }: Omit<ClassOutcome, 'licenceClass'>): number {
  return fit + review + unfit
}

export function allClasses(classes: readonly ClassOutcome[]) {
  const sum = (key: 'fit' | 'review' | 'unfit') =>
    classes.reduce((total, each) => total + each[key], 0)
  return { fit: sum('fit'), review: sum('review'), unfit: sum('unfit') }
}

/** In the order of the law. */
export function byClass(classes: readonly ClassOutcome[]): ClassOutcome[] {
  const place = (name: string) => (licenceClasses as readonly string[]).indexOf(name)
  return [...classes].sort((a, b) => place(a.licenceClass) - place(b.licenceClass))
}

const rules = new Map(
  standards.flatMap((standard) => standard.rules).map((rule) => [rule.id, rule] as const),
)

/** The rule in the words of the standards; one of a text that is no longer held, by its number. */
export function reasonText(rule: string | undefined): Text {
  if (rule === undefined) return figureWords.doctorsReason
  return rules.get(rule)?.message ?? { vi: rule, en: rule }
}

export function reasonSection(rule: string | undefined): Text | undefined {
  const section: Section | undefined = rule ? rules.get(rule)?.section : undefined
  return section && sectionNames[section]
}

export function classesSheet(classes: readonly ClassOutcome[]): Sheet {
  const all = allClasses(classes)
  const row = (each: Omit<ClassOutcome, 'licenceClass'>) => [
    concludedOf(each),
    each.fit,
    each.review,
    each.unfit,
    { part: each.fit, whole: concludedOf(each) },
  ]
  return {
    caption: figureWords.classes,
    columns: [
      { label: figureWords.licenceClass, kind: 'text' },
      { label: figureWords.concluded, kind: 'count' },
      { label: figureWords.fit, kind: 'count' },
      { label: figureWords.review, kind: 'count' },
      { label: figureWords.unfit, kind: 'count' },
      { label: figureWords.fitShare, kind: 'share' },
    ],
    rows: classes.map((each) => [each.licenceClass, ...row(each)]),
    totals: [figureWords.all, ...row(all)],
  }
}

export function reasonsSheet(reasons: readonly ReasonCount[]): Sheet {
  return {
    caption: figureWords.reasons,
    columns: [
      { label: figureWords.reason, kind: 'text' },
      { label: figureWords.section, kind: 'text' },
      { label: figureWords.unfit, kind: 'count' },
    ],
    rows: reasons.map(({ rule, count }) => [reasonText(rule), reasonSection(rule), count]),
  }
}
