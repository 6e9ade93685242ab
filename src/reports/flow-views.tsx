import { type CalendarDate, clockTimeOf } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import { sectionNames } from '../exams/words.ts'
import { Bars } from '../web/pieces/chart-bars.tsx'
import { Columns } from '../web/pieces/chart-columns.tsx'
import { Legend, type Series } from '../web/pieces/chart-fill.tsx'
import { countText, minutesText } from '../web/pieces/chart-number.ts'
import { RangeLegend, Ranges } from '../web/pieces/chart-range.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Figure } from './figure-view.tsx'
import { figureWords as words } from './figure-words.ts'
import {
  inFormOrder,
  peopleSheet,
  type Quarter,
  quartersOf,
  type SectionWait,
  type Stay,
  sectionsSheet,
  waitOf,
} from './flow.ts'
import type { Period } from './period.ts'
import { filledWaits, type Waits, waitsSheet } from './waits.ts'

const standings = [
  { key: 'examined', label: words.examined, fill: 'solid' },
  { key: 'waiting', label: words.waiting, fill: 'hatched' },
  { key: 'done', label: words.done, fill: 'open' },
] as const satisfies readonly Series[]

export type FlowProps = {
  lang: Lang
  period: Period
  today: CalendarDate
  now: Date
  stays: readonly Stay[]
}

/** The last day of the period, quarter by quarter. */
export function FlowPanel(props: FlowProps) {
  const { lang, period, stays, now } = props
  const day =
    period.to === props.today ? words.today[lang].toLowerCase() : dateText(period.to, lang)
  const quarters = quartersOf(stays, now)
  return (
    <Panel lang={lang} level={3} title={say(words.peopleOn, lang, { day })}>
      {stays.length === 0 ? (
        <EmptyState
          lang={lang}
          icon="person"
          title={words.nobodyCame}
          text={words.nobodyCameText}
        />
      ) : (
        <Course {...props} quarters={quarters} />
      )}
    </Panel>
  )
}

function Course(props: FlowProps & { quarters: readonly Quarter[] }) {
  const { lang, quarters, period } = props
  const message = flowMessage(props)
  const last = quarters.at(-1)
  return (
    <Figure
      lang={lang}
      name="people"
      period={period}
      sheet={peopleSheet(quarters)}
      message={message}
      note={say(words.flowNote, lang)}
      legend={
        <Legend
          lang={lang}
          id="people"
          series={standings.map((each) => ({ ...each, value: last?.[each.key] }))}
        />
      }
    >
      <Columns
        lang={lang}
        id="people"
        message={message}
        series={standings}
        close
        format={(value) => countText(value, lang)}
        columns={quarters.map((quarter) => ({
          label: clockTimeOf(quarter.at),
          values: standings.map(({ key }) => quarter[key]),
        }))}
      />
    </Figure>
  )
}

function flowMessage({
  lang,
  period,
  today,
  stays,
  quarters,
}: FlowProps & { quarters: readonly Quarter[] }) {
  const { waiting = 0, examined = 0, done = 0 } = quarters.at(-1) ?? {}
  const arrived = stays.length
  const came =
    period.to === today
      ? say(words.flowToday, lang, { arrived, done, examined, waiting })
      : say(words.flowOn, lang, {
          day: dateText(period.to, lang),
          arrived,
          done,
          open: arrived - done,
        })
  const { middle, high } = waitOf(stays)
  if (middle === undefined || high === undefined) return came
  const waited = { middle: minutesText(middle, lang), high: minutesText(high, lang) }
  return `${came} ${say(words.flowWait, lang, waited)}`
}

const recorded = [{ key: 'middle', label: words.half, fill: 'solid' }] as const

type SectionsProps = { lang: Lang; period: Period; waits: readonly SectionWait[] }

/** How long after arrival each section was recorded, on the last day of the period. */
export function SectionsPanel({ lang, period, waits: found }: SectionsProps) {
  const waits = inFormOrder(found)
  const message = sectionsMessage(waits, lang)
  return (
    <Panel lang={lang} level={3} title={words.sections}>
      {waits.length === 0 ? (
        <EmptyState lang={lang} icon="exam" title={words.nothingRecorded} />
      ) : (
        <Figure
          lang={lang}
          name="sections"
          period={period}
          sheet={sectionsSheet(waits)}
          message={message}
          note={say(words.sectionsNote, lang)}
        >
          <Bars
            id="sections"
            message={message}
            series={recorded}
            bars={waits.map(({ section, middle = 0 }) => ({
              label: say(sectionNames[section], lang),
              values: [middle],
              said: minutesText(middle, lang),
            }))}
          />
        </Figure>
      )}
    </Panel>
  )
}

function sectionsMessage(waits: readonly SectionWait[], lang: Lang): string {
  const [first, ...rest] = [...waits].sort((a, b) => (a.middle ?? 0) - (b.middle ?? 0))
  const last = rest.at(-1) ?? first
  if (!first || !last) return ''
  return say(words.sectionsMessage, lang, {
    first: say(sectionNames[first.section], lang),
    early: minutesText(first.middle ?? 0, lang),
    last: say(sectionNames[last.section], lang),
    late: minutesText(last.middle ?? 0, lang),
  })
}

/** Arrival to conclusion over the whole period. */
export function WaitsPanel({ lang, period, waits }: { lang: Lang; period: Period; waits: Waits }) {
  const { arrived, count, middle, high } = waits.whole
  const columns = filledWaits(waits.columns, period)
  const message =
    middle === undefined || high === undefined
      ? say(words.waitsNone, lang, { arrived: countText(arrived, lang) })
      : say(words.waitsMessage, lang, {
          middle: minutesText(middle, lang),
          high: minutesText(high, lang),
          arrived: countText(arrived, lang),
          count: countText(count, lang),
        })
  return (
    <Panel lang={lang} level={3} title={words.waits}>
      {arrived === 0 ? (
        <EmptyState lang={lang} icon="clock" title={words.nobodyCame} text={words.nobodyCameText} />
      ) : (
        <Figure
          lang={lang}
          name="waits"
          period={period}
          sheet={waitsSheet(waits)}
          message={message}
          legend={<RangeLegend lang={lang} middle={words.half} high={words.most} />}
        >
          <Ranges
            lang={lang}
            message={message}
            format={(minutes) => minutesText(minutes, lang)}
            ranges={columns.map((column) => ({
              label: dayText(column.from),
              middle: column.middle,
              high: column.high,
            }))}
          />
        </Figure>
      )}
    </Panel>
  )
}

/** `24/11`: the year is plain from the page's head. */
export function dayText(day: CalendarDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}`
}
