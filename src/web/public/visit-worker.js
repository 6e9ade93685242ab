/*
 * Keeps the last state of one visit's page, so that it can be read where there is no network. Its
 * power ends with that page's own address, its cache holds that visit and nothing else, and both
 * end when the link does: the server says so, or the day that it named has come.
 */

const page = new URL(self.registration.scope).pathname
const cacheName = `visit:${page}`
const PATIENCE_MS = 6000
const place = 'Asia/Ho_Chi_Minh'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** The page tells which of our files it runs on: they came before this worker did. */
self.addEventListener('message', (event) => {
  const { assets } = event.data ?? {}
  if (Array.isArray(assets)) event.waitUntil(keepAll(assets))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (url.pathname === page) event.respondWith(ownPage(event))
  else if (url.pathname === `${page}/qr.png`) event.respondWith(picture(request))
  else if (request.mode === 'navigate' && url.pathname.startsWith(`${page}/`))
    event.respondWith(fetch(request).catch(() => Response.redirect(page)))
})

async function ownPage(event) {
  const { request } = event
  if (request.mode !== 'navigate') {
    const answer = await fetch(request)
    event.waitUntil(take(answer.clone()))
    return answer
  }
  const asked = fetch(request)
  const taken = asked.then((answer) => take(answer.clone())).catch(() => undefined)
  event.waitUntil(taken)
  try {
    const answer = await soon(asked)
    // A server that is away answers through its proxy.
    if (answer.status < 500) return answer
    return (await kept()) ?? answer
  } catch {
    return (await kept()) ?? Response.error()
  }
}

/** In a dead corner a network that is there and carries nothing is the rule. */
function soon(answer) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('late')), PATIENCE_MS))
  return Promise.race([answer, late])
}

/** Keeps a page that is this visit's; a link that opens nothing any more ends everything. */
async function take(answer) {
  if (answer.headers.has('x-link-gone')) return forget()
  const isPage = answer.headers.get('content-type')?.startsWith('text/html')
  if (!answer.ok || answer.redirected || !isPage) return
  const headers = new Headers(answer.headers)
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  headers.set('x-kept-at', new Date().toISOString())
  const body = await answer.text()
  const cache = await caches.open(cacheName)
  await cache.put(page, new Response(body, { headers }))
  await prune(cache, body)
}

/** What was kept, and when: said on the page itself. */
async function kept() {
  const answer = await find(page)
  if (!answer) return undefined
  const until = Date.parse(answer.headers.get('x-link-until') ?? '')
  if (!(Date.now() < until)) {
    await forget()
    return undefined
  }
  const at = clock(new Date(answer.headers.get('x-kept-at')))
  const body = (await answer.text()).replace(
    /(<p class="as-of"[^>]*?) hidden(?:="")?>([\s\S]*?<span>)([^<]*)/,
    (_, head, between, text) => `${head}>${between}${text.replace('{at}', at)}`,
  )
  return new Response(body, { headers: answer.headers })
}

function clock(at) {
  const lang = 'en-GB'
  const time = at.toLocaleTimeString(lang, { timeZone: place, hour: '2-digit', minute: '2-digit' })
  const day = (date) => date.toLocaleDateString(lang, { timeZone: place })
  return day(at) === day(new Date()) ? time : `${time}, ${day(at)}`
}

const find = (key) => caches.match(key, { cacheName, ignoreVary: true })

/** Nothing is kept but beside a page that is: after its end no file comes back. */
async function keep(request, answer) {
  if (!answer.ok || !(await find(page))) return
  const cache = await caches.open(cacheName)
  await cache.put(request, answer)
}

async function asset(request) {
  const held = await find(request)
  if (held) return held
  const answer = await fetch(request)
  await keep(request, answer.clone())
  return answer
}

/** Only the newest code is kept: an older one would ask for another amount. */
async function picture(request) {
  try {
    const answer = await fetch(request)
    if (answer.ok) await forgetPictures()
    await keep(request, answer.clone())
    return answer
  } catch {
    return (await find(request)) ?? Response.error()
  }
}

const isPicture = ({ url }) => new URL(url).pathname === `${page}/qr.png`

async function forgetPictures() {
  if (!(await find(page))) return
  const cache = await caches.open(cacheName)
  for (const key of (await cache.keys()).filter(isPicture)) await cache.delete(key)
}

/** The page first, then what it is made of, then its code. */
async function keepAll(assets) {
  await fetch(page, { headers: { accept: 'text/html' } })
    .then(take)
    .catch(() => undefined)
  const own = assets.filter((each) => new URL(each, location.href).pathname.startsWith('/assets/'))
  const code = assets.filter((each) => isPicture({ url: each }))
  await Promise.allSettled(
    [...own, ...code].map(async (each) => {
      if (!(await find(each))) await keep(each, await fetch(each))
    }),
  )
}

/** Files of a build before this one are of no use. */
async function prune(cache, body) {
  const build = /\/assets\/[^/"]+\//.exec(body)?.[0]
  if (!build) return
  for (const key of await cache.keys()) {
    const { pathname } = new URL(key.url)
    if (pathname.startsWith('/assets/') && !pathname.startsWith(build)) await cache.delete(key)
  }
}

async function forget() {
  await caches.delete(cacheName)
  await self.registration.unregister()
}
