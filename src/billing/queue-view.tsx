import { durationText } from '../core/duration.ts'
import { say } from '../core/text.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText, InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import type { CounterProps } from './counter-views.tsx'
import { counterWords as words } from './counter-words.ts'

/** Who waits for a bill, the longest waiting first. */
export function QueuePanel({ lang, now, unbilled, mayIssue, text }: CounterProps) {
  return (
    <Panel lang={lang} title={words.unbilled} flush marked={unbilled.length > 0}>
      <DataTable
        lang={lang}
        caption={words.unbilled}
        rows={unbilled}
        href={mayIssue ? ({ examId }) => `/bills/new?exam=${examId}` : undefined}
        empty={
          text === '' ? (
            <EmptyState
              lang={lang}
              title={words.nobodyUnbilled}
              text={words.nobodyUnbilledText}
              icon="check"
            />
          ) : (
            <EmptyState lang={lang} title={words.nobodyFound} icon="search" />
          )
        }
        columns={[
          { label: words.patient, head: true, cell: (row) => row.patientName },
          {
            label: words.born,
            minor: true,
            cell: (row) => <DateText lang={lang} date={row.birthDate} />,
          },
          { label: words.licenceClass, narrow: true, cell: (row) => row.licenceClass },
          {
            label: words.since,
            narrow: true,
            minor: true,
            cell: (row) => <InstantText lang={lang} at={row.since} show="time" />,
          },
          {
            label: words.waits,
            narrow: true,
            align: 'end',
            cell: (row) => say(durationText(now.getTime() - row.since.getTime()), lang),
          },
        ]}
      />
    </Panel>
  )
}
