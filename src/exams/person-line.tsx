import { type Lang, say } from '../core/text.ts'
import { dateText, instantText } from '../web/pieces/date-text.tsx'
import type { Exam } from './exam.ts'
import { pageWords } from './page-words.ts'
import { purposeNames } from './words.ts'

type PersonLineProps = {
  lang: Lang
  exam: Pick<Exam, 'licenceClass' | 'group' | 'purpose' | 'createdAt'>
  /** The name is left out where the page's title says it. */
  person: { name?: string; birthDate: string }
  /** Adds since when they are here. */
  since?: boolean | undefined
}

/** Whom one has before oneself, and for what. */
export function PersonLine({ lang, exam, person, since }: PersonLineProps) {
  const { licenceClass, group, purpose, createdAt } = exam
  return (
    <p class="person-line">
      {person.name && <strong>{person.name}</strong>}
      <span>{dateText(person.birthDate, lang)}</span>
      <span>
        {say(pageWords.licenceClass, lang)}{' '}
        {say(pageWords.classWithGroup, lang, { class: licenceClass, group })}
      </span>
      <span>{say(purposeNames[purpose], lang)}</span>
      {since && <span>{say(pageWords.since, lang, { at: instantText(createdAt, lang) })}</span>}
    </p>
  )
}
