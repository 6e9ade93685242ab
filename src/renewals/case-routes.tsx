import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { type Lang, say } from '../core/text.ts'
import { schemeTold } from '../exams/held-licence.ts'
import { recordView } from '../platform/publish.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import type { Said } from '../web/pieces/said.tsx'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { parseOrRefuse } from '../web/validation.ts'
import { act, orAgain } from './act-routes.tsx'
import type { Refused } from './act-views.tsx'
import { asks } from './ask-routes.tsx'
import { findCaseLine } from './board-repository.ts'
import {
  completeCase,
  holdCase,
  refreshCase,
  releaseCase,
  resubmitCase,
  withdrawCase,
} from './case-commands.ts'
import { loadCompleteness, type Supplied } from './case-repository.ts'
import { CaseView } from './case-views.tsx'
import { deskWords } from './desk-words.ts'
import { type CaseWithHistory, findCaseWithHistory } from './listing-repository.ts'
import { type HoldReason, holdReasons } from './renewal-case.ts'
import { supplyForm } from './supply-schema.ts'
import { words } from './words.ts'

export function caseRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const desk = allow('renewal:manage')
  const [askWithdraw, askResubmit] = [asks('withdraw', nameOf), asks('resubmit', nameOf)]
  app.get('/renewals/:id', allow('renewal:read'), (c) => showCase(c))
  app.get('/renewals/:id/withdraw', desk, (c) => askWithdraw(c))
  app.get('/renewals/:id/resubmit', desk, (c) => askResubmit(c))
  app.post('/renewals/:id/hold', desk, (c) => act(c, showCase, holdCase))
  app.post('/renewals/:id/release', desk, (c) => act(c, showCase, releaseCase))
  app.post('/renewals/:id/resubmit', desk, (c) => act(c, askResubmit, resubmitCase))
  app.post('/renewals/:id/withdraw', desk, (c) => act(c, askWithdraw, withdrawCase))
  app.post('/renewals/:id/refresh', desk, (c) =>
    act(c, showCase, (deps, actor, { id }) => refreshCase(deps, actor, id)),
  )
  app.post('/renewals/:id/data', desk, postData)
  return app
}

/** Whose case it is. */
async function nameOf(c: AppContext, id: string): Promise<string> {
  const line = await findCaseLine(c.get('deps').database, c.get('actor').facilityId, id)
  if (!line) throw notFound(words.aCase)
  return line.personName
}

async function showCase(c: AppContext, refused?: Refused): Promise<Response> {
  const deps = c.get('deps')
  const actor = c.get('actor')
  const id = requireId(c.req.param('id') ?? '', words.aCase)
  const [line, found] = await Promise.all([
    findCaseLine(deps.database, actor.facilityId, id),
    findCaseWithHistory(deps.database, actor.facilityId, id),
  ])
  if (!line?.case || !found) throw notFound(words.aCase)
  const { case: shown, patientId } = line
  const known = await loadCompleteness(deps.database, id)
  await recordView(deps, actor, {
    action: 'renewal-case.viewed',
    subjectType: 'renewal-case',
    subjectId: id,
    patientId,
  })
  return page(
    c,
    {
      title: deskWords.caseTitle,
      status: refused ? 422 : 200,
      width: 'wide',
      live: [`case:${id}`, `exam:${line.examId}`],
      said: saidIn(c, caseSayings(found, c.get('lang'))),
    },
    <CaseView
      lang={c.get('lang')}
      line={{ ...line, case: shown }}
      patientId={patientId}
      heldLicence={known.heldLicence}
      delivery={known.delivery ?? { method: 'collect' }}
      history={found.history.map((step) => ({ ...step, at: new Date(step.at) }))}
      mayManage={may(actor, 'renewal:manage')}
      opens={{ exam: may(actor, 'exam:read'), patient: may(actor, 'patient:read') }}
      sent={found.case.attempts > 0}
      now={deps.clock.now()}
      once={deps.clock.id()}
      refused={refused}
    />,
  )
}

/** Adds what the dossier lacks: the form's fields depend on what is missing. */
async function postData(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aCase)
  const typed = await formOf(c)
  return orAgain(c, typed, showCase, async () => {
    const found = await findCaseWithHistory(c.get('deps').database, c.get('actor').facilityId, id)
    if (!found) throw notFound(words.aCase)
    const supplied = suppliedBy(typed, found.case.missing)
    return redirectAfter(c, {
      run: (deps) => completeCase(deps, c.get('actor'), { id, supplied }),
      to: () => `/renewals/${id}?said=data`,
    })
  })
}

function suppliedBy(typed: Record<string, string>, missing: readonly string[]): Supplied {
  const { licence, delivery } = supplyForm(missing)
  return {
    ...(licence && {
      heldLicence: parseOrRefuse(licence, { ...typed, scheme: schemeTold(typed) }),
    }),
    ...(delivery && { delivery: { method: 'post', ...parseOrRefuse(delivery, typed) } }),
  }
}

/** What was just done to a case, by the act's name, with its way back while there is one. */
function caseSayings(found: CaseWithHistory, lang: Lang): Record<string, Said | undefined> {
  const { id, state, holdReason } = found.case
  const at = `/renewals/${id}`
  const held = state === 'on-hold' && holdReason === 'manual'
  const answered = found.history.at(-2)?.state === 'on-hold' && heldFor(found) === 'supplement'
  return {
    hold: held
      ? {
          text: deskWords.saidHeld,
          undo: { action: `${at}/release`, fields: { reason: say(deskWords.undoneHold, lang) } },
        }
      : undefined,
    release: {
      text: answered ? deskWords.saidAnswered : deskWords.saidReleased,
      // Once it has left the house nothing calls it back.
      undo:
        state === 'ready'
          ? {
              action: `${at}/hold`,
              fields: { reason: say(deskWords.undoneRelease, lang), again: heldFor(found) },
            }
          : undefined,
    },
    withdraw: { text: deskWords.saidWithdrawn },
    resubmit: { text: deskWords.saidResubmitted },
    refresh: { text: deskWords.saidAsked },
    data: { text: deskWords.saidSupplied },
  }
}

/** Why the case was held before it was let go on: a code of ours, or a person's own words. */
function heldFor({ history }: CaseWithHistory): HoldReason {
  const reason = history.findLast(({ state }) => state === 'on-hold')?.reason
  return holdReasons.find((known) => known === reason) ?? 'manual'
}
