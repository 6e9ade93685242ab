import { type Lang, say } from '../core/text.ts'
import { Bars } from '../web/pieces/chart-bars.tsx'
import { Legend, type Series } from '../web/pieces/chart-fill.tsx'
import { countText, shareText } from '../web/pieces/chart-number.ts'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Figure } from './figure-view.tsx'
import { figureWords as words } from './figure-words.ts'
import {
  allClasses,
  byClass,
  type ClassOutcome,
  classesSheet,
  concludedOf,
  FEW,
  type Outcomes,
  type ReasonCount,
  reasonsSheet,
  reasonText,
} from './outcomes.ts'
import type { Period } from './period.ts'

type OutcomesProps = { lang: Lang; period: Period; outcomes: Outcomes }

const outcomes = [
  { key: 'fit', label: words.fit, fill: 'solid' },
  { key: 'review', label: words.review, fill: 'dotted' },
  { key: 'unfit', label: words.unfit, fill: 'hatched' },
] as const satisfies readonly Series[]

export function ClassesPanel({ lang, period, outcomes: { classes } }: OutcomesProps) {
  return (
    <Panel lang={lang} level={3} title={words.classes}>
      {classes.length === 0 ? (
        <EmptyState
          lang={lang}
          icon="exam"
          title={words.nobodyConcluded}
          text={words.nobodyConcludedText}
        />
      ) : (
        <ClassesFigure lang={lang} period={period} classes={byClass(classes)} />
      )}
    </Panel>
  )
}

function ClassesFigure(props: { lang: Lang; period: Period; classes: readonly ClassOutcome[] }) {
  const { lang, period, classes } = props
  const all = allClasses(classes)
  const count = concludedOf(all)
  const message = say(words.classesMessage, lang, {
    fit: countText(all.fit, lang),
    count: countText(count, lang),
    share: shareText(all.fit, count, lang),
    review: countText(all.review, lang),
    unfit: countText(all.unfit, lang),
  })
  return (
    <Figure
      lang={lang}
      name="classes"
      period={period}
      sheet={classesSheet(classes)}
      message={message}
      note={
        classes.some((each) => concludedOf(each) < FEW) && say(words.fewNote, lang, { few: FEW })
      }
      legend={
        <Legend
          lang={lang}
          id="classes"
          series={outcomes.map((each) => ({ ...each, value: countText(all[each.key], lang) }))}
        />
      }
    >
      <Bars
        id="classes"
        message={message}
        series={outcomes}
        whole
        bars={classes.map((each) => ({
          label: each.licenceClass,
          values: outcomes.map(({ key }) => each[key]),
          said: <ClassSaid lang={lang} outcome={each} />,
        }))}
      />
    </Figure>
  )
}

/** The count beside the rate, and a mark where the rate says little. */
function ClassSaid({ lang, outcome }: { lang: Lang; outcome: ClassOutcome }) {
  const count = concludedOf(outcome)
  const share = shareText(outcome.fit, count, lang)
  return (
    <>
      {count < FEW && <span class="chart-few">{say(words.few, lang, { few: FEW })} · </span>}
      {say(words.classSaid, lang, { fit: outcome.fit, count, share })}
    </>
  )
}

const unfitAlone = [{ key: 'unfit', label: words.unfit, fill: 'hatched' }] as const
const MOST_BARS = 8

export function ReasonsPanel({ lang, period, outcomes: { classes, reasons } }: OutcomesProps) {
  const unfit = allClasses(classes).unfit
  const message = reasonsMessage(reasons, unfit, lang)
  return (
    <Panel lang={lang} level={3} title={words.reasons}>
      {reasons.length === 0 ? (
        <EmptyState lang={lang} icon="check" title={words.nobodyUnfit} />
      ) : (
        <Figure
          lang={lang}
          name="reasons"
          period={period}
          sheet={reasonsSheet(reasons)}
          message={message}
          note={reasonsNote(unfit, lang)}
        >
          <Bars
            id="reasons"
            message={message}
            series={unfitAlone}
            bars={reasons.slice(0, MOST_BARS).map(({ rule, count }) => ({
              label: say(reasonText(rule), lang),
              values: [count],
              said: `${countText(count, lang)} · ${shareText(count, unfit, lang)}`,
            }))}
          />
        </Figure>
      )}
    </Panel>
  )
}

function reasonsNote(unfit: number, lang: Lang): string {
  const several = say(words.reasonsNote, lang)
  return unfit < FEW ? `${several} ${say(words.fewNote, lang, { few: FEW })}` : several
}

function reasonsMessage(reasons: readonly ReasonCount[], unfit: number, lang: Lang): string {
  const [most] = reasons
  if (!most) return ''
  const reason = say(reasonText(most.rule), lang).replace(/\.$/, '')
  return say(words.reasonsMessage, lang, { reason, unfit, count: most.count })
}
