import { isWhole, LONGEST_PAUSE_MS, openDecoder, withoutPrefix } from './scan-decoder.js'

/*
 * Hears a scanner anywhere on the page, by its keys. A person's typing goes where it goes; once a
 * burst is a card's beginning, what it left in the field at hand is taken out again, the rest of it is
 * kept from everything else, and the whole goes to the form that reads cards.
 */

const form = document.getElementById('scan')
const field = form?.querySelector('[data-use="scan-field"]')
const said = form?.querySelector('[data-scan-said]')
const decoder = openDecoder()
/** The field that had the cursor when the burst began, as it was then. */
let before
let silence
let last = 0

/** Where the cursor is during a scan: no input method composes in a password field. */
const sink = document.createElement('input')
sink.type = 'password'
sink.autocomplete = 'off'
sink.className = 'unseen'
sink.tabIndex = -1
sink.ariaHidden = 'true'

function keyOf(event, type) {
  return {
    type,
    code: event.code,
    key: event.key ?? '',
    shift: event.shiftKey,
    alt: event.altKey,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    repeat: event.repeat,
    at: event.timeStamp,
  }
}

function hear(event, type) {
  // A page that was busy hears of a key before it hears that the scanner had stopped.
  if (decoder.state() === 'scanning' && event.timeStamp - last > LONGEST_PAUSE_MS) finish()
  last = event.timeStamp
  const was = decoder.state()
  const soFar = was === 'scanning' ? decoder.text() : ''
  const atHand = was === 'idle' && type === 'down' ? fieldAtHand() : undefined
  const state = decoder.take(keyOf(event, type))
  if (state === 'idle') {
    if (was === 'scanning') deliver(soFar)
    else if (atHand && decoder.length() <= 1) before = atHand
    return
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  if (was === 'idle') begin()
  clearTimeout(silence)
  if (state === 'complete') finish()
  else silence = setTimeout(finish, LONGEST_PAUSE_MS)
}

function fieldAtHand() {
  const element = document.activeElement
  return element?.matches('input, textarea') ? { element, value: element.value } : {}
}

function begin() {
  document.body.append(sink)
  sink.focus({ preventScroll: true })
  putBack()
  // Once more for an input method that gives up its composition only now.
  setTimeout(putBack, 0, before)
  if (said) said.textContent = said.dataset.scanning ?? ''
}

function putBack(to = before) {
  if (to?.element && decoder.state() === 'scanning') to.element.value = to.value
}

function finish() {
  clearTimeout(silence)
  const text = decoder.text()
  decoder.reset()
  deliver(text)
}

/** Whole, it is sent; stopped in its middle, it is shown and not lost. */
function deliver(text) {
  before = undefined
  sink.value = ''
  sink.remove()
  field.value = text
  if (said) said.textContent = ''
  if (isWhole(text) || field.type === 'hidden') {
    form.requestSubmit()
    return
  }
  if (said) said.textContent = said.dataset.broken ?? ''
  field.focus()
}

/** Drivers that paste the whole text, into whatever has the cursor. */
function pasted(event) {
  const text = withoutPrefix(event.clipboardData?.getData('text/plain') ?? '')
  if (!isWhole(text)) return
  event.preventDefault()
  deliver(text.normalize('NFC'))
}

/** During a scan text may come without a key: it is the scanner's too. What is composed came by keys. */
function inserted(event) {
  if (decoder.state() !== 'scanning') return
  if (event.target === sink && event.inputType === 'insertText' && event.data) {
    decoder.insert(event.data)
  }
  if (event.cancelable) event.preventDefault()
}

if (form && field) {
  addEventListener('keydown', (event) => hear(event, 'down'), { capture: true })
  addEventListener('keyup', (event) => hear(event, 'up'), { capture: true })
  addEventListener('paste', pasted, { capture: true })
  addEventListener('beforeinput', inserted, { capture: true })
}
