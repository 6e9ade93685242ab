import { type Lang, say } from '../core/text.ts'
import { Bars } from '../web/pieces/chart-bars.tsx'
import { Columns } from '../web/pieces/chart-columns.tsx'
import { Legend, type Series } from '../web/pieces/chart-fill.tsx'
import { countText, decimalText, shareText } from '../web/pieces/chart-number.ts'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Figure } from './figure-view.tsx'
import { figureWords as words } from './figure-words.ts'
import { dayText } from './flow-views.tsx'
import { type Period, stepsOf } from './period.ts'
import {
  type CaseGroup,
  casesSheet,
  caseWeeks,
  completionOf,
  completionSheet,
  sentInAll,
  sumUp,
  type Timeliness,
  transmissionsSheet,
} from './timeliness.ts'

type TimelinessProps = { lang: Lang; period: Period; timeliness: Timeliness }

const handings = [
  { key: 'sameDay', label: words.sameDay, fill: 'solid' },
  { key: 'withinTwo', label: words.withinTwo, fill: 'dotted' },
  { key: 'later', label: words.later, fill: 'hatched' },
  { key: 'waiting', label: words.notHandedIn, fill: 'open' },
] as const satisfies readonly Series[]

export function HandedInPanel(props: TimelinessProps) {
  const { lang, timeliness } = props
  return (
    <Panel lang={lang} level={3} title={words.cases}>
      <Stuck {...props} />
      {timeliness.cases.length === 0 ? (
        <EmptyState lang={lang} icon="licence" title={words.noCases} text={words.noCasesText} />
      ) : (
        <HandedIn {...props} />
      )}
    </Panel>
  )
}

function Stuck({ lang, timeliness: { stuck } }: TimelinessProps) {
  const { cases, transmissions } = stuck
  if (cases + transmissions === 0) return null
  return (
    <Notice lang={lang} kind="warn">
      {say(words.stuck, lang, { cases, transmissions })}{' '}
      <a href={cases > 0 ? '/renewals' : '/transmissions'}>{say(words.openStuck, lang)}</a>
    </Notice>
  )
}

function HandedIn({ lang, period, timeliness }: TimelinessProps) {
  const weeks = caseWeeks(timeliness.cases, stepsOf(period, 'week'))
  const whole = sumUp(timeliness.cases)
  const message = say(words.casesMessage, lang, {
    sameDay: countText(whole.sameDay, lang),
    cases: countText(whole.cases, lang),
    waiting: countText(whole.waiting, lang),
  })
  return (
    <Figure
      lang={lang}
      name="cases"
      period={period}
      sheet={casesSheet(weeks, whole)}
      message={message}
      legend={
        <Legend
          lang={lang}
          id="cases"
          series={handings.map((each) => ({ ...each, value: countText(whole[each.key], lang) }))}
        />
      }
    >
      <Columns
        lang={lang}
        id="cases"
        message={message}
        series={handings}
        format={(value) => countText(value, lang)}
        total={(value) => countText(value, lang)}
        columns={weeks.map((week) => ({
          label: dayText(week.from),
          values: handings.map(({ key }) => week[key]),
        }))}
      />
    </Figure>
  )
}

const counted = [{ key: 'cases', label: words.caseCount, fill: 'solid' }] as const

/** The same cases, further on their way. */
export function CompletionPanel({ lang, period, timeliness }: TimelinessProps) {
  const groups = timeliness.cases
  if (groups.length === 0) return null
  const steps = completionOf(groups)
  const { cases } = sumUp(groups)
  const message = completionMessage(groups, lang)
  return (
    <Panel lang={lang} level={3} title={words.completion}>
      <Figure
        lang={lang}
        name="completion"
        period={period}
        sheet={completionSheet(steps)}
        message={message}
      >
        <Bars
          id="completion"
          message={message}
          series={counted}
          bars={steps.map(({ label, count }) => ({
            label: say(label, lang),
            values: [count],
            said: `${countText(count, lang)} · ${shareText(count, cases, lang)}`,
          }))}
        />
      </Figure>
    </Panel>
  )
}

function completionMessage(groups: readonly CaseGroup[], lang: Lang): string {
  const { cases, completed, middle } = sumUp(groups)
  if (middle === undefined) {
    return say(words.completionNone, lang, { cases: countText(cases, lang) })
  }
  return say(words.completionMessage, lang, {
    completed: countText(completed, lang),
    cases: countText(cases, lang),
    middle: decimalText(middle, lang),
  })
}

const sendings = [
  { key: 'inTime', label: words.inTime, fill: 'solid' },
  { key: 'underWay', label: words.underWay, fill: 'open' },
  { key: 'late', label: words.late, fill: 'hatched' },
] as const satisfies readonly Series[]

export function TransmissionsPanel({ lang, period, timeliness }: TimelinessProps) {
  const all = sentInAll(timeliness.sent)
  const count = all.inTime + all.late + all.underWay
  const message = say(words.transmissionsMessage, lang, {
    inTime: countText(all.inTime, lang),
    count: countText(count, lang),
    late: countText(all.late, lang),
    underWay: countText(all.underWay, lang),
  })
  const found = new Map(timeliness.sent.map((each) => [each.from, each]))
  return (
    <Panel lang={lang} level={3} title={words.transmissions}>
      {count === 0 ? (
        <EmptyState lang={lang} icon="send" title={words.noCertificates} />
      ) : (
        <Figure
          lang={lang}
          name="transmissions"
          period={period}
          sheet={transmissionsSheet(timeliness.sent)}
          message={message}
          legend={
            <Legend
              lang={lang}
              id="transmissions"
              series={sendings.map((each) => ({ ...each, value: countText(all[each.key], lang) }))}
            />
          }
        >
          <Columns
            lang={lang}
            id="transmissions"
            message={message}
            series={sendings}
            format={(value) => countText(value, lang)}
            total={(value) => countText(value, lang)}
            columns={stepsOf(period, 'week').map((from) => ({
              label: dayText(from),
              values: sendings.map(({ key }) => found.get(from)?.[key] ?? 0),
            }))}
          />
        </Figure>
      )}
    </Panel>
  )
}
