import { groupThousands } from '../../core/money.ts'
import { type Lang, say } from '../../core/text.ts'
import { chartWords } from './chart-words.ts'

/** `1.525` or `1,525`. */
export function countText(count: number, lang: Lang): string {
  const text = groupThousands(Math.round(count))
  return lang === 'vi' ? text : text.replaceAll('.', ',')
}

/** `91,7 %` or `91.7%`; of nothing there is no share. */
export function shareText(part: number, whole: number, lang: Lang): string {
  if (whole === 0) return '—'
  return say(chartWords.share, lang, { share: decimalText((part / whole) * 100, lang) })
}

/** `48 phút`, `1 giờ 05`. */
export function minutesText(minutes: number, lang: Lang): string {
  const whole = Math.round(minutes)
  if (whole < 60) return say(chartWords.minutes, lang, { minutes: whole })
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (rest === 0) return say(chartWords.hours, lang, { hours: countText(hours, lang) })
  const values = { hours: countText(hours, lang), minutes: String(rest).padStart(2, '0') }
  return say(chartWords.hoursMinutes, lang, values)
}

/** Money as an axis has room for it: `1,5 tr`, `305 nghìn`. */
export function shortDongText(amount: number, lang: Lang): string {
  const units = [
    [1e9, chartWords.billions],
    [1e6, chartWords.millions],
    [1e3, chartWords.thousands],
  ] as const
  const found = units.find(([size]) => Math.abs(amount) >= size)
  if (!found) return countText(amount, lang)
  return say(found[1], lang, { amount: decimalText(amount / found[0], lang, 2) })
}

/** Few decimal places, and none that end in zero. */
export function decimalText(value: number, lang: Lang, places = 1): string {
  const [whole = '0', rest = ''] = Math.abs(value).toFixed(places).split('.')
  const decimals = rest.replace(/0+$/, '')
  const sign = value < 0 && Number(`${whole}.${rest}`) > 0 ? '-' : ''
  const text = `${sign}${countText(Number(whole), lang)}`
  return decimals ? `${text}${lang === 'vi' ? ',' : '.'}${decimals}` : text
}
