import { swapParts } from './live-swap.js'

/* The page as an app: its worker, the way onto the home screen and off the phone, no network. */

const path = location.pathname
const cacheName = `visit:${path}`
const banner = document.getElementById('as-of')
/** After the first view: what is read comes before what is kept. */
const REST_MS = 2000
const AGAIN_MS = 5000
let good = new Date()

if ('serviceWorker' in navigator) {
  window.addEventListener('load', () => setTimeout(keep, REST_MS))
}

async function keep() {
  try {
    await navigator.serviceWorker.register(`${path}/worker.js`, { scope: path })
    const { active } = await navigator.serviceWorker.ready
    const assets = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith(location.origin))
      .filter((name) => /\/assets\/|\/qr\.png/.test(new URL(name).pathname))
    active?.postMessage({ assets })
  } catch {
    // A browser that keeps nothing shows the page all the same.
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-use="forget"], [data-use="install"]')
  if (button?.dataset.use === 'forget') forget()
  if (button?.dataset.use === 'install') offered?.prompt()
})

/** Everything of this visit goes; the page goes last, so that it cannot come back from here. */
async function forget() {
  const held = await navigator.serviceWorker?.getRegistration(path)
  if (held && new URL(held.scope).pathname === path) await held.unregister()
  await globalThis.caches?.delete(cacheName)
  location.replace('/v/forgotten')
}

let offered
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  offered = event
  const button = document.querySelector('[data-use="install"]')
  if (button) button.disabled = false
})

/* Whoever reads without a network is told how old it is, and is shown the new state by itself. */

window.addEventListener('offline', () => {
  if (!banner) return
  const time = good.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  banner.querySelector('span').textContent = banner.dataset.words.replace('{at}', time)
  banner.hidden = false
  setTimeout(again, AGAIN_MS)
})
window.addEventListener('online', again)
document.addEventListener('live:swapped', renewed)
if (banner && !banner.hidden) setTimeout(again, AGAIN_MS)

let asking = false

async function again() {
  if (!banner || banner.hidden || asking) return
  asking = true
  const fresh = await ask().catch(() => undefined)
  asking = false
  if (!fresh) return setTimeout(again, AGAIN_MS)
  swapParts(fresh)
  renewed()
}

function renewed() {
  good = new Date()
  if (banner) banner.hidden = true
}

async function ask() {
  const answer = await fetch(path, { headers: { accept: 'text/html' } })
  // The link has ended: what is shown has no right to stay.
  if (answer.headers.has('x-link-gone')) location.reload()
  if (!answer.ok) return undefined
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}
