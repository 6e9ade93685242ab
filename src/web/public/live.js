import { swapParts } from './live-swap.js'
import { toast, word } from './toast.js'

/*
 * One stream per page, closed while the page is hidden. A message says only that something changed:
 * the page asks for itself again and swaps the parts that differ. When the stream comes back it says
 * up to which announcement this page has seen everything, and hears only of what came after.
 */

/** Changes that come one upon another are asked for together. */
const GATHER_MS = 100
/** What a crowd hears, its pages do not all ask for at one moment: who works, sooner. */
const SPREAD_MS = 4000
const SPREAD_FOCUSED_MS = 400
const LOST_AFTER_MS = 2500
const LONGEST_WAIT_MS = 60_000

let address = document.body.dataset.live
/** Id of the last announcement that this page shows; unknown, the stream tells of a change at once. */
let seen = paramOf(address, 'last')
let stream
/** Something changed that the page does not show yet. */
let stale = false
/** The newest change that was heard of since the page last asked. */
let newest
let asking = false
let timer
let due
let failures = 0
let lost

function open() {
  if (stream || !address || document.hidden) return
  const url = new URL(address, location.href)
  if (seen) url.searchParams.set('last', seen)
  stream = new EventSource(url)
  stream.addEventListener('open', found)
  stream.addEventListener('at', ({ lastEventId }) => {
    if (!stale && !asking) seen = lastEventId
  })
  stream.addEventListener('changed', ({ data, lastEventId }) => {
    const wide = data === 'wide' && newest?.wide !== false
    newest = { id: lastEventId, wide }
    changed(wide)
  })
  stream.addEventListener('error', () => {
    lost ??= { timer: setTimeout(tellLost, LOST_AFTER_MS) }
    // The browser tries again by itself, except after a refusal or some proxies' errors.
    if (stream?.readyState !== EventSource.CLOSED) return
    close()
    setTimeout(open, patience())
  })
}

function close() {
  stream?.close()
  stream = undefined
}

function tellLost() {
  if (lost) lost.takeAway = toast(word('offline'), { seconds: 0 })
}

function found() {
  failures = 0
  clearTimeout(lost?.timer)
  lost?.takeAway?.()
  lost = undefined
  if (stale) askIn(GATHER_MS)
}

/** Longer from time to time, and never the same for all pages. */
function patience() {
  failures += 1
  return Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures) * (0.5 + Math.random())
}

function changed(wide) {
  stale = true
  if (!wide) return askIn(GATHER_MS)
  askIn(GATHER_MS + Math.random() * (document.hasFocus() ? SPREAD_FOCUSED_MS : SPREAD_MS))
}

function askIn(ms) {
  // The answer under way says whether it must be asked again.
  if (asking || document.hidden) return
  const at = performance.now() + ms
  if (timer !== undefined && due <= at) return
  clearTimeout(timer)
  due = at
  timer = setTimeout(ask, ms)
}

async function ask() {
  timer = undefined
  asking = true
  newest = undefined
  const outcome = await renew().catch(() => 'failed')
  asking = false
  if (outcome === 'failed') return askIn(patience())
  failures = 0
  // Changed once more while it was asking, unless the answer is newer than that.
  stale = newest !== undefined && !(Number(seen) >= Number(newest.id))
  if (stale) changed(newest.wide)
}

async function renew() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
    close()
    address = undefined
    toast(word('signedOut'), { seconds: 0 })
    return 'gone'
  }
  if (answer.status >= 500 || answer.status === 429) return 'failed'
  if (!answer.ok) return 'refused'
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  swapParts(fresh)
  follow(fresh.body.dataset.live)
  return 'renewed'
}

/** The page as it is now may hang on other topics than before, a bill that was not there. */
function follow(fresh) {
  if (!fresh) return
  const moved = paramOf(fresh, 'topics') !== paramOf(address, 'topics')
  address = fresh
  seen = paramOf(fresh, 'last') ?? seen
  if (!moved) return
  close()
  open()
}

function paramOf(url, name) {
  return url && (new URL(url, location.href).searchParams.get(name) ?? undefined)
}

function show() {
  open()
  if (stale) askIn(GATHER_MS)
}

function hide() {
  close()
  clearTimeout(timer)
  timer = undefined
  clearTimeout(lost?.timer)
  if (!lost?.takeAway) lost = undefined
}

document.addEventListener('visibilitychange', () => (document.hidden ? hide() : show()))
window.addEventListener('pagehide', hide)
window.addEventListener('pageshow', ({ persisted }) => persisted && show())
open()
