import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import type { Column } from '../web/pieces/data-table.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { grantNamesOf } from './grant.ts'
import { grantText } from './grant-text.ts'
import { HouseListView } from './house-list-view.tsx'
import type { Staff } from './staff.ts'
import { staffWords as words } from './staff-words.ts'

export const staffShows = ['active', 'disabled', 'all'] as const
export type StaffShow = (typeof staffShows)[number]

type StaffListProps = { lang: Lang; staff: readonly Staff[]; show: StaffShow }

export function StaffListView({ lang, staff, show }: StaffListProps) {
  return (
    <HouseListView
      lang={lang}
      title={words.title}
      path="/staff"
      add={words.add}
      views={words.views}
      shows={staffShows}
      names={words}
      show={show}
      rows={staff}
      hasEnded={({ disabledAt }) => disabledAt !== null}
      columns={columns(lang, show)}
      href={({ id }) => `/staff/${id}`}
      filter={words.filter}
      empty={
        <EmptyState
          lang={lang}
          icon="staff"
          title={words.noneDisabled}
          text={words.noneDisabledText}
        />
      }
    >
      <p>
        <LinkButton lang={lang} href="/devices" icon="qr" variant="quiet" small>
          {say(words.devices, lang)}
        </LinkButton>
        <LinkButton lang={lang} href="/tokens" icon="key" variant="quiet" small>
          {say(words.tokens, lang)}
        </LinkButton>
      </p>
    </HouseListView>
  )
}

function columns(lang: Lang, show: StaffShow): Column<Staff>[] {
  const status: Column<Staff> = {
    label: words.status,
    narrow: true,
    cell: (person) => <StaffStatus lang={lang} person={person} />,
    sort: (person) => Number(person.disabledAt ?? 0),
  }
  return [
    {
      label: words.fullName,
      head: true,
      cell: (person) => person.name,
      sort: (person) => person.name,
    },
    {
      label: words.username,
      cell: (person) => person.username,
      sort: (person) => person.username,
    },
    {
      label: words.roles,
      cell: (person) => grantList(person, lang),
      sort: (person) => grantList(person, lang),
    },
    {
      label: words.registrationShort,
      minor: true,
      cell: (person) => person.doctorRegistration ?? '—',
    },
    ...(show === 'all' ? [status] : []),
  ]
}

/** Being in use is the rule and quiet; what is not, stands out. */
export function StaffStatus({ lang, person }: { lang: Lang; person: Staff }) {
  if (person.disabledAt) {
    return <StatusBadge lang={lang} tone="bad" label={words.disabled} />
  }
  return <span class="soft">{say(words.active, lang)}</span>
}

export function grantList(person: Staff, lang: Lang): string {
  return grantNamesOf(person)
    .map((name) => grantText(name, lang))
    .join(', ')
}
