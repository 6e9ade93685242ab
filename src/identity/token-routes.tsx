import type { Hono } from 'hono'
import { DomainError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { say } from '../core/text.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import { AskFirstView } from './ask-first.tsx'
import { grantNames } from './grant.ts'
import { grantField } from './grant-fields.tsx'
import { NewTokenView } from './new-token-view.tsx'
import { OnceView } from './once-view.tsx'
import { decideToken, type NewToken } from './token.ts'
import { createToken, revokeToken } from './token-commands.ts'
import { findToken, listTokens } from './token-repository.ts'
import { revokeQuestion, TokenListView, tokenShows } from './token-views.tsx'
import { tokenWords as words } from './token-words.ts'

export function tokenRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('staff:manage')
  app.get('/tokens', manager, showTokens)
  app.get('/tokens/new', manager, (c) => newTokenPage(c))
  app.post('/tokens', manager, postToken)
  app.get('/tokens/:id/revoke', manager, askToRevoke)
  app.post('/tokens/:id/revoke', manager, postRevoke)
  return app
}

async function showTokens(c: AppContext): Promise<Response> {
  const tokens = await listTokens(c.get('deps').database, c.get('actor').facilityId)
  const show = tokenShows.find((each) => each === c.req.query('show')) ?? 'living'
  const said = saidIn(c, { revoked: { text: words.saidRevoked } })
  const view = <TokenListView lang={c.get('lang')} tokens={tokens} show={show} />
  return page(c, { title: words.title, section: '/staff', width: 'wide', said }, view)
}

function newTokenPage(c: AppContext, values?: NewToken, failed?: DomainError) {
  const back = values && failed ? { values, errors: failed.errors } : {}
  const view = <NewTokenView lang={c.get('lang')} {...back} />
  return page(c, { status: failed ? 422 : 200, title: words.add, section: '/staff' }, view)
}

/** Answered at once and not by a redirect: the token is kept nowhere that a GET could find it. */
async function postToken(c: AppContext): Promise<Response> {
  const body = await c.req.parseBody()
  const input: NewToken = {
    name: typeof body.name === 'string' ? body.name : '',
    grants: grantNames.filter((name) => body[grantField(name)] !== undefined),
  }
  try {
    const decided = decideToken(input)
    const { token } = await createToken(c.get('deps'), c.get('actor'), decided)
    return tokenPage(c, decided.name, token)
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return newTokenPage(c, input, error)
  }
}

function tokenPage(c: AppContext, name: string, token: string): Promise<Response> {
  const lang = c.get('lang')
  const view = (
    <OnceView
      lang={lang}
      title={words.madeTitle}
      of={say(words.madeFor, lang, { name })}
      secret={token}
      hint={words.madeHint}
      copy={words.copy}
      done={{ href: '/tokens', label: words.done }}
    />
  )
  return page(c, { title: words.madeTitle, section: '/staff' }, view)
}

async function askToRevoke(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aToken)
  const token = await findToken(c.get('deps').database, c.get('actor').facilityId, id)
  if (!token) throw notFound(words.aToken)
  const back = { href: '/tokens', label: words.back }
  const view = (
    <AskFirstView {...revokeQuestion(c.get('lang'), token)} back={back} cancel={words.cancel} />
  )
  return page(c, { title: words.revoke, section: '/staff', width: 'narrow' }, view)
}

function postRevoke(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aToken)
  return redirectAfter(c, {
    run: (deps) => revokeToken(deps, c.get('actor'), id),
    to: () => '/tokens?said=revoked',
  })
}
