/*
 * A screen that is turned on while the network is away shows the numbers that it showed last, and
 * board.js says since when. Whatever the server answers comes first.
 */

const KEPT = 'lienthong-board-1'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET') return
  if (pathname === '/board' && request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

async function page(request) {
  const cache = await caches.open(KEPT)
  try {
    const answer = await fetch(request)
    // A pairing that has ended leaves no numbers behind.
    if (answer.ok && !answer.redirected) await cache.put('/board', answer.clone())
    else if (answer.status < 500) await caches.delete(KEPT)
    return answer.status < 500 ? answer : ((await cache.match('/board')) ?? answer)
  } catch (error) {
    const kept = await cache.match('/board')
    if (kept) return kept
    throw error
  }
}

/** Named by their build, so what is kept is never old; those of builds before are let go. */
async function asset(request) {
  const cache = await caches.open(KEPT)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    await cache.put(request, answer.clone())
    const build = new URL(request.url).pathname.split('/')[2]
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url)
      if (pathname.startsWith('/assets/') && pathname.split('/')[2] !== build)
        await cache.delete(url)
    }
  }
  return answer
}
