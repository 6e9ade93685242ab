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
  for (const name of ['_once', 'seen', 'act']) data.delete(name)
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
    if (assessing === asking && panel.innerHTML !== text) panel.innerHTML = text
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

/** The stops of the form in order: each field once, each group of answers once. */
function stops() {
  const seen = new Set()
  return [...form.elements].filter((field) => {
    if (field.type === 'hidden' || field.disabled || field.offsetParent === null) return false
    if (field.localName === 'fieldset') return false
    if (field.type !== 'radio') return true
    if (seen.has(field.name)) return false
    seen.add(field.name)
    return true
  })
}

function focusNext(from) {
  const all = stops()
  const at = all.findIndex((field) => field === from || (field.name && field.name === from.name))
  const next = all[at + 1]
  if (!next) return
  const group = next.type === 'radio' ? [...form.elements].filter((f) => f.name === next.name) : []
  const target = group.find((field) => field.checked) ?? next
  target.focus()
  if (target.select && target.type !== 'radio') target.select()
}

function chooseByDigit(field, digit) {
  const group = [...form.elements].filter(
    (other) => other.type === 'radio' && other.name === field.name && other.value !== '',
  )
  const wanted = group[digit - 1]
  if (!wanted) return false
  wanted.checked = true
  wanted.dispatchEvent(new Event('change', { bubbles: true }))
  wanted.dispatchEvent(new Event('input', { bubbles: true }))
  focusNext(wanted)
  return true
}

function onKey(event) {
  const field = event.target
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    form.requestSubmit(form.querySelector('[data-use="sign"]'))
    return
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Enter' && field.localName === 'input') {
    event.preventDefault()
    focusNext(field)
    return
  }
  if (
    field.type === 'radio' &&
    /^[1-9]$/.test(event.key) &&
    chooseByDigit(field, Number(event.key))
  ) {
    event.preventDefault()
  }
}

if (form && panel) {
  form.addEventListener('input', onTyping)
  form.addEventListener('change', onTyping)
  form.addEventListener('keydown', onKey)
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
  }
  window.addEventListener('hashchange', reveal)
  reveal()
}
