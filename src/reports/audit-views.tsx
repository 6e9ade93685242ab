import type { Actor } from '../core/actor.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { told } from '../web/pieces/label.ts'
import { Pager } from '../web/pieces/pager.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'
import { actionKinds } from './action-kind.ts'
import { actionWords, subjectWords } from './action-words.ts'
import { EntryFacts, EntryIds } from './audit-detail-views.tsx'
import { type AuditEntry, type AuditPerson, addressFor } from './audit-entry.ts'
import { AuditFilters } from './audit-filter-views.tsx'
import { words } from './words.ts'

export type AuditProps = {
  lang: Lang
  actor: Actor
  people: readonly AuditPerson[]
  /** The filter as it was asked for, valid or not. */
  asked: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  entries: readonly AuditEntry[]
  next: string | undefined
}

export function AuditView(props: AuditProps) {
  const { lang, asked, errors, next } = props
  return (
    <>
      <PageHead lang={lang} title={words.audit} lead={say(words.lead, lang)} />
      <Stack>
        <KindTabs {...props} />
        <AuditFilters {...props} />
        {errors.length === 0 && (
          <Panel lang={lang} flush>
            <Entries {...props} />
          </Panel>
        )}
        <Pager lang={lang} next={next && addressOf({ ...asked, before: next })} />
      </Stack>
    </>
  )
}

/** The same question of one kind of act; every other filter stays. */
function KindTabs({ lang, asked }: AuditProps) {
  const { kind: current = '', before: _, action: __, ...kept } = asked
  const all = { href: addressOf(kept), label: words.anything, current: current === '' }
  return (
    <Tabs
      lang={lang}
      label={words.kinds}
      tabs={[
        all,
        ...actionKinds.map((kind) => ({
          href: addressOf({ ...kept, kind }),
          label: words[kind],
          current: current === kind,
        })),
      ]}
    />
  )
}

/** Only what the filter knows goes on into the next address. */
function addressOf(asked: Readonly<Record<string, string>>): string {
  const known = ['who', 'kind', 'action', 'subject', 'from', 'to', 'before']
  const kept = known.flatMap((name) =>
    asked[name] ? [[name, asked[name]] as [string, string]] : [],
  )
  return kept.length > 0 ? `/audit?${new URLSearchParams(kept)}` : '/audit'
}

function Entries(props: AuditProps) {
  const { lang, entries } = props
  return (
    <DataTable
      lang={lang}
      caption={words.audit}
      rows={entries}
      rowId={({ id }) => `entry-${id}`}
      empty={<EmptyState lang={lang} icon="log" title={words.none} text={words.noneText} />}
      columns={[
        { label: words.at, narrow: true, cell: ({ at }) => <InstantText lang={lang} at={at} /> },
        { label: words.who, narrow: true, cell: (entry) => <Who lang={lang} entry={entry} /> },
        {
          label: words.action,
          head: true,
          cell: (entry) => (
            <>
              {labelOf(actionWords, entry.action, lang)} <EntryFacts lang={lang} entry={entry} />
            </>
          ),
        },
        { label: words.about, cell: (entry) => <Subject {...props} entry={entry} /> },
        {
          label: words.detail,
          narrow: true,
          cell: (entry) => <EntryIds lang={lang} entry={entry} />,
        },
      ]}
    />
  )
}

function Who({ lang, entry: { actorKind, actorName } }: { lang: Lang; entry: AuditEntry }) {
  if (actorName === null) return <>{say(words.patient, lang)}</>
  if (actorKind === 'staff') return <>{actorName}</>
  if (actorKind !== 'service') return <>{say(words.systemNamed, lang, { name: actorName })}</>
  return (
    <>
      {actorName} <span class="audit-facts">{say(words.program, lang)}</span>
    </>
  )
}

/** A person by the end of their id alone; an account by its name. */
function Subject({ lang, actor, people, entry }: AuditProps & { entry: AuditEntry }) {
  const { subjectType, subjectId } = entry
  const account = people.find(({ id }) => id === subjectId)
  const address = addressFor(actor, entry)
  return (
    <span class="audit-subject">
      <span>{labelOf(subjectWords, subjectType, lang)}</span>
      {subjectType !== 'audit' && (
        <a href={`/audit?subject=${encodeURIComponent(subjectId)}`}>
          {account ? account.name : `…${subjectId.slice(-8)}`}
        </a>
      )}
      {address && <a href={address}>{say(words.open, lang)}</a>}
    </span>
  )
}

/** A name that the table does not know, from a later version, is shown as it stands. */
function labelOf(
  table: Readonly<Record<string, Parameters<typeof told>[0]>>,
  name: string,
  lang: Lang,
) {
  const label = Object.hasOwn(table, name) ? table[name] : undefined
  return label ? told(label, lang) : name
}
