import { type Lang, say, type Text } from '../../core/text.ts'

/** Words of ours in both languages, or text that has none, such as a name. */
export type Label = Text | string

export function told(label: Label, lang: Lang): string {
  return typeof label === 'string' ? label : say(label, lang)
}

/** Class names, the falsy ones left out. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
