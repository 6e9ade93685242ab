import { calendarDateOf } from '../../core/calendar-date.ts'
import type { Lang } from '../../core/text.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const clockTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
})

/** `24/11/2026` or `24 Nov 2026`, of a date written YYYY-MM-DD. */
export function dateText(date: string, lang: Lang): string {
  const [year, month, day] = date.split('-')
  if (lang === 'vi') return `${day}/${month}/${year}`
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`
}

/** `14:05, 24/11/2026`, the clinic's time. */
export function instantText(at: Date, lang: Lang): string {
  return `${clockTime.format(at)}, ${dateText(calendarDateOf(at), lang)}`
}

export function DateText(props: { lang: Lang; date: string | null | undefined }) {
  if (!props.date) return <>—</>
  return (
    <time class="date" datetime={props.date}>
      {dateText(props.date, props.lang)}
    </time>
  )
}

/** `show="time"`: the hour alone, where the day is plain from the page. */
export function InstantText(props: {
  lang: Lang
  at: Date | null | undefined
  show?: 'time' | 'both' | undefined
}) {
  if (!props.at) return <>—</>
  return (
    <time class="date" datetime={props.at.toISOString()}>
      {props.show === 'time' ? clockTime.format(props.at) : instantText(props.at, props.lang)}
    </time>
  )
}
