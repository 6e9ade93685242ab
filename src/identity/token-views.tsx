import { fill, type Lang, say, type Text } from '../core/text.ts'
import type { Column } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { AskFirst, type Irrevocable } from './ask-first.tsx'
import { grantNamesOf } from './grant.ts'
import { grantText } from './grant-text.ts'
import { HouseListView } from './house-list-view.tsx'
import { staffWords } from './staff-words.ts'
import type { ApiToken } from './token.ts'
import { tokenWords as words } from './token-words.ts'

export const tokenShows = ['living', 'revoked', 'all'] as const
export type TokenShow = (typeof tokenShows)[number]

type TokenListProps = { lang: Lang; tokens: readonly ApiToken[]; show: TokenShow }

export function TokenListView({ lang, tokens, show }: TokenListProps) {
  return (
    <HouseListView
      lang={lang}
      title={words.title}
      lead={words.lead}
      back={{ href: '/staff', label: staffWords.title }}
      path="/tokens"
      add={words.add}
      views={words.views}
      shows={tokenShows}
      names={words}
      show={show}
      rows={tokens}
      hasEnded={({ revokedAt }) => revokedAt !== null}
      columns={columns(lang)}
      filter
      empty={<NoToken lang={lang} show={show} />}
    />
  )
}

function NoToken({ lang, show }: { lang: Lang; show: TokenShow }) {
  const [title, text]: [Text, Text?] =
    show === 'revoked' ? [words.noneRevoked] : [words.none, words.noneText]
  return <EmptyState lang={lang} icon="key" title={title} text={text} />
}

function columns(lang: Lang): Column<ApiToken>[] {
  return [
    {
      label: words.name,
      head: true,
      cell: (token) => (
        <>
          {token.name} <code class="token-ending">…{token.hint}</code>
        </>
      ),
      sort: (token) => token.name,
    },
    {
      label: words.roles,
      cell: (token) => (
        <>
          {grantNamesOf(token)
            .map((name) => grantText(name, lang))
            .join(', ')}
          {token.signsAs && (
            <span class="soft"> · {say(words.signsAs, lang, { name: token.signsAs.name })}</span>
          )}
        </>
      ),
    },
    {
      label: words.created,
      minor: true,
      cell: (token) => <InstantText lang={lang} at={token.createdAt} />,
      sort: (token) => token.createdAt.getTime(),
    },
    {
      label: words.lastUsed,
      cell: (token) =>
        token.lastUsedAt ? (
          <InstantText lang={lang} at={token.lastUsedAt} />
        ) : (
          say(words.never, lang)
        ),
      sort: (token) => token.lastUsedAt?.getTime() ?? 0,
    },
    {
      label: words.status,
      narrow: true,
      cell: (token) =>
        token.revokedAt ? (
          <StatusBadge lang={lang} state="cancelled" label={words.revoked} />
        ) : (
          <AskFirst {...revokeQuestion(lang, token)} name={token.name} small />
        ),
    },
  ]
}

export function revokeQuestion(lang: Lang, token: ApiToken): Irrevocable {
  return {
    lang,
    id: `ask-${token.id}`,
    path: `/tokens/${token.id}/revoke`,
    act: words.revoke,
    title: fill(words.revokeAsk, { name: token.name }),
    text: words.revokeText,
  }
}
