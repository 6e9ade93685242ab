import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Form } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Pager } from '../web/pieces/pager.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'
import {
  type BoardCounts,
  type BoardFilter,
  type BoardLine,
  boardFilters,
  countsDown,
  stoodSince,
} from './board.ts'
import { deskWords as words } from './desk-words.ts'
import { Age, CaseBadge, Deadline, Reason, reasonText, TransmissionBadge } from './line-views.tsx'
import { type CaseState, caseStates } from './renewal-case.ts'
import { caseStateWords } from './state-words.ts'

export type BoardProps = {
  lang: Lang
  /** Which of the two lists. */
  list: 'cases' | 'transmissions'
  filter: BoardFilter
  state?: CaseState | undefined
  lines: readonly BoardLine[]
  counts: BoardCounts
  /** How many need a hand in the other list. */
  elsewhere: number
  now: Date
  next?: string | undefined
  /** Whom what waits here would leave for. */
  connected: { gateway: boolean; authority: boolean }
}

const homes = { cases: '/renewals', transmissions: '/transmissions' } as const

/** The licence desk's two lists; both begin with what needs a hand. */
export function BoardView(props: BoardProps) {
  const { lang, list } = props
  const lead = list === 'cases' ? words.casesLead : words.transmissionsLead
  return (
    <Stack>
      <LivePart id="board-head">
        <PageHead
          lang={lang}
          title={words[list]}
          lead={told(lead, lang)}
          actions={<OtherList {...props} />}
        />
      </LivePart>
      <NotConnected {...props} />
      <div class="board-tools">
        <LivePart id="board-tabs">
          <Filters {...props} />
        </LivePart>
        {list === 'cases' && props.filter !== 'attention' && <StateFilter {...props} />}
      </div>
      <LivePart id="board">
        <Panel lang={lang} flush id="board">
          <Lines {...props} />
        </Panel>
      </LivePart>
      <Pager lang={lang} next={props.next} />
    </Stack>
  )
}

/** Why nothing moves, where that is so. */
function NotConnected({ lang, connected }: BoardProps) {
  const { gateway, authority } = connected
  if (gateway && authority) return null
  return (
    <Notice lang={lang} kind="warn" title={words.notConnectedTitle}>
      {!gateway && <p>{say(words.gatewayOff, lang)}</p>}
      {!authority && <p>{say(words.authorityOff, lang)}</p>}
      <p>{say(words.askAdministrator, lang)}</p>
    </Notice>
  )
}

/** To the other list, with how many wait there. */
function OtherList({ lang, list, elsewhere }: BoardProps) {
  const other = list === 'cases' ? 'transmissions' : 'cases'
  return (
    <LinkButton lang={lang} href={homes[other]} shortcut="o">
      {told(words[other], lang)}
      {elsewhere > 0 && <span class="tab-count">{elsewhere}</span>}
    </LinkButton>
  )
}

function Filters({ lang, list, filter, state, counts }: BoardProps) {
  return (
    <Tabs
      lang={lang}
      label={words.filters}
      tabs={boardFilters.map((each) => ({
        href: each === 'attention' ? homes[list] : `${homes[list]}?show=${each}`,
        label: words[each],
        count: counts[each],
        current: each === filter && !state,
      }))}
    />
  )
}

function StateFilter({ lang, state }: BoardProps) {
  return (
    <Form lang={lang} method="get" action="/renewals" class="board-state" label={words.filters}>
      <input type="hidden" name="show" value="all" />
      <Select
        lang={lang}
        name="state"
        label={words.state}
        value={state ?? ''}
        blank={false}
        options={[
          { value: '', label: words.anyState },
          ...caseStates.map((value) => ({ value, label: caseStateWords[value] })),
        ]}
      />
      <Button lang={lang}>{say(words.show, lang)}</Button>
    </Form>
  )
}

function Lines(props: BoardProps) {
  const { lang, list, lines, filter } = props
  const attention = filter === 'attention'
  return (
    <DataTable
      lang={lang}
      caption={words[list]}
      rows={lines}
      // A page of a longer list would be put in an order that is not the list's.
      columns={props.next ? columnsOf(props).map(({ sort: _, ...rest }) => rest) : columnsOf(props)}
      href={(line) =>
        list === 'cases' ? `/renewals/${line.case?.id}` : `/transmissions/${line.transmission?.id}`
      }
      empty={
        <EmptyState
          lang={lang}
          icon={attention ? 'check' : 'licence'}
          title={attention ? words.nothingStuck : words.nothing}
          text={attention ? words.nothingStuckText : words.nothingText}
        />
      }
    />
  )
}

function columnsOf({ lang, list, now }: BoardProps): Column<BoardLine>[] {
  // The list of certificates speaks of certificates: the case has its own.
  const own = (line: BoardLine) =>
    list === 'cases' || countsDown(line) ? line : { ...line, case: undefined }
  const since = (line: BoardLine) => stoodSince(own(line))?.getTime() ?? Number.MAX_SAFE_INTEGER
  const due = (line: BoardLine) =>
    countsDown(line) && line.transmission
      ? line.transmission.dueAt.getTime()
      : Number.MAX_SAFE_INTEGER
  const certificate: Column<BoardLine> = {
    label: words.certificateState,
    narrow: true,
    cell: ({ transmission }) =>
      transmission && <TransmissionBadge lang={lang} state={transmission.state} />,
    sort: ({ transmission }) => transmission?.state ?? '',
  }
  const renewal: Column<BoardLine> = {
    label: words.caseState,
    narrow: true,
    cell: (line) =>
      line.case ? (
        <CaseBadge lang={lang} state={line.case.state} />
      ) : (
        <span class="board-none">{say(words.noCase, lang)}</span>
      ),
    sort: (line) => (line.case ? caseStates.indexOf(line.case.state) : -1),
  }
  return [
    {
      label: words.person,
      head: true,
      cell: (line) => line.personName,
      sort: (line) => lastNameFirst(line.personName),
    },
    ...(list === 'cases'
      ? [classColumn, renewal, certificate]
      : [numberColumn, certificate, renewal]),
    {
      label: words.why,
      cell: (line) => <Reason lang={lang} line={own(line)} />,
      sort: (line) => reasonText(own(line), lang),
    },
    {
      label: words.age,
      narrow: true,
      cell: (line) => <Age lang={lang} line={own(line)} now={now} />,
      sort: since,
    },
    {
      label: words.deadline,
      narrow: true,
      cell: (line) => <Deadline lang={lang} line={line} now={now} />,
      sort: due,
    },
  ]
}

const classColumn: Column<BoardLine> = {
  label: words.licenceClass,
  narrow: true,
  cell: (line) => line.licenceClass,
}

const numberColumn: Column<BoardLine> = {
  label: words.certificate,
  narrow: true,
  minor: true,
  cell: (line) => <span class="certificate-number">{line.certificateNumber}</span>,
  sort: (line) => line.certificateNumber,
}

/** Vietnamese lists go by the given name, which stands last. */
function lastNameFirst(name: string): string {
  const parts = name.split(' ')
  return [parts.pop(), ...parts].join(' ')
}
