import { type Actor, may, mayRecord } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { Icon } from '../web/pieces/icon.tsx'
import { type Exam, mayDo, requiredSections } from './exam.ts'
import type { Section } from './findings.ts'
import { pageWords, sectionStateNames } from './page-words.ts'
import { sectionWords } from './section-words.ts'
import { sectionNames } from './words.ts'

type StripProps = { lang: Lang; actor: Actor; exam: Exam; here: Section | 'conclusion' }

/** Every section of the exam in one line: how far each is, and the way to those one may write. */
export function SectionStrip({ lang, actor, exam, here }: StripProps) {
  return (
    <nav class="section-strip" aria-label={say(sectionWords.all, lang)}>
      <ol class="section-strip-list">
        {requiredSections(exam).map((section) => (
          <li>
            <StripEntry {...{ lang, actor, exam, here, section }} />
          </li>
        ))}
        {may(actor, 'exam:conclude') && mayDo(exam, 'conclude') && (
          <li>
            <a
              class="section-strip-entry"
              href={`/exams/${exam.id}/conclusion`}
              aria-current={here === 'conclusion' ? 'page' : undefined}
            >
              {say(pageWords.conclusion, lang)}
            </a>
          </li>
        )}
      </ol>
    </nav>
  )
}

function StripEntry({ lang, actor, exam, here, section }: StripProps & { section: Section }) {
  const state = exam.sections[section]?.state ?? 'empty'
  const words = (
    <>
      {state !== 'empty' && <Icon name={state === 'signed' ? 'check' : 'pen'} />}
      {say(sectionNames[section], lang)}
      <span class="unseen">: {say(sectionStateNames[state], lang)}</span>
    </>
  )
  const look = `section-strip-entry section-strip-${state}`
  if (!mayRecord(actor, section)) return <span class={look}>{words}</span>
  return (
    <a
      class={look}
      href={`/exams/${exam.id}/sections/${section}`}
      aria-current={section === here ? 'page' : undefined}
    >
      {words}
    </a>
  )
}
