import { type Lang, say } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { countText, minutesText, shareText } from '../web/pieces/chart-number.ts'
import { Panel } from '../web/pieces/panel.tsx'
import { type Figure, Stats } from '../web/pieces/stat.tsx'
import { figureWords as words } from './figure-words.ts'
import type { FiguresProps } from './figures-views.tsx'
import { allClasses, concludedOf, type Outcomes } from './outcomes.ts'
import { type TakenColumn, takenInAll } from './takings.ts'
import { sentInAll, type Timeliness } from './timeliness.ts'
import type { Waits } from './waits.ts'

/** The period in a handful of numbers, before any chart. */
export function Summary({ lang, flow, outcomes, takings, timeliness }: FiguresProps) {
  const figures = [
    ...(flow ? flowFigures(flow.waits, lang) : []),
    ...(takings ? [takenFigure(takings, lang)] : []),
    ...(outcomes ? [fitFigure(outcomes, lang)] : []),
    ...(timeliness ? [sentFigure(timeliness, lang)] : []),
  ]
  return (
    <div class="figure-summary">
      <Panel lang={lang}>
        <Stats lang={lang} figures={figures} />
      </Panel>
    </div>
  )
}

function flowFigures({ whole }: Waits, lang: Lang): Figure[] {
  const { arrived, count, middle, high } = whole
  const noted = { count: countText(count, lang) }
  const came = {
    label: words.statArrived,
    value: countText(arrived, lang),
    note: say(words.statArrivedNote, lang, noted),
  }
  if (middle === undefined || high === undefined) return [came]
  return [
    came,
    {
      label: words.statWait,
      value: minutesText(middle, lang),
      note: say(words.statWaitNote, lang, { high: minutesText(high, lang) }),
    },
  ]
}

function takenFigure(takings: readonly TakenColumn[], lang: Lang): Figure {
  const { cash, transfer } = takenInAll(takings)
  return {
    label: words.statTaken,
    value: amountText(cash + transfer, lang),
    note: say(words.statTakenNote, lang, { cash: amountText(cash, lang) }),
  }
}

function fitFigure({ classes }: Outcomes, lang: Lang): Figure {
  const all = allClasses(classes)
  const count = concludedOf(all)
  return {
    label: words.statFit,
    value: shareText(all.fit, count, lang),
    note: say(words.statFitNote, lang, {
      fit: countText(all.fit, lang),
      count: countText(count, lang),
    }),
  }
}

function sentFigure({ sent }: Timeliness, lang: Lang): Figure {
  const { inTime, late, underWay } = sentInAll(sent)
  return {
    label: words.statSent,
    value: shareText(inTime, inTime + late + underWay, lang),
    note: say(words.statSentNote, lang, { late: countText(late, lang) }),
    tone: late > 0 ? 'bad' : undefined,
  }
}
