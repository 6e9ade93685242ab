import { type Lang, say } from '../core/text.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Pager } from '../web/pieces/pager.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { type BoardFilter, type BoardLine, boardFilters } from './board.ts'
import { deskWords as words } from './desk-words.ts'
import { Age, CaseBadge, Deadline, Reason, TransmissionBadge } from './line-views.tsx'
import { type CaseState, caseStates } from './renewal-case.ts'
import { caseStateWords } from './state-words.ts'

export type BoardProps = {
  lang: Lang
  /** Which of the two lists. */
  list: 'cases' | 'transmissions'
  filter: BoardFilter
  state?: CaseState | undefined
  lines: readonly BoardLine[]
  counts: { cases: number; transmissions: number }
  now: Date
  next?: string | undefined
}

const homes = { cases: '/renewals', transmissions: '/transmissions' } as const

/** The licence desk's two lists; both begin with what needs a hand. */
export function BoardView(props: BoardProps) {
  const { lang, list } = props
  const lead = list === 'cases' ? words.casesLead : words.transmissionsLead
  return (
    <Stack>
      <PageHead
        lang={lang}
        title={words[list]}
        lead={told(lead, lang)}
        actions={<Lists {...props} />}
      />
      <LivePart id="board">
        <Stack>
          <Filters {...props} />
          <Panel lang={lang} flush>
            <Lines {...props} />
          </Panel>
        </Stack>
      </LivePart>
      <Pager lang={lang} next={props.next} />
    </Stack>
  )
}

/** To the other list, with how many wait there. */
function Lists({ lang, list, counts }: BoardProps) {
  const other = list === 'cases' ? 'transmissions' : 'cases'
  return (
    <a class="button button-secondary" href={homes[other]}>
      {`${told(words[other], lang)} · ${counts[other]}`}
    </a>
  )
}

function Filters({ lang, list, filter, state, counts }: BoardProps) {
  return (
    <nav class="board-filters" aria-label={told(words.filters, lang)}>
      {boardFilters.map((each) => (
        <a
          class="button button-secondary button-small"
          href={each === 'attention' ? homes[list] : `${homes[list]}?show=${each}`}
          aria-current={each === filter && !state ? 'page' : undefined}
        >
          {told(words[each], lang)}
          {each === 'attention' && ` · ${counts[list]}`}
        </a>
      ))}
      {list === 'cases' &&
        caseStates.map((each) => (
          <a
            class="button button-quiet button-small"
            href={`${homes[list]}?state=${each}`}
            aria-current={each === state ? 'page' : undefined}
          >
            {told(caseStateWords[each], lang)}
          </a>
        ))}
    </nav>
  )
}

function Lines({ lang, list, lines, filter, now }: BoardProps) {
  const empty = filter === 'attention' ? words.nothingStuck : words.nothing
  return (
    <DataTable
      lang={lang}
      caption={words[list]}
      rows={lines}
      href={(line) =>
        list === 'cases' ? `/renewals/${line.case?.id}` : `/transmissions/${line.transmission?.id}`
      }
      empty={<EmptyState lang={lang} title={empty} icon="check" />}
      columns={[
        { label: words.person, head: true, cell: (line) => line.personName },
        { label: words.licenceClass, narrow: true, cell: (line) => line.licenceClass },
        { label: words.certificate, minor: true, cell: (line) => line.certificateNumber },
        {
          label: words.certificateState,
          narrow: true,
          cell: ({ transmission }) =>
            transmission ? <TransmissionBadge lang={lang} state={transmission.state} /> : '—',
        },
        {
          label: words.caseState,
          narrow: true,
          cell: (line) =>
            line.case ? <CaseBadge lang={lang} state={line.case.state} /> : say(words.noCase, lang),
        },
        { label: words.why, cell: (line) => <Reason lang={lang} line={line} /> },
        {
          label: words.age,
          narrow: true,
          cell: (line) => <Age lang={lang} line={line} now={now} />,
        },
        {
          label: words.deadline,
          narrow: true,
          cell: (line) => <Deadline lang={lang} line={line} now={now} />,
        },
      ]}
    />
  )
}
