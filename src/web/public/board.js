import { announce, soundControls } from './board-voice.js'
import { swapParts } from './live-swap.js'

/*
 * A board runs for months with nobody at its keyboard. It hears by a stream that something changed and
 * asks for itself; a stream can fall silent without an error, so it asks every few seconds as well.
 * Without an answer it keeps what it last knew and says since when.
 */

const ASK_EVERY_MS = 5000
const ASK_LOST_MS = 1000
const ANSWER_WITHIN_MS = 4000
/** One failed question is a blink; the second is a loss. */
const LOST_AFTER = 2

const board = document.querySelector('[data-board]')
const clock = document.querySelector('[data-board-clock]')
const banner = document.querySelector('[data-board-lost]')
const wall = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

let stream
let timer
let asking = false
let again = false
let failures = 0
/** Server time minus ours: the clocks of screens are often wrong. */
let ahead = 0
let answeredAt = Date.now()

function listen() {
  stream?.close()
  stream = new EventSource(board.dataset.board)
  stream.addEventListener('changed', () => void ask())
  stream.addEventListener('open', () => failures > 0 && void ask())
  stream.addEventListener('error', () => {
    void ask()
    if (stream.readyState === EventSource.CLOSED) stream = undefined
  })
}

async function ask() {
  if (asking) {
    again = true
    return
  }
  asking = true
  clearTimeout(timer)
  try {
    await renew()
    heard()
  } catch {
    missed()
  }
  asking = false
  if (again) {
    again = false
    void ask()
    return
  }
  timer = setTimeout(ask, failures > 0 ? ASK_LOST_MS : ASK_EVERY_MS)
}

async function renew() {
  const answer = await fetch(location.pathname, {
    headers: { accept: 'text/html' },
    cache: 'no-store',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
  const place = new URL(answer.url).pathname
  // The pairing has ended: the page that says so knows what to do.
  if (answer.ok && place !== location.pathname) return location.replace(place)
  if (!answer.ok) throw new Error(String(answer.status))
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const next = fresh.querySelector('[data-board]')
  if (!next) throw new Error('not a board')
  if (isOtherBuild(fresh)) return location.reload()
  swapParts(fresh)
  Object.assign(board.dataset, next.dataset)
}

/** The server was upgraded: its new page wants its own scripts and styles. */
function isOtherBuild(fresh) {
  const of = (page) => page.querySelector('script[type=module]')?.getAttribute('src')
  return of(fresh) !== of(document)
}

function heard() {
  failures = 0
  answeredAt = Date.now()
  ahead = Date.parse(board.dataset.boardAt) - answeredAt
  board.classList.remove('is-lost')
  if (banner.textContent) banner.textContent = ''
  if (!stream) listen()
  announce(Date.now() + ahead)
  tick()
}

function missed() {
  failures += 1
  if (failures < LOST_AFTER) return
  board.classList.add('is-lost')
  const time = wall.format(answeredAt + ahead)
  const text = `${board.dataset.lost.replace('{time}', time)}. ${board.dataset.lostHint}`
  if (banner.textContent !== text) banner.textContent = text
}

function tick() {
  const text = wall.format(Date.now() + ahead)
  if (clock.textContent !== text) clock.textContent = text
}

if (board) {
  heard()
  soundControls()
  timer = setTimeout(ask, ASK_EVERY_MS)
  setInterval(tick, 1000)
  addEventListener('online', () => void ask())
  addEventListener('offline', () => void ask())
  navigator.wakeLock?.request('screen').catch(() => {})
  navigator.serviceWorker?.register('/board/worker.js', { scope: '/board' }).catch(() => {})
}
