/*
 * Keeps the desk working while the server is away: its page and what that page is made of. Everything
 * else goes to the server as ever. The page is one person's and goes when they sign out.
 */

const PAGE = 'desk-page'
const ASSETS = 'desk-assets'
const DESK = '/unsent'
/** Not a desk's: devices, patients, verifiers, programs. */
const others =
  /^\/(v|verify|board|kiosk|book|api|webhooks|fhir|docs|openapi\.json|live|healthz|readyz)(\/|$)/

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => {
  // The server is asked while this starts, so that no page waits for it.
  const ready = registration.navigationPreload?.enable()
  event.waitUntil(Promise.all([clients.claim(), ready]))
})

addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(keepDesk())
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (pathname.startsWith('/assets/')) {
    event.respondWith(assetFor(request))
  } else if (request.mode === 'navigate' && !others.test(pathname)) {
    event.respondWith(navigate(event, pathname))
  }
})

async function navigate({ request, preloadResponse }, pathname) {
  try {
    const answer = (await preloadResponse) ?? (await fetch(request))
    if (pathname === '/sign-out' && request.method === 'POST') await caches.delete(PAGE)
    return answer
  } catch (error) {
    const kept = await keptDesk()
    if (!kept) throw error
    return pathname === DESK ? kept : Response.redirect(DESK, 303)
  }
}

async function assetFor(request) {
  const kept = await caches.match(request, { cacheName: ASSETS })
  return kept ?? fetch(request)
}

/** The page as it was kept, marked as an answer that the server did not give: drafts stay drafts. */
async function keptDesk() {
  const kept = await caches.match(DESK, { cacheName: PAGE })
  if (!kept || Date.now() > Number(kept.headers.get('X-Kept-Until'))) return undefined
  const html = (await kept.text()).replace('data-status="200"', 'data-status="503" data-kept')
  return new Response(html, { headers: kept.headers })
}

async function keepDesk() {
  const answer = await fetch(DESK, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return caches.delete(PAGE)
  const html = await answer.clone().text()
  await keepAssets(html)
  const headers = new Headers(answer.headers)
  const hours = Number(/data-session-hours="(\d+)"/.exec(html)?.[1] ?? 12)
  headers.set('X-Kept-Until', String(Date.now() + hours * 3_600_000))
  const cache = await caches.open(PAGE)
  await cache.put(DESK, new Response(html, { headers }))
}

async function keepAssets(html) {
  const cache = await caches.open(ASSETS)
  const wanted = new Set(
    [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url]) => url),
  )
  for (const url of wanted) {
    if (!(await cache.match(url))) await cache.add(url)
    if (!url.endsWith('.js')) continue
    // A set that grows while it is gone through: what modules import comes along.
    const text = await (await cache.match(url)).text()
    for (const [, name] of text.matchAll(/from '\.\/([\w/-]+\.js)'/g)) {
      wanted.add(new URL(name, new URL(url, location.origin)).pathname)
    }
  }
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
  }
}
