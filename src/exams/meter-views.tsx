import { type Lang, say } from '../core/text.ts'
import { requiredSections } from './exam.ts'
import type { Section } from './findings.ts'
import type { ListedExam } from './listing.ts'
import { pageWords } from './page-words.ts'
import { sectionNames } from './words.ts'

type Metered = Pick<ListedExam, 'licenceClass' | 'disabledApplicant' | 'sections'>

/** How many sections are there, and which: a stroke each, in the order of the form. */
export function SectionMeter({ lang, exam }: { lang: Lang; exam: Metered }) {
  const all = requiredSections(exam)
  const done = all.filter((section) => exam.sections[section])
  return (
    <span class="meter">
      <span class="meter-strokes" aria-hidden="true">
        {all.map((section) => (
          <span class={`meter-stroke meter-${exam.sections[section] ?? 'empty'}`} />
        ))}
      </span>
      <span aria-hidden="true">
        {done.length}/{all.length}
      </span>
      <span class="unseen">
        {say(pageWords.sectionsDone, lang, { done: done.length, of: all.length })}
      </span>
    </span>
  )
}

const NAMED = 2

/** What the exam still waits for, one's own sections first. */
export function MissingSections(props: { lang: Lang; exam: Metered; own: readonly Section[] }) {
  const { lang, exam, own } = props
  const missing = requiredSections(exam).filter((section) => !exam.sections[section])
  if (missing.length === 0) return <span class="soft">{say(pageWords.allRecorded, lang)}</span>
  const mine = missing.filter((section) => own.includes(section))
  const sorted = [...mine, ...missing.filter((section) => !mine.includes(section))]
  const shown = sorted.length > NAMED + 1 ? sorted.slice(0, NAMED) : sorted
  const names = shown.map((section) => say(sectionNames[section], lang)).join(', ')
  const count = sorted.length - shown.length
  return <>{count > 0 ? say(pageWords.andMore, lang, { names, count }) : names}</>
}
