/*
 * A kiosk forgets: whoever walks away leaves nothing on the screen, behind the back button or in the
 * field. The server forgets by itself a little later, should this page not come to it.
 */

const kiosk = document.querySelector('[data-kiosk]')
const cover = document.querySelector('[data-kiosk-cover]')
const dialog = document.querySelector('#kiosk-leaving')
const warning = dialog?.querySelector('[data-leaving]')

const WARN_SECONDS = 15
const TELL_EVERY_MS = 20_000
const TRY_AGAIN_MS = 2000

const forgetMs = Number(kiosk?.dataset.forget ?? 0) * 1000
let touchedAt = Date.now()
let toldAt = Date.now()
let leaving = false

const start = '/kiosk'
const reach = (path, method) =>
  fetch(path, { method, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(4000) })

/** While it asks, only its answer counts: the finger that closes it must not press what lies beneath. */
function touched() {
  if (leaving || dialog.open) return
  touchedAt = Date.now()
  if (touchedAt - toldAt > TELL_EVERY_MS) void tell()
}

/** The server keeps the answers as long as somebody is here. */
async function tell() {
  toldAt = Date.now()
  const answer = await reach('/kiosk/here', 'POST').catch(() => undefined)
  if (answer && answer.status !== 204) leave()
}

/** The screen is empty at once, whatever the network does; the page follows when it can. */
function blank() {
  if (dialog?.open) dialog.close()
  for (const form of document.forms) form.reset()
  for (const part of [...kiosk.children]) if (part !== cover) part.remove()
  document.title = ''
}

async function leave() {
  if (leaving) return
  leaving = true
  blank()
  for (;;) {
    const answer = await reach('/kiosk/forget', 'POST').catch(() => undefined)
    if (answer && (answer.type === 'opaqueredirect' || answer.ok)) break
    cover.hidden = false
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS))
  }
  location.replace(start)
}

function watch() {
  const left = Math.ceil((forgetMs - (Date.now() - touchedAt)) / 1000)
  if (left <= 0) return void leave()
  if (left > WARN_SECONDS) return
  // Said once, not at every second, to whoever hears the page.
  if (!dialog.open) {
    warning.textContent = warning.dataset.leaving.replace('{seconds}', String(left))
    dialog.showModal()
  }
}

/** A form goes off only when somebody is there to take it: a browser's own error page has no way back. */
async function sendWhenReached(event) {
  const { target: form, submitter } = event
  if (form.dataset.reached) return
  event.preventDefault()
  if (leaving) return
  if ('forgetNow' in form.dataset) return leave()
  const answer = await reach('/healthz', 'GET').catch(() => undefined)
  cover.hidden = Boolean(answer?.ok)
  kiosk.classList.toggle('is-cut-off', !answer?.ok)
  if (!answer?.ok) return void setTimeout(() => form.requestSubmit(submitter), TRY_AGAIN_MS)
  form.dataset.reached = 'yes'
  form.requestSubmit(submitter)
}

if (kiosk) {
  // Coming back shows what the server says now, never a page from memory.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    blank()
    location.reload()
  })
  for (const form of kiosk.querySelectorAll('form:not([method=dialog])')) {
    form.addEventListener('submit', sendWhenReached)
  }
  kiosk.querySelector('[data-use="kiosk-print"]')?.addEventListener('click', () => print())
}

if (kiosk && forgetMs > 0) {
  for (const sign of ['pointerdown', 'keydown', 'input', 'wheel', 'live:swapped']) {
    addEventListener(sign, touched, { passive: true, capture: true })
  }
  dialog.addEventListener('click', ({ target }) => {
    if (target !== dialog && !target.closest('[data-use="kiosk-stay"]')) return
    dialog.close()
    touched()
  })
  dialog.addEventListener('close', touched)
  setInterval(watch, 500)
}
