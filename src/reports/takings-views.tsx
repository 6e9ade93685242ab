import { type Lang, say } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { Columns } from '../web/pieces/chart-columns.tsx'
import { Legend, type Series } from '../web/pieces/chart-fill.tsx'
import { shortDongText } from '../web/pieces/chart-number.ts'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { Figure } from './figure-view.tsx'
import { figureWords as words } from './figure-words.ts'
import { dayText } from './flow-views.tsx'
import { type Period, stepOf } from './period.ts'
import { filledTakings, type Taken, type TakenColumn, takenInAll, takingsSheet } from './takings.ts'

const methods = [
  { key: 'transfer', label: words.transfer, fill: 'solid' },
  { key: 'cash', label: words.cash, fill: 'hatched' },
] as const satisfies readonly Series[]

type TakingsProps = { lang: Lang; period: Period; takings: readonly TakenColumn[] }

export function TakingsPanel({ lang, period, takings }: TakingsProps) {
  const byWeek = stepOf(period) === 'week'
  return (
    <Panel lang={lang} level={3} title={byWeek ? words.takingsByWeek : words.takings}>
      {takings.length === 0 ? (
        <EmptyState
          lang={lang}
          icon="bill"
          title={words.nothingTaken}
          text={words.nothingTakenText}
        />
      ) : (
        <TakingsFigure lang={lang} period={period} takings={filledTakings(takings, period)} />
      )}
    </Panel>
  )
}

function TakingsFigure({ lang, period, takings }: TakingsProps) {
  const all = takenInAll(takings)
  const message = takingsMessage(all, lang)
  return (
    <Figure
      lang={lang}
      name="takings"
      period={period}
      sheet={takingsSheet(takings)}
      message={message}
      note={say(words.takingsNote, lang)}
      legend={
        <Legend
          lang={lang}
          id="takings"
          series={methods.map((each) => ({ ...each, value: amountText(all[each.key], lang) }))}
        />
      }
    >
      <Columns
        lang={lang}
        id="takings"
        message={message}
        series={methods}
        format={(value) => shortDongText(value, lang)}
        total={(value) => shortDongText(value, lang)}
        columns={takings.map((column) => ({
          label: dayText(column.from),
          values: methods.map(({ key }) => column[key]),
        }))}
      />
    </Figure>
  )
}

function takingsMessage(all: Taken, lang: Lang): string {
  const taken = say(words.takingsMessage, lang, {
    taken: amountText(all.cash + all.transfer, lang),
    cash: amountText(all.cash, lang),
    transfer: amountText(all.transfer, lang),
  })
  const apart = [
    ...(all.overpaid > 0
      ? [say(words.overpaidApart, lang, { amount: amountText(all.overpaid, lang) })]
      : []),
    ...(all.unnamed > 0
      ? [say(words.unnamedApart, lang, { amount: amountText(all.unnamed, lang) })]
      : []),
  ]
  return [taken, ...apart].join(' ')
}
