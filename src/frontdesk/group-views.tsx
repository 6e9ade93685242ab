import { type CalendarDate, clockTimeOf } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { DateText, InstantText, instantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { type Figure, Stats } from '../web/pieces/stat.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { countOf, type Group, type GroupMember, type GroupRow } from './group.ts'
import { BookingPanel } from './group-booking-views.tsx'
import type { ListHead } from './group-list.ts'
import { ListsPanel, UploadPanel } from './group-upload-views.tsx'
import { groupWords as words } from './group-words.ts'
import { stateWord } from './visit-views.tsx'

export function GroupListView(props: { lang: Lang; groups: readonly GroupRow[]; mayAdd: boolean }) {
  const { lang, groups } = props
  const add = props.mayAdd && (
    <LinkButton lang={lang} href="/groups/new" variant="primary" icon="plus" shortcut="n">
      {say(words.newGroup, lang)}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        lang={lang}
        title={words.groups}
        lead={say(words.groupsLead, lang)}
        actions={groups.length > 0 && add}
      />
      <LivePart id="groups">
        <Panel lang={lang} flush>
          <DataTable
            lang={lang}
            caption={words.groups}
            rows={groups}
            href={({ id }) => `/groups/${id}`}
            columns={groupColumns(lang)}
            empty={
              <EmptyState lang={lang} icon="staff" title={words.noGroups} text={words.noGroupsText}>
                {add}
              </EmptyState>
            }
          />
        </Panel>
      </LivePart>
    </>
  )
}

function groupColumns(lang: Lang): Column<GroupRow>[] {
  return [
    { label: words.name, head: true, cell: ({ name }) => name },
    { label: words.count, align: 'end', cell: ({ members }) => members },
    { label: words.came, align: 'end', cell: ({ came }) => came },
    { label: words.done, align: 'end', cell: ({ done }) => done },
    { label: words.created, cell: ({ createdAt }) => <InstantText lang={lang} at={createdAt} /> },
    {
      label: words.state,
      narrow: true,
      cell: ({ closedAt }) => <OpenBadge lang={lang} closed={closedAt !== null} />,
    },
  ]
}

function OpenBadge({ lang, closed }: { lang: Lang; closed: boolean }) {
  return (
    <StatusBadge
      lang={lang}
      tone={closed ? 'quiet' : 'info'}
      label={closed ? words.closed : words.open}
    />
  )
}

/** What was typed into one of the page's forms, and why it came back. */
export type RefusedAct = {
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

export type GroupProps = {
  lang: Lang
  group: Group
  members: readonly GroupMember[]
  lists: readonly ListHead[]
  once: string
  today: CalendarDate
  refused?: RefusedAct | undefined
  may: { register: boolean; book: boolean; seeMoney: boolean; bill: boolean }
}

export function GroupView(props: GroupProps) {
  const { lang, group, members, may } = props
  const contact = [group.contactName, group.contactPhone].filter(Boolean).join(' · ')
  const closed = group.closedAt !== undefined
  return (
    <>
      <PageHead
        lang={lang}
        title={group.name}
        lead={contact || undefined}
        badge={<OpenBadge lang={lang} closed={closed} />}
        back={{ href: '/groups', label: words.back }}
        actions={<GroupActions {...props} />}
      />
      <Stack>
        {members.length > 0 && (
          <LivePart id="figures">
            <Stats lang={lang} figures={figures(props)} />
          </LivePart>
        )}
        {may.register && !closed && <UploadPanel {...props} />}
        {may.book && !closed && <BookingPanel {...props} />}
        <LivePart id="members">
          <Panel lang={lang} title={words.members} flush>
            <DataTable
              lang={lang}
              caption={words.members}
              rows={members}
              filter={members.length > 10}
              href={({ visitId, patientId }) =>
                visitId ? `/visits/${visitId}` : `/patients/${patientId}`
              }
              columns={memberColumns(props)}
              empty={
                <EmptyState
                  lang={lang}
                  icon="upload"
                  title={words.noMembers}
                  text={words.noMembersText}
                />
              }
            />
          </Panel>
        </LivePart>
        {may.register && <ListsPanel {...props} />}
      </Stack>
    </>
  )
}

function GroupActions({ lang, group, members, may, once }: GroupProps) {
  const closed = group.closedAt !== undefined
  return (
    <>
      {may.register && (
        <form method="post" action={`/groups/${group.id}/closing`}>
          <input type="hidden" name="_once" value={`${once}-closing`} />
          <input type="hidden" name="closed" value={String(!closed)} />
          <Button lang={lang} variant="quiet">
            {say(closed ? words.reopen : words.close, lang)}
          </Button>
        </form>
      )}
      {may.seeMoney && members.length > 0 && (
        <LinkButton
          lang={lang}
          href={`/groups/${group.id}/bills`}
          icon="bill"
          shortcut="p"
          variant={may.bill ? 'primary' : 'secondary'}
        >
          {say(words.bill, lang)}
        </LinkButton>
      )}
    </>
  )
}

function figures({ lang, members, may }: GroupProps): Figure[] {
  const { all, came, done, billed, total, paid } = countOf(members)
  const note = { vi: say(words.ofAll, 'vi', { all }), en: say(words.ofAll, 'en', { all }) }
  return [
    { label: words.count, value: all },
    { label: words.came, value: came, note },
    { label: words.done, value: done, note },
    ...(may.seeMoney
      ? [
          { label: words.billed, value: billed, note },
          {
            label: words.sum,
            value: amountText(total, lang),
            note: say(words.paidOf, lang, { paid: amountText(paid, lang) }),
          },
        ]
      : []),
  ]
}

function memberColumns({ lang, may }: GroupProps): Column<GroupMember>[] {
  return [
    { label: words.person, head: true, cell: ({ name }) => name, sort: ({ name }) => name },
    {
      label: words.birthDate,
      cell: ({ birthDate }) => <DateText lang={lang} date={birthDate} />,
      minor: true,
    },
    { label: words.licenceClass, narrow: true, cell: ({ licenceClass }) => licenceClass },
    { label: words.purpose, minor: true, cell: ({ purpose }) => say(stateWord(purpose), lang) },
    {
      label: words.state,
      sort: ({ cameAt }) => cameAt?.getTime() ?? 0,
      cell: (member) => <Standing lang={lang} member={member} />,
    },
    ...(may.seeMoney
      ? [
          {
            label: words.bill,
            align: 'end' as const,
            cell: ({ bill }: GroupMember) =>
              bill ? <a href={`/bills/${bill.id}`}>{amountText(bill.total, lang)}</a> : '—',
          },
        ]
      : []),
  ]
}

function Standing({ lang, member }: { lang: Lang; member: GroupMember }) {
  const { visitState, expectedAt, cameAt, doneAt } = member
  if (!visitState) {
    const label = expectedAt
      ? say(words.expected, lang, { at: instantText(expectedAt, lang) })
      : say(words.awaited, lang)
    return <StatusBadge lang={lang} tone="quiet" label={label} />
  }
  const done = doneAt && visitState === 'finished'
  const at = done ? doneAt : cameAt
  const label = at
    ? say(done ? words.doneAt : words.cameAt, lang, { at: clockTimeOf(at) })
    : say(stateWord(visitState), lang)
  return <StatusBadge lang={lang} state={visitState} label={label} />
}
