import { durationWords as words } from './duration-words.ts'
import { fill, type Text } from './text.ts'

/** How long: `12 phút`, `3 giờ 5 phút`, `2 days`. */
export function durationText(milliseconds: number): Text {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000)
  if (minutes < 1) return words.short
  if (minutes < 60) return amount(minutes, 'minute')
  if (minutes < 48 * 60) return hours(Math.floor(minutes / 60), minutes % 60)
  return amount(Math.floor(minutes / (24 * 60)), 'day')
}

/** How long ago something began. */
export function ageText(since: Date, now: Date): Text {
  return durationText(now.getTime() - since.getTime())
}

function hours(whole: number, rest: number): Text {
  const long = amount(whole, 'hour')
  if (rest === 0) return long
  const short = amount(rest, 'minute')
  return { vi: `${long.vi} ${short.vi}`, en: `${long.en} ${short.en}` }
}

function amount(count: number, unit: 'minute' | 'hour' | 'day'): Text {
  return fill(count === 1 ? words[unit] : words[`${unit}s`], { count })
}
