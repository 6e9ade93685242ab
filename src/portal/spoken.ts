import { formatDong } from '../core/money.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { sectionNames } from '../exams/words.ts'
import type { ExamFacts } from './visit-facts.ts'
import { words } from './words.ts'

/** A sentence whose values are words themselves, in both languages. */
export function inBoth(text: Text, values: (lang: Lang) => Record<string, string | number>): Text {
  return { vi: say(text, 'vi', values('vi')), en: say(text, 'en', values('en')) }
}

export function money(amount: number, lang: Lang): string {
  const text = formatDong(amount)
  return lang === 'vi' ? text : text.replaceAll('.', ',')
}

/** `mắt, tai mũi họng`: sections in the middle of a sentence. */
export function sectionsLeft(sections: ExamFacts['sections'], lang: Lang): string {
  return sections
    .map(({ section }) => sectionNames[section][lang].toLocaleLowerCase(lang))
    .join(', ')
}

/** `hạng B`, as a sentence goes on with it. */
export function className({ licenceClass }: Pick<ExamFacts, 'licenceClass'>, lang: Lang): string {
  return licenceClass === 'XMCD'
    ? say(words.specialMachinery, lang)
    : say(words.forClass, lang, { class: licenceClass })
}
