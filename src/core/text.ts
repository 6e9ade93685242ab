export const languages = ['vi', 'en'] as const
export type Lang = (typeof languages)[number]

/** One sentence in every language of the screen. */
export type Text = Readonly<Record<Lang, string>>

/** The sentence in the reader's language, `{name}` replaced from `values`. */
export function say(text: Text, lang: Lang, values: Record<string, string | number> = {}): string {
  return text[lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Both languages at once with the values filled in, for errors that carry a `Text`. */
export function fill(text: Text, values: Record<string, string | number>): Text {
  return { vi: say(text, 'vi', values), en: say(text, 'en', values) }
}

/** ASCII without diacritics, case kept: `Đặng Thị Ánh` → `Dang Thi Anh`. */
export function stripDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

/** The form that is searched and compared: no diacritics, lower case, single spaces. */
export function fold(text: string): string {
  return stripDiacritics(text).toLowerCase().replace(/\s+/g, ' ').trim()
}
