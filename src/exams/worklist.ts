import { type Actor, may, mayRecord } from '../core/actor.ts'
import { type Section, sections } from './findings.ts'
import { skipsMusculoskeletal } from './licence-class.ts'
import type { ListedExam } from './listing.ts'

export const shows = ['mine', 'conclude', 'open', 'all'] as const
export type Show = (typeof shows)[number]

/** The lists that make sense to this person; the first is where they begin. */
export function showsFor(actor: Actor): readonly Show[] {
  return shows.filter((show) => {
    if (show === 'mine') return ownSections(actor).length > 0
    return show === 'conclude' ? may(actor, 'exam:conclude') : true
  })
}

/** The sections that this person records. */
export function ownSections(actor: Actor): Section[] {
  return sections.filter((section) => mayRecord(actor, section))
}

/** The next section of this exam that waits for this person's hand, in the order of the form. */
export function nextSection(
  actor: Actor,
  exam: Pick<ListedExam, 'licenceClass'> & {
    disabledApplicant?: boolean | undefined
    sections: Partial<Record<Section, unknown>>
  },
): Section | undefined {
  const skipped = skipsMusculoskeletal(exam.licenceClass, exam.disabledApplicant === true)
  return ownSections(actor).find(
    (section) => !exam.sections[section] && !(skipped && section === 'musculoskeletal'),
  )
}
