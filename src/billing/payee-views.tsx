import { type Lang, say } from '../core/text.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText, instantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { AccountBlock, accountText } from './payee-account-view.tsx'
import type { PayeeChange } from './payee-change.ts'
import { DecidePanel, type PayeeProps, RequestPanel } from './payee-forms.tsx'
import { payeeStateWords, payeeWords as words } from './payee-words.ts'

const tones = { requested: 'warn', approved: 'good', refused: 'bad', withdrawn: 'quiet' } as const

export function PayeeView(props: PayeeProps) {
  const { lang, changes, reader } = props
  const open = changes.find(({ state }) => state === 'requested')
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(words.lead, lang)}
        back={reader.mayRequest ? { href: '/settings', label: words.settings } : undefined}
      />
      <Stack>
        {open && <DecidePanel {...props} change={open} />}
        <Present {...props} />
        {!open && reader.mayRequest && <RequestPanel {...props} />}
        <History lang={lang} changes={changes} />
      </Stack>
    </>
  )
}

function Present({ lang, payee, configured, changes }: PayeeProps) {
  const last = changes.find(({ state }) => state === 'approved')
  return (
    <Panel lang={lang} title={words.present}>
      <AccountBlock payee={payee} />
      {configured && <p class="soft">{say(words.configured, lang)}</p>}
      {!configured && last?.decidedAt && (
        <p class="soft">
          {say(words.since, lang, {
            at: instantText(last.decidedAt, lang),
            by: last.requestedBy.name,
            approver: last.decidedBy?.name ?? '',
          })}
        </p>
      )}
      {changes.some(({ state }) => state === 'approved') && (
        <p class="field-hint">{say(words.formerHint, lang)}</p>
      )}
    </Panel>
  )
}

function History({ lang, changes }: { lang: Lang; changes: readonly PayeeChange[] }) {
  return (
    <Panel lang={lang} title={words.history} flush>
      <DataTable
        lang={lang}
        caption={words.history}
        rows={changes}
        empty={<EmptyState lang={lang} icon="log" title={words.historyNone} />}
        columns={[
          {
            label: words.to,
            head: true,
            cell: ({ to, reason }) => (
              <>
                {accountText(to)}
                <br />
                <span class="soft">{reason}</span>
              </>
            ),
          },
          {
            label: words.askedBy,
            cell: ({ requestedBy, requestedAt }) => (
              <>
                {requestedBy.name}
                <br />
                <InstantText lang={lang} at={requestedAt} />
              </>
            ),
          },
          {
            label: words.stateHead,
            cell: ({ state, decidedBy, decisionReason }) => (
              <>
                <StatusBadge lang={lang} tone={tones[state]} label={payeeStateWords[state]} />
                {decidedBy && <div class="soft">{decidedBy.name}</div>}
                {decisionReason && <div class="soft">{decisionReason}</div>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** What every home says while a change waits and for days after it was made. */
export function PayeeAnnouncement(props: { lang: Lang; change: PayeeChange; mayOpen: boolean }) {
  const { lang, change, mayOpen } = props
  const asked = change.state === 'requested'
  const at = instantText(
    asked ? change.requestedAt : (change.decidedAt ?? change.requestedAt),
    lang,
  )
  const fields = {
    at,
    by: change.requestedBy.name,
    approver: change.decidedBy?.name ?? '',
    to: accountText(change.to),
    from: accountText(change.from),
  }
  return (
    <Notice lang={lang} kind="warn" title={asked ? words.announceAsked : words.announceChanged}>
      <p>{say(asked ? words.announceAskedText : words.announceChangedText, lang, fields)}</p>
      {mayOpen && (
        <p>
          <a href="/settings/payee">{say(words.announceLink, lang)}</a>
        </p>
      )}
    </Notice>
  )
}
