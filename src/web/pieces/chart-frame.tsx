import type { Child } from 'hono/jsx'
import { type Lang, say } from '../../core/text.ts'
import { chartWords } from './chart-words.ts'
import { Icon } from './icon.tsx'

type ChartFrameProps = {
  lang: Lang
  id: string
  /** What the chart means, said in a sentence with its numbers. */
  message: Child
  legend?: Child
  /** What has to be known to read it rightly. */
  note?: Child
  /** The same numbers, for who would rather read or compute. */
  table: Child
  /** Where the table can be fetched as a file. */
  csv: string
  children?: Child
}

/** A chart with its sentence above and its table below. */
export function ChartFrame(props: ChartFrameProps) {
  const { lang } = props
  return (
    <figure class="chart" id={props.id}>
      <figcaption class="chart-message">{props.message}</figcaption>
      {props.legend}
      {props.children}
      {props.note && <p class="chart-note">{props.note}</p>}
      <div class="chart-foot">
        <details class="chart-numbers">
          <summary>{say(chartWords.table, lang)}</summary>
          {props.table}
        </details>
        <a class="chart-download" href={props.csv} download>
          <Icon name="download" />
          {say(chartWords.download, lang)}
        </a>
      </div>
    </figure>
  )
}
