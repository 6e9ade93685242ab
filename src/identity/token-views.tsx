import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Form } from '../web/pieces/form.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { grantNamesOf } from './grant.ts'
import { grantText } from './grant-text.ts'
import type { ApiToken } from './token.ts'
import { words } from './words.ts'

export function TokenListView({ lang, tokens }: { lang: Lang; tokens: readonly ApiToken[] }) {
  return (
    <>
      <PageHead
        lang={lang}
        title={words.tokensTitle}
        lead={say(words.tokensHint, lang)}
        back={{ href: '/staff', label: words.backToStaff }}
      />
      <Panel lang={lang} flush>
        <DataTable
          lang={lang}
          caption={words.tokensTitle}
          rows={tokens}
          empty={<EmptyState lang={lang} title={words.tokensNone} />}
          columns={[
            { label: words.tokenName, head: true, cell: (token) => token.name },
            { label: words.tokenHint, narrow: true, cell: (token) => <code>…{token.hint}</code> },
            {
              label: words.rolesLabel,
              cell: (token) =>
                grantNamesOf(token)
                  .map((name) => grantText(name, lang))
                  .join(', '),
            },
            { label: words.tokenSigns, minor: true, cell: (token) => token.signsAs?.name ?? '—' },
            {
              label: words.lastUsed,
              minor: true,
              cell: (token) =>
                token.lastUsedAt ? (
                  <InstantText lang={lang} at={token.lastUsedAt} />
                ) : (
                  say(words.never, lang)
                ),
            },
            {
              label: words.status,
              narrow: true,
              cell: (token) =>
                token.revokedAt ? (
                  <StatusBadge lang={lang} state="cancelled" label={words.revoked} />
                ) : (
                  <Revoke lang={lang} token={token} />
                ),
            },
          ]}
        />
      </Panel>
    </>
  )
}

function Revoke({ lang, token }: { lang: Lang; token: ApiToken }) {
  return (
    <Form
      lang={lang}
      action={`/tokens/${token.id}/revoke`}
      label={`${say(words.revoke, lang)}: ${token.name}`}
    >
      <Button lang={lang} small variant="danger">
        {say(words.revoke, lang)}
      </Button>
    </Form>
  )
}
