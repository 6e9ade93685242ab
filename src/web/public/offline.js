import { entriesOf, keepKnown, onChange, save } from './offline-outbox.js'
import { replayAll } from './offline-replay.js'

/*
 * On every page of a desk: how much was not sent yet, sending it as soon as the server is there, and
 * keeping the page that works without it up to date. Only where the frame has a place for the count.
 */

const link = document.querySelector('[data-unsent]')
const { user, status } = document.body.dataset
const away = 'kept' in document.body.dataset || status === '503'

const SOON_MS = 3000
const LONGEST_MS = 60_000
const KEPT_FOR_MS = 10 * 60_000
const KNOWN_FOR_MS = 60_000
const KEPT = 'lienthong.desk-kept'
let wait = SOON_MS
let timer

async function show() {
  const open = (await entriesOf(user)).filter(({ state }) => state !== 'sent')
  link.hidden = open.length === 0 && !away
  const text = open.length > 0 ? link.dataset.many.replace('{n}', open.length) : link.dataset.none
  link.querySelector('[data-count]').textContent = text
  link.toggleAttribute(
    'data-refused',
    open.some(({ state }) => state === 'refused'),
  )
  return open
}

/** Who the server says is signed in here, with what their desk must know; undefined when it is away. */
async function desk() {
  const asked = fetch('/unsent/desk.json', { headers: { accept: 'application/json' } })
  const answer = await asked.catch(() => undefined)
  const there = answer?.ok ? await answer.json() : undefined
  const state =
    there?.user === user ? 'there' : answer && answer.status < 500 ? 'signed-out' : 'away'
  document.dispatchEvent(new CustomEvent('desk:state', { detail: state }))
  return state === 'there' ? there : undefined
}

async function send({ path, key, body }) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: await answer.json().catch(() => undefined) }
}

/** Of what was sent only its way stays on this device, not what was written down. */
function leftOf(entry) {
  if (entry.state !== 'sent') return entry
  const steps = entry.steps.map(({ kind, done }) => ({ kind, done }))
  return { ...entry, steps, values: {}, shown: [] }
}

/** One page at a time, and only in the name of who kept it. */
function replay() {
  return navigator.locks.request('lienthong-outbox', { ifAvailable: true }, async (lock) => {
    if (!lock) return 'elsewhere'
    if (!(await desk())) return 'away'
    const world = { send, save: (entry) => save(user, leftOf(entry)), now: () => Date.now() }
    return replayAll(await entriesOf(user), world)
  })
}

async function attempt() {
  clearTimeout(timer)
  const open = await show()
  if (!open.some(({ state }) => state === 'waiting')) return
  const outcome = await replay().catch(() => 'away')
  await show()
  if (outcome === 'done') {
    wait = SOON_MS
    return
  }
  timer = setTimeout(attempt, wait)
  wait = Math.min(LONGEST_MS, wait * 2)
}

/** Fetched anew from time to time, after another build and for another person. */
async function keepDesk() {
  const mark = `${user} ${import.meta.url}`
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
  const worker = await navigator.serviceWorker.register('/desk-worker.js')
  const { active } = await navigator.serviceWorker.ready
  const now = Date.now()
  const same = kept.mark === mark && worker.active
  if (same && now - kept.knownAt < KNOWN_FOR_MS) return
  const there = await desk()
  if (!there) return
  await keepKnown(user, there)
  const fresh = same && now - kept.at < KEPT_FOR_MS
  if (!fresh) active.postMessage('keep')
  localStorage.setItem(KEPT, JSON.stringify({ mark, at: fresh ? kept.at : now, knownAt: now }))
}

if (link && user && globalThis.isSecureContext && globalThis.indexedDB) {
  let busy = false
  // Saving what is being sent is a change too, and no reason to begin again.
  onChange(async () => {
    await show()
    if (busy) return
    busy = true
    await attempt()
    busy = false
  })
  addEventListener('online', () => {
    wait = SOON_MS
    void attempt()
  })
  addEventListener('pageshow', ({ persisted }) => persisted && void attempt())
  void attempt()
  if (!away && navigator.serviceWorker) void keepDesk().catch(() => undefined)
}
