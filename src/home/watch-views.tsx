import { ageText } from '../core/duration.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { actionWords } from '../reports/action-words.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Columns, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { Desk } from './desk-views.tsx'
import type { AccountWorry, AuditDay, TokenWorry } from './watch.ts'
import { watchWords as words } from './watch-words.ts'

type Level = { level: 2 | 3 }

type AccountsProps = {
  lang: Lang
  now: Date
  accounts: readonly AccountWorry[]
  tokens: readonly TokenWorry[]
}

/** The administrator: accounts and tokens that somebody should look at. */
export function accountsDesk(props: AccountsProps): Desk {
  const { lang, accounts } = props
  const [first] = accounts
  const newAccount = {
    href: '/staff/new',
    label: say(words.newAccount, lang),
    icon: 'plus',
  } as const
  const title = accounts.length === 1 ? words.oneAccount : words.accounts
  return {
    title: say(first ? title : words.noAccounts, lang, { count: accounts.length }),
    lead: say(words.accountsLead, lang),
    act: first
      ? {
          href: `/staff/${first.staffId}`,
          label: say(words.openAccount, lang, { name: first.name }),
          icon: 'staff',
        }
      : newAccount,
    ways: [
      ...(first ? [newAccount] : []),
      { href: '/tokens', label: say(words.tokens, lang), icon: 'shield' },
    ],
    since: first?.why === 'locked' ? first.since : undefined,
    body: (level) => (
      <Columns
        main={<Accounts {...props} level={level} />}
        side={<Tokens {...props} level={level} />}
      />
    ),
  }
}

function Accounts({ lang, now, accounts, level }: AccountsProps & Level) {
  return (
    <Panel lang={lang} title={words.staff} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.staff}
        rows={accounts}
        href={({ staffId }) => `/staff/${staffId}`}
        empty={<EmptyState lang={lang} icon="check" title={words.allInOrder} />}
        columns={[
          { label: words.account, head: true, cell: ({ name }) => name },
          { label: words.username, minor: true, cell: ({ username }) => username },
          {
            label: words.why,
            cell: ({ why }) => (
              <StatusBadge
                lang={lang}
                tone={why === 'locked' ? 'bad' : 'warn'}
                label={words[why]}
              />
            ),
          },
          {
            label: words.since,
            narrow: true,
            align: 'end',
            cell: ({ since }) => say(ageText(since, now), lang),
          },
        ]}
      />
    </Panel>
  )
}

function Tokens({ lang, now, tokens, level }: AccountsProps & Level) {
  return (
    <Panel lang={lang} title={words.idleTokens} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.idleTokens}
        rows={tokens}
        href={() => '/tokens'}
        empty={<EmptyState lang={lang} icon="check" title={words.noIdleTokens} />}
        columns={[
          { label: words.token, head: true, cell: ({ name, hint }) => `${name} …${hint}` },
          {
            label: words.lastUsed,
            align: 'end',
            cell: ({ lastUsedAt }) =>
              say(lastUsedAt ? ageText(lastUsedAt, now) : words.neverUsed, lang),
          },
        ]}
      />
    </Panel>
  )
}

type AuditProps = { lang: Lang; date: string; day: AuditDay }

/** The auditor: what the log holds of today, and where somebody should look. */
export function auditDesk(props: AuditProps): Desk {
  const { lang, day, date } = props
  const refused = day.refusals.reduce((sum, { count }) => sum + count, 0)
  const entries = day.kinds.reduce((sum, { count }) => sum + count, 0)
  const title = refused === 1 ? words.oneRefused : words.refused
  const filter = refused > 0 ? `?action=staff.sign-in-refused&from=${date}` : ''
  return {
    title: say(refused > 0 ? title : words.noneRefused, lang, { count: refused }),
    lead: say(words.auditLead, lang, { count: entries }),
    act: { href: `/audit${filter}`, label: say(words.openLog, lang), icon: 'log' },
    body: (level) => <AuditBody {...props} level={level} />,
  }
}

/** Where somebody should look stands first; on a quiet day that is what was done. */
function AuditBody(props: AuditProps & Level) {
  const { refusals, mostViewed } = props.day
  if (refusals.length + mostViewed.length === 0) {
    return <Columns main={<Kinds {...props} />} side={<MostViewed {...props} />} />
  }
  return (
    <Columns
      main={
        <Stack>
          {refusals.length > 0 && <Refusals {...props} />}
          <MostViewed {...props} />
        </Stack>
      }
      side={<Kinds {...props} />}
    />
  )
}

function Kinds({ lang, day, date, level }: AuditProps & Level) {
  const kindWords: Readonly<Record<string, Text>> = actionWords
  return (
    <Panel lang={lang} title={words.kinds} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.kinds}
        rows={day.kinds}
        href={({ action }) => `/audit?${new URLSearchParams({ action, from: date })}`}
        empty={<EmptyState lang={lang} icon="log" title={words.kindsNone} />}
        columns={[
          {
            label: words.kind,
            head: true,
            cell: ({ action }) => {
              const word = Object.hasOwn(kindWords, action) ? kindWords[action] : undefined
              return word ? say(word, lang) : action
            },
          },
          { label: words.times, align: 'end', narrow: true, cell: ({ count }) => count },
        ]}
      />
    </Panel>
  )
}

function Refusals({ lang, day, date, level }: AuditProps & Level) {
  return (
    <Panel lang={lang} title={words.refusals} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.refusals}
        rows={day.refusals}
        href={({ staffId }) => `/audit?${new URLSearchParams({ subject: staffId, from: date })}`}
        columns={[
          { label: words.account, head: true, cell: ({ name }) => name },
          {
            label: words.why,
            cell: ({ locked }) =>
              locked && <StatusBadge lang={lang} tone="bad" label={words.lockedOut} />,
          },
          { label: words.times, align: 'end', narrow: true, cell: ({ count }) => count },
          {
            label: words.lastAt,
            narrow: true,
            align: 'end',
            cell: ({ lastAt }) => <InstantText lang={lang} at={lastAt} show="time" />,
          },
        ]}
      />
    </Panel>
  )
}

function MostViewed({ lang, day, date, level }: AuditProps & Level) {
  return (
    <Panel lang={lang} title={words.mostViewed} flush level={level}>
      <DataTable
        lang={lang}
        caption={words.mostViewed}
        rows={day.mostViewed}
        href={({ patientId }) =>
          `/audit?${new URLSearchParams({ subject: patientId, from: date })}`
        }
        empty={<EmptyState lang={lang} title={words.mostViewedNone} />}
        columns={[
          {
            label: words.patientId,
            head: true,
            cell: ({ patientId }) => <code>{`…${patientId.slice(-12)}`}</code>,
          },
          { label: words.views, align: 'end', narrow: true, cell: ({ views }) => views },
          { label: words.viewers, align: 'end', narrow: true, cell: ({ viewers }) => viewers },
        ]}
      />
    </Panel>
  )
}
