import type { Text } from '../core/text.ts'

/** How long: `12 phút`, `3 giờ 5 phút`, `2 days`. */
export function durationText(milliseconds: number): Text {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000)
  if (minutes < 1) return { vi: 'dưới 1 phút', en: 'less than a minute' }
  if (minutes < 60) return amount(minutes, 'phút', 'minute')
  if (minutes < 48 * 60) return hours(Math.floor(minutes / 60), minutes % 60)
  return amount(Math.floor(minutes / (24 * 60)), 'ngày', 'day')
}

export function ageText(since: Date, now: Date): Text {
  return durationText(now.getTime() - since.getTime())
}

function hours(whole: number, rest: number): Text {
  const long = amount(whole, 'giờ', 'hour')
  if (rest === 0) return long
  const short = amount(rest, 'phút', 'minute')
  return { vi: `${long.vi} ${short.vi}`, en: `${long.en} ${short.en}` }
}

function amount(count: number, vi: string, en: string): Text {
  return { vi: `${count} ${vi}`, en: `${count} ${en}${count === 1 ? '' : 's'}` }
}
