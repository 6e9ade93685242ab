import type { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { DomainError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill, say } from '../core/text.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { barePage, page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { rateLimit } from '../web/rate-limit.ts'
import { saidIn } from '../web/said.ts'
import { AskFirstView, type Irrevocable } from './ask-first.tsx'
import { onlyHouse } from './authenticate.ts'
import { CODE_MINUTES, type Device, deviceCookie, devicePath, type NewDevice } from './device.ts'
import {
  type CodeForDevice,
  createDevice,
  pairDevice,
  renewCode,
  revokeDevice,
} from './device-commands.ts'
import { NewDeviceView, PairView } from './device-form-views.tsx'
import { findDevice, listDevices } from './device-repository.ts'
import { DeviceListView, deviceShows, newCodeQuestion, revokeQuestion } from './device-views.tsx'
import { deviceKindWords, pairWords, deviceWords as words } from './device-words.ts'
import { OnceView } from './once-view.tsx'

/** The administrator's list of devices, and the page on which a screen becomes one. */
export function deviceRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('staff:manage')
  app.get('/devices', manager, showDevices)
  app.get('/devices/new', manager, (c) => newDevicePage(c))
  app.post('/devices', manager, postDevice)
  app.get('/devices/:id/code', manager, (c) => ask(c, newCodeQuestion))
  app.post('/devices/:id/code', manager, postCode)
  app.get('/devices/:id/revoke', manager, (c) => ask(c, revokeQuestion))
  app.post('/devices/:id/revoke', manager, postRevoke)
  const atTheDoor = allow.everyone('a screen is nobody until its code, which works once, is typed')
  const slowly = rateLimit({ perMinute: 10, text: pairWords.tooMany })
  app.get('/pair', atTheDoor, (c) => pairPage(c, {}))
  app.post('/pair', atTheDoor, slowly, postPair)
  return app
}

async function showDevices(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const devices = await listDevices(database, c.get('actor').facilityId)
  const show = deviceShows.find((each) => each === c.req.query('show')) ?? 'living'
  const said = saidIn(c, { revoked: { text: words.saidRevoked } })
  const view = <DeviceListView lang={c.get('lang')} {...{ devices, show }} now={clock.now()} />
  return page(c, { title: words.title, section: '/staff', width: 'wide', said }, view)
}

function newDevicePage(c: AppContext, values?: NewDevice, failed?: DomainError) {
  const back = values && failed ? { values, errors: failed.errors } : {}
  const view = <NewDeviceView lang={c.get('lang')} {...back} />
  return page(c, { status: failed ? 422 : 200, title: words.add, section: '/staff' }, view)
}

/** Answered at once and not by a redirect: the code is kept nowhere that a GET could find it. */
async function postDevice(c: AppContext): Promise<Response> {
  const { name = '', kind = '' } = await formOf(c)
  try {
    return codePage(c, await createDevice(c.get('deps'), c.get('actor'), { name, kind }))
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return newDevicePage(c, { name, kind }, error)
  }
}

async function postCode(c: AppContext): Promise<Response> {
  return codePage(c, await renewCode(c.get('deps'), c.get('actor'), deviceIdOf(c)))
}

function codePage(c: AppContext, { device, code }: CodeForDevice): Promise<Response> {
  const lang = c.get('lang')
  const address = `${c.get('deps').env.publicUrl}/pair`
  const view = (
    <OnceView
      lang={lang}
      title={words.codeTitle}
      of={say(words.codeFor, lang, {
        kind: say(deviceKindWords[device.kind], lang),
        name: device.name,
      })}
      secret={code}
      hint={fill(words.codeHint, { minutes: CODE_MINUTES, address })}
      copy={words.copy}
      done={{ href: '/devices', label: words.done }}
    />
  )
  return page(c, { title: words.codeTitle, section: '/staff' }, view)
}

async function ask(
  c: AppContext,
  question: (lang: 'vi' | 'en', device: Device) => Irrevocable,
): Promise<Response> {
  const device = await findDevice(c.get('deps').database, c.get('actor').facilityId, deviceIdOf(c))
  if (!device) throw notFound(words.aDevice)
  const asked = question(c.get('lang'), device)
  const back = { href: '/devices', label: words.back }
  const view = <AskFirstView {...asked} back={back} cancel={words.cancel} />
  return page(c, { title: asked.act, section: '/staff', width: 'narrow' }, view)
}

function postRevoke(c: AppContext): Promise<Response> {
  const id = deviceIdOf(c)
  return redirectAfter(c, {
    run: (deps) => revokeDevice(deps, c.get('actor'), id),
    to: () => '/devices?said=revoked',
  })
}

function deviceIdOf(c: AppContext): string {
  return requireId(c.req.param('id') ?? '', words.aDevice)
}

async function pairPage(c: AppContext, back: { code?: string; failed?: DomainError }) {
  const { code, failed } = back
  await onlyHouse(c)
  const view = (
    <PairView lang={c.get('lang')} {...(failed && { code: code ?? '', errors: failed.errors })} />
  )
  const status = failed ? 422 : 200
  return barePage(c, { title: pairWords.title, width: 'narrow', status }, view)
}

/** The device's key goes into a cookie that scripts cannot read and other pages do not get. */
async function postPair(c: AppContext): Promise<Response> {
  const { code = '' } = await formOf(c)
  try {
    const { kind, token, seconds } = await pairDevice(c.get('deps'), code)
    setCookie(c, deviceCookie(kind), token, {
      path: devicePath(kind),
      httpOnly: true,
      sameSite: 'Lax',
      secure: c.get('deps').env.publicUrl.startsWith('https:'),
      maxAge: seconds,
    })
    return c.redirect(devicePath(kind), 303)
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return pairPage(c, { code, failed: error })
  }
}
