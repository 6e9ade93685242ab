import { toast, word } from './toast.js'

/*
 * One stream per page, closed while the page is hidden. A message says only that something changed:
 * the page asks for itself again and swaps the parts that differ. Focus and typing survive.
 */

const GATHER_MS = 120
const address = document.body.dataset.live
let stream
let timer
let lost

function open() {
  if (stream || !address || document.hidden) return
  stream = new EventSource(address)
  stream.addEventListener('changed', soon)
  stream.addEventListener('open', () => {
    if (!lost) return
    lost()
    lost = undefined
    soon()
  })
  stream.addEventListener('error', () => {
    lost ??= toast(word('offline'), { seconds: 0 })
    // The browser tries again by itself, except after a refusal or some proxies' errors.
    if (stream?.readyState === EventSource.CLOSED) {
      close()
      setTimeout(open, 5000)
    }
  })
}

function close() {
  stream?.close()
  stream = undefined
}

function soon() {
  if (timer === undefined) timer = setTimeout(renew, GATHER_MS)
}

async function renew() {
  timer = undefined
  let answer
  try {
    answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  } catch {
    return
  }
  if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
    close()
    toast(word('signedOut'), { seconds: 0 })
    return
  }
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  document.title = fresh.title
  for (const part of document.querySelectorAll('[data-live-part]')) {
    const next = fresh.querySelector(`[data-live-part="${CSS.escape(part.dataset.livePart)}"]`)
    if (next) swap(part, next)
  }
}

function swap(part, next) {
  if (part.dataset.source === next.innerHTML) return
  if (part.dataset.source === undefined && part.innerHTML === next.innerHTML) return
  const source = next.innerHTML
  const focus = part.contains(document.activeElement) ? pathTo(document.activeElement, part) : null
  carryTyping(part, next)
  for (const details of part.querySelectorAll('details[id]')) {
    const same = next.querySelector(`#${CSS.escape(details.id)}`)
    if (same) same.open = details.open
  }
  part.replaceChildren(...next.childNodes)
  part.dataset.source = source
  const again = focus?.(part)
  again?.focus({ preventScroll: true })
  if (again && focus.caret) again.setSelectionRange?.(...focus.caret)
  part.dispatchEvent(new CustomEvent('live:swapped', { bubbles: true }))
}

/** What the person has typed or chosen, where the form's own value says otherwise. */
function carryTyping(part, next) {
  for (const field of part.querySelectorAll('input, textarea, select')) {
    const same = findSame(field, next)
    if (!same) continue
    if (field.type === 'checkbox' || field.type === 'radio') {
      if (field.checked !== field.defaultChecked) same.checked = field.checked
    } else if (field.localName === 'select') {
      if ([...field.options].some((option) => option.selected !== option.defaultSelected)) {
        same.value = field.value
      }
    } else if (
      field.type !== 'hidden' &&
      field.type !== 'file' &&
      field.value !== field.defaultValue
    ) {
      same.value = field.value
    }
  }
}

function findSame(field, root) {
  if (field.id) return root.querySelector(`#${CSS.escape(field.id)}`)
  if (!field.name) return null
  return (
    root.querySelector(`[name="${CSS.escape(field.name)}"][value="${CSS.escape(field.value)}"]`) ??
    root.querySelector(`[name="${CSS.escape(field.name)}"]`)
  )
}

/** Finds the focused element again after the swap: by id, by name, or by where a link leads. */
function pathTo(element, part) {
  const caret =
    'selectionStart' in element && element.selectionStart !== null
      ? [element.selectionStart, element.selectionEnd]
      : undefined
  const index = [...part.querySelectorAll(element.localName)].indexOf(element)
  const find = (root) => {
    if (element.id || element.name) {
      const same = findSame(element, root)
      if (same) return same
    }
    const href = element.getAttribute('href')
    if (href) return root.querySelector(`a[href="${CSS.escape(href)}"]`)
    return root.querySelectorAll(element.localName)[index]
  }
  find.caret = caret
  return find
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    close()
    return
  }
  open()
  // It may have missed something while it was not listening.
  soon()
})
window.addEventListener('pagehide', close)
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  open()
  soon()
})
open()
