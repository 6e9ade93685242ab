/* Keeps what is typed of the declaration on the server, and says so. */

const PAUSE_MS = 800
const AGAIN_MS = 5000

const frame = document.querySelector('.declare')
const form = frame?.querySelector('form')
const state = document.getElementById('draft-state')
let timer
let sending = false
/** Something was typed that the server does not have yet. */
let open = false
let sent = false

function keepIn(ms) {
  clearTimeout(timer)
  timer = setTimeout(keep, ms)
}

async function keep() {
  if (sending || sent || !open) return
  sending = true
  open = false
  const kept = await put()
  sending = false
  if (kept === 'shut') return
  if (kept) say(frame.dataset.kept)
  else {
    open = true
    say(frame.dataset.lost)
  }
  if (open) keepIn(kept ? PAUSE_MS : AGAIN_MS)
}

async function put() {
  try {
    const body = new URLSearchParams(new FormData(form))
    const answer = await fetch(frame.dataset.draft, { method: 'POST', body })
    // Signed or closed meanwhile: sending the form will say so.
    if (answer.status === 404) return 'shut'
    return answer.ok
  } catch {
    return false
  }
}

function say(text) {
  if (state && state.textContent !== text) state.textContent = text
}

form?.addEventListener('input', () => {
  open = true
  keepIn(PAUSE_MS)
})
form?.addEventListener('submit', (event) => {
  if (navigator.onLine === false) {
    event.preventDefault()
    say(frame.dataset.lost)
    return
  }
  sent = true
  clearTimeout(timer)
})
window.addEventListener('pageshow', () => {
  sent = false
})
window.addEventListener('online', () => open && keepIn(0))
document.addEventListener('visibilitychange', () => {
  if (document.hidden && open) keep()
})
