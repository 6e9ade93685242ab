import { chooseByKey, focusFirst, focusNext } from './exam-keys.js'
import { showMarks } from './exam-marks.js'

/*
 * The doctor's form: what the rules say follows what is typed, what is typed is kept on the server
 * for this person, and the keyboard is enough. Without this script the page works by saving.
 */

const frame = document.querySelector('.exam-form')
const form = frame?.querySelector('form')
const panel = document.getElementById('assessment')
const state = document.getElementById('draft-state')

const ASSESS_MS = 250
const DRAFT_MS = 1500
let assessing
let waitingToAssess
let waitingToKeep
let changed = false

function typed() {
  const data = new FormData(form)
  for (const name of ['_once', 'seen', 'act', 'filled']) data.delete(name)
  return data
}

/** Asks anew; an answer that was overtaken by more typing is dropped. */
async function assess() {
  assessing?.abort()
  const asking = new AbortController()
  assessing = asking
  try {
    const answer = await fetch(frame.dataset.assess, {
      method: 'POST',
      body: typed(),
      signal: asking.signal,
      headers: { accept: 'text/html' },
    })
    if (!answer.ok || answer.redirected) return
    const text = await answer.text()
    if (assessing !== asking || panel.innerHTML === text) return
    panel.innerHTML = text
    showMarks(form, document.getElementById('marks'))
  } catch {
    // Not answered, or overtaken: the next typing asks again, and saving asks in any case.
  }
}

async function keep() {
  if (!changed || form.dataset.sent) return
  changed = false
  try {
    const answer = await fetch(frame.dataset.draft, {
      method: 'POST',
      body: typed(),
      keepalive: true,
    })
    if (!answer.ok || answer.redirected) throw new Error('not kept')
    state.textContent = frame.dataset.kept
  } catch {
    changed = true
    state.textContent = frame.dataset.lost
  }
}

function onTyping() {
  changed = true
  clearTimeout(waitingToAssess)
  clearTimeout(waitingToKeep)
  waitingToAssess = setTimeout(assess, ASSESS_MS)
  waitingToKeep = setTimeout(keep, DRAFT_MS)
}

/** From anywhere on the page, but not out of another form or an open dialog; held down, once. */
function onPageKey(event) {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const use = useOf(event)
  const within = event.target.closest?.('form')
  if (!use || (within && within !== form) || document.querySelector('dialog[open]')) return
  event.preventDefault()
  const button = form.querySelector(`[data-use="${use}"]`)
  if (button) form.requestSubmit(button)
}

function useOf({ key, code, ctrlKey, metaKey, altKey }) {
  if (key === 'Enter' && (ctrlKey || metaKey)) return 'sign'
  return altKey && code === 'KeyN' ? 'normal' : undefined
}

function onKey(event) {
  const field = event.target
  if (event.isComposing) return
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Enter' && field.localName === 'input') {
    event.preventDefault()
    focusNext(form, field)
    return
  }
  if (field.type === 'radio' && /^\d$/.test(event.key) && chooseByKey(form, field, event.key)) {
    event.preventDefault()
  }
}

if (form && panel) {
  form.addEventListener('input', onTyping)
  form.addEventListener('change', onTyping)
  form.addEventListener('keydown', onKey)
  document.addEventListener('keydown', onPageKey)
  form.addEventListener('submit', () => clearTimeout(waitingToKeep))
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) keep()
  })
  // A link to one field opens what hides it.
  const reveal = () => {
    const field = location.hash && document.getElementById(location.hash.slice(1))
    const fold = field?.closest?.('details')
    if (fold) fold.open = true
    field?.focus?.()
    return Boolean(field)
  }
  window.addEventListener('hashchange', reveal)
  // On a phone the strip of sections is wider than the page.
  document
    .querySelector('.section-strip [aria-current]')
    ?.scrollIntoView({ block: 'nearest', inline: 'center' })
  // A phone would open its keyboard over what is to be read first.
  if (!reveal() && matchMedia('(pointer: fine)').matches) focusFirst(form)
}
