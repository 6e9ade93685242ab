import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { DomainError } from '../core/errors.ts'
import { say } from '../core/text.ts'
import type { AppContext } from './context.ts'
import { errorWords, failureOf } from './error-words.ts'
import { page } from './page.tsx'
import { LinkButton } from './pieces/button.tsx'
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

function Ways({ c, status }: { c: AppContext; status: number }) {
  const lang = c.get('lang') ?? 'vi'
  const { pathname, search } = new URL(c.req.url)
  const again = c.req.method === 'GET' && (status >= 500 || status === 429)
  return (
    <p class="row">
      {again && (
        <LinkButton variant="primary" href={pathname + search}>
          {say(errorWords.again, lang)}
        </LinkButton>
      )}
      {status === 401 ? (
        <LinkButton variant="primary" href="/sign-in">
          {say(errorWords.signIn, lang)}
        </LinkButton>
      ) : (
        <LinkButton href="/">{say(errorWords.home, lang)}</LinkButton>
      )}
    </p>
  )
}
