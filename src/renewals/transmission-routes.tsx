import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { recordView } from '../platform/publish.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import { act } from './act-routes.tsx'
import type { Refused } from './act-views.tsx'
import { asks } from './ask-routes.tsx'
import { findTransmissionLine } from './board-repository.ts'
import { deskWords } from './desk-words.ts'
import { transmissionActionsOf } from './transmission.ts'
import {
  confirmTransmission,
  recheckTransmission,
  resendTransmission,
} from './transmission-commands.ts'
import { findTransmission } from './transmission-repository.ts'
import { TransmissionView } from './transmission-views.tsx'
import { words } from './words.ts'

const sayings = {
  confirm: { text: deskWords.saidConfirmed },
  resend: { text: deskWords.saidResent },
  recheck: { text: deskWords.saidRechecked },
}

export function transmissionRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const desk = allow('renewal:manage')
  const askResend = asks('resend', numberOf)
  app.get('/transmissions/:id', allow('renewal:read'), (c) => showTransmission(c))
  app.post('/transmissions/:id/confirm', desk, (c) => act(c, showTransmission, confirmTransmission))
  app.get('/transmissions/:id/resend', desk, (c) => askResend(c))
  app.post('/transmissions/:id/resend', desk, (c) => act(c, askResend, resendTransmission))
  app.post('/transmissions/:id/recheck', desk, (c) =>
    act(c, showTransmission, (deps, actor, { id }) => recheckTransmission(deps, actor, id)),
  )
  return app
}

/** Which certificate it is. */
async function numberOf(c: AppContext, id: string): Promise<string> {
  const line = await findTransmissionLine(c.get('deps').database, c.get('actor').facilityId, id)
  if (!line) throw notFound(words.aTransmission)
  return line.certificateNumber
}

async function showTransmission(c: AppContext, refused?: Refused): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const id = requireId(c.req.param('id') ?? '', words.aTransmission)
  const [line, found] = await Promise.all([
    findTransmissionLine(database, actor.facilityId, id),
    findTransmission(database, actor.facilityId, id),
  ])
  if (!line?.transmission || !found) throw notFound(words.aTransmission)
  await recordView(c.get('deps'), actor, {
    action: 'transmission.viewed',
    subjectType: 'transmission',
    subjectId: id,
    patientId: line.patientId,
  })
  const now = clock.now()
  return page(
    c,
    {
      title: deskWords.transmissions,
      status: refused ? 422 : 200,
      width: 'wide',
      section: '/renewals',
      live: [`exam:${line.examId}`],
      said: saidIn(c, sayings),
    },
    <TransmissionView
      lang={c.get('lang')}
      line={{ ...line, transmission: line.transmission }}
      patientId={line.patientId}
      lastAttemptAt={found.lastAttemptAt}
      actions={may(actor, 'renewal:manage') ? transmissionActionsOf(found, now) : []}
      opens={{ exam: may(actor, 'exam:read'), patient: may(actor, 'patient:read') }}
      now={now}
      once={clock.id()}
      refused={refused}
    />,
  )
}
