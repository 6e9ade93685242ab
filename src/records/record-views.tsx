import type { CalendarDate } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import type { Patient } from '../patients/patient.ts'
import { personLine } from '../patients/person-views.tsx'
import { LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { EncounterView } from './encounter-views.tsx'
import type { EncounterWithExam, Views } from './record.ts'
import { viewActions } from './view-words.ts'
import { words } from './words.ts'

type RecordProps = {
  lang: Lang
  today: CalendarDate
  patient: Patient
  encounters: readonly EncounterWithExam[]
  views: readonly Views[]
  /** Whether the reader may print certificates. */
  printing: boolean
}

/** Everything on record of one person, the newest first, and who has looked at it. */
export function RecordView(props: RecordProps) {
  const { lang, patient, encounters } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={say(words.recordOf, lang, { name: patient.name })}
        back={{ href: '/records', label: words.back }}
        lead={personLine(patient, props.today, lang)}
        actions={
          <LinkButton lang={lang} href={`/patients/${patient.id}`} icon="person" shortcut="o">
            {say(words.person, lang)}
          </LinkButton>
        }
      />
      <Stack>
        {encounters.length === 0 && (
          <Panel lang={lang}>
            <EmptyState lang={lang} icon="record" title={words.noEncounter} text={words.noneText} />
          </Panel>
        )}
        {encounters.map((each, index) => (
          <EncounterView {...{ lang, printing: props.printing, ...each }} newest={index === 0} />
        ))}
        <ViewsPanel lang={lang} views={props.views} />
      </Stack>
    </>
  )
}

/** Quiet until it is asked for: how often by how many is said, the rest is folded. */
function ViewsPanel({ lang, views }: { lang: Lang; views: readonly Views[] }) {
  const count = views.reduce((sum, each) => sum + each.count, 0)
  const people = new Set(views.map(({ by }) => by)).size
  return (
    <section class="panel record-views">
      <details>
        <summary>
          {say(words.views, lang)}
          <span class="soft"> · {say(words.viewsCount, lang, { count, people })}</span>
        </summary>
        <DataTable
          lang={lang}
          caption={words.views}
          rows={views}
          columns={[
            { label: words.who, head: true, cell: ({ by }) => by, sort: ({ by }) => by },
            {
              label: words.what,
              cell: ({ action }) => say(viewActions[action], lang),
              sort: ({ action }) => say(viewActions[action], lang),
            },
            {
              label: words.times,
              align: 'end',
              narrow: true,
              cell: (each) => each.count,
              sort: (each) => each.count,
            },
            {
              label: words.last,
              cell: ({ lastAt }) => <InstantText lang={lang} at={lastAt} />,
              sort: ({ lastAt }) => lastAt.getTime(),
            },
          ]}
        />
      </details>
    </section>
  )
}
