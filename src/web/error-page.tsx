import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { DomainError } from '../core/errors.ts'
import { say, type Text } from '../core/text.ts'
import { type AppContext, actorOf, cameFrom } from './context.ts'
import { errorWords, failureOf } from './error-words.ts'
import { page } from './page.tsx'
import { LinkButton } from './pieces/button.tsx'
import { Icon, type IconName } from './pieces/icon.tsx'
import { PageHead } from './pieces/panel.tsx'

type Failure = { status: ContentfulStatusCode; error: DomainError }

/**
 * What happened, what is safe, what to do. Drawn from the request alone, so that it also stands when
 * the database does not.
 */
export function errorPage(c: AppContext, { status, error }: Failure): Promise<Response> {
  const lang = c.get('lang') ?? 'vi'
  const failure = failureOf(status)
  const requestId = status >= 500 ? c.get('requestId') : undefined
  return page(
    c,
    { title: failure.title, status, width: 'narrow' },
    <article class="failure">
      <span class="failure-mark">
        <Icon name={markOf(status)} large />
      </span>
      <PageHead lang={lang} title={failure.title} lead={say(error.detail, lang)} />
      {error.errors.length > 0 && (
        <ul>
          {error.errors.map(({ message }) => (
            <li>{say(message, lang)}</li>
          ))}
        </ul>
      )}
      <dl class="failure-facts">
        <dt>{say(errorWords.safe, lang)}</dt>
        <dd>{say(failure.safe, lang)}</dd>
        <dt>{say(errorWords.todo, lang)}</dt>
        <dd>{say(failure.todo, lang)}</dd>
        {requestId && (
          <>
            <dt>{say(errorWords.requestId, lang)}</dt>
            <dd>
              <code>{requestId}</code>
            </dd>
          </>
        )}
      </dl>
      <Ways c={c} status={status} />
    </article>,
  )
}

function markOf(status: number): IconName {
  if (status === 404) return 'search'
  if (status === 401 || status === 403) return 'key'
  return status >= 500 || status === 429 ? 'clock' : 'alert'
}

/** What helps from here: the way that is likeliest to be wanted stands first. */
function Ways({ c, status }: { c: AppContext; status: number }) {
  const lang = c.get('lang') ?? 'vi'
  const ways = waysFrom(c, status)
  return (
    <p class="row">
      {ways.map(({ href, label }, index) => (
        <LinkButton variant={index === 0 ? 'primary' : 'secondary'} href={href}>
          {say(label, lang)}
        </LinkButton>
      ))}
    </p>
  )
}

type Way = { href: string; label: Text }

function waysFrom(c: AppContext, status: number): Way[] {
  const { pathname, search } = new URL(c.req.url)
  const home = { href: '/', label: errorWords.home }
  const again = { href: pathname + search, label: errorWords.again }
  const signIn = { href: '/sign-in', label: errorWords.signIn }
  const form = c.req.method === 'GET' ? undefined : cameFrom(c)
  const back = form && { href: form.pathname + form.search, label: errorWords.backToForm }
  const passing = c.req.method === 'GET' && (status >= 500 || status === 429)
  if (status === 401) return [signIn]
  if (passing) return [again, home]
  if (back) return [back, home]
  if (!actorOf(c)) return [signIn]
  return status === 404 ? [home, { href: '/find', label: errorWords.find }] : [home]
}
