/*
 * The palette: one field that finds people, papers and things to do. The dialog is asked for when it
 * is first opened and kept; its list comes from the server as options in groups. The caret stays in
 * the field: arrows choose (aria-activedescendant), Enter opens, Esc closes.
 */

const ADDRESS = '/find/palette'
const QUIET_MS = 110
const BUSY_MS = 160

let dialog
let opening
let field
let list
let first
let asked = ''
let shown = ''
let timer
let request
let pressed

document.addEventListener('palette:open', (event) => {
  event.preventDefault()
  open()
})

async function open() {
  if (dialog?.open || document.querySelector('dialog[open]:not(#palette)')) return
  try {
    opening ??= load()
    await opening
  } catch {
    opening = undefined
    location.assign('/find')
    return
  }
  reset()
  dialog.showModal()
  field.focus()
}

async function load() {
  const answer = await fetch(ADDRESS, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) throw new Error('no palette')
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html')
  dialog = parsed.querySelector('#palette')
  if (!dialog) throw new Error('no palette')
  document.body.append(dialog)
  field = dialog.querySelector('#palette-field')
  list = dialog.querySelector('#palette-list')
  first = list.innerHTML
  field.addEventListener('input', () => look(field.value.trim()))
  field.addEventListener('keydown', press)
  list.addEventListener('mousemove', (event) => choose(event.target.closest('[role="option"]')))
  // A click must not take the caret out of the field.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (plain && event.target.closest('a')) dialog.close()
  })
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('[data-use="palette-close"]')) {
      dialog.close()
    }
  })
  dialog.addEventListener('close', stop)
}

function reset() {
  field.value = ''
  asked = ''
  show(first, '')
  say('')
}

function stop() {
  clearTimeout(timer)
  request?.abort()
  request = undefined
  pressed = undefined
  busy(false)
}

/** Asks a little after the last letter; an answer that nobody waits for any more is let go. */
function look(text) {
  if (text === asked) return
  stop()
  asked = text
  if (text === '') return show(first, '')
  timer = setTimeout(ask, QUIET_MS, text)
}

async function ask(text) {
  const mine = new AbortController()
  request = mine
  const late = setTimeout(busy, BUSY_MS, true)
  try {
    const answer = await fetch(ADDRESS, {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams({ q: text }),
      signal: mine.signal,
    })
    // The session has ended: the page says so when it is loaded again.
    if (answer.redirected) return location.reload()
    const html = await answer.text()
    if (mine.signal.aborted) return
    if (answer.ok) show(html, text)
    else say(refusal(answer))
  } catch {
    if (!mine.signal.aborted) say(dialog.dataset.failed)
  } finally {
    clearTimeout(late)
    if (request === mine) {
      request = undefined
      busy(false)
      if (pressed && shown === text) go(pressed)
      pressed = undefined
    }
  }
}

function refusal({ status, headers }) {
  const { failed, hasty } = dialog.dataset
  return status === 429 ? hasty.replace('{seconds}', headers.get('retry-after') ?? '60') : failed
}

function show(html, text) {
  const kept = text === shown ? current()?.id : undefined
  list.innerHTML = html
  shown = text
  list.scrollTop = 0
  choose((kept && document.getElementById(kept)) || options()[0])
  const said = list.querySelector('template')?.dataset.said
  if (text !== '' && said) say(said)
  if (text === '') say('')
}

function busy(on) {
  dialog.classList.toggle('palette-looking', on)
  list.setAttribute('aria-busy', String(on))
  if (on) say(dialog.dataset.loading)
}

function say(text) {
  dialog.querySelector('.palette-said').textContent = text
}

const options = () => [...list.querySelectorAll('[role="option"]:not([aria-disabled])')]
const current = () => list.querySelector('[aria-selected="true"]')

function choose(option) {
  if (!option || option.matches('[aria-disabled]')) {
    if (options().length === 0) field.removeAttribute('aria-activedescendant')
    return
  }
  if (option.getAttribute('aria-selected') === 'true') return
  current()?.setAttribute('aria-selected', 'false')
  option.setAttribute('aria-selected', 'true')
  field.setAttribute('aria-activedescendant', option.id)
}

function press(event) {
  // An input method that composes owns its keys; 229 is how older ones say that they compose.
  if (event.isComposing || event.keyCode === 229) return
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
  if (step) {
    event.preventDefault()
    move(step)
  } else if (event.key === 'Enter') {
    event.preventDefault()
    const how = { apart: event.ctrlKey || event.metaKey }
    // Typed and Enter at once, as scanners do: it goes when the answer is there.
    if (shown === field.value.trim()) go(how)
    else pressed = how
  } else if (event.key === 'Tab') {
    event.preventDefault()
    move(event.shiftKey ? -1 : 1)
  }
}

function move(step) {
  const all = options()
  if (all.length === 0) return
  const at = all.indexOf(current())
  const far = Math.abs(step) > 1
  const next = far
    ? Math.min(all.length - 1, Math.max(0, at + step))
    : (at + step + all.length) % all.length
  choose(all[next])
  if (next === 0) list.scrollTop = 0
  else all[next].scrollIntoView({ block: 'nearest' })
}

function go({ apart }) {
  const option = current()
  if (!option) return
  if (apart && option.href) {
    window.open(option.href, '_blank', 'noopener')
    return
  }
  option.click()
}

window.addEventListener('pagehide', () => dialog?.open && dialog.close())
