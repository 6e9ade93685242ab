import { word } from './toast.js'

/*
 * Shortcuts: whatever carries `data-key` is pressed by its keys, one (`n`) or two after another
 * (`g b`), while nothing is being typed. `?` lists them. Ctrl or ⌘ with K opens the palette.
 */

const SECOND_KEY_MS = 1500
const typable =
  'input:not([type=button], [type=submit], [type=reset]), textarea, select, [contenteditable]'
let first
let timer

document.addEventListener('keydown', (event) => {
  // A composing input method owns its keys; 229 is how older ones say that they compose.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    if (event.key.toLowerCase() === 'k' && openPalette()) event.preventDefault()
    return
  }
  // A key that is held down is pressed once: it does not go on to work the next page.
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
  if (event.target.closest?.(typable) || document.querySelector('dialog[open]')) return
  if (press(event)) event.preventDefault()
})

function press(event) {
  const key = event.shiftKey ? event.key : event.key.toLowerCase()
  if (key.length !== 1 || key === ' ') return false
  const both = first && `${first} ${key}`
  forget()
  const found = (both && find(both)) ?? find(key)
  if (found) {
    run(found)
    return true
  }
  if (key === '/') return toSearch()
  if (!offered().some(({ dataset }) => dataset.key.startsWith(`${key} `))) return false
  first = key
  timer = setTimeout(forget, SECOND_KEY_MS)
  return true
}

function forget() {
  clearTimeout(timer)
  first = undefined
}

const offered = () =>
  [...document.querySelectorAll('[data-key]')].filter(
    (element) => !element.disabled && !element.closest('[hidden], [inert]'),
  )

const find = (keys) => offered().find(({ dataset }) => dataset.key === keys)

function run(element) {
  if (!element.matches(`${typable}, summary`)) return element.click()
  element.focus()
  element.select?.()
  if (element.matches('summary')) element.click()
}

function searchField() {
  return document.querySelector('[data-use="search"], main input[type="search"]')
}

function toSearch() {
  const field = searchField()
  field?.focus()
  field?.select()
  return Boolean(field)
}

/** Whoever has a palette takes the event; where nobody does, its link leads to a page. */
function openPalette() {
  return !document.dispatchEvent(new CustomEvent('palette:open', { cancelable: true }))
}

document.addEventListener('click', (event) => {
  const use = event.target.closest?.('[data-use]')?.dataset.use
  if (use === 'palette' && !event.ctrlKey && !event.metaKey && openPalette()) event.preventDefault()
  if (use === 'keys') showKeys()
})

function showKeys() {
  const dialog = document.createElement('dialog')
  dialog.className = 'dialog keys'
  dialog.setAttribute('aria-labelledby', 'keys-title')
  const title = make('h2', 'dialog-title', word('keysTitle'))
  title.id = 'keys-title'
  const close = make('button', 'button button-secondary', word('close'))
  close.type = 'button'
  close.autofocus = true
  close.addEventListener('click', () => dialog.close())
  const end = make('p', 'dialog-close')
  end.append(close)
  dialog.append(title, ...lists(), end)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
  document.body.append(dialog)
  dialog.showModal()
}

function lists() {
  const all = offered().filter(({ dataset }) => dataset.key !== '?' && dataset.key !== '/')
  const goes = (element) => element.dataset.key.startsWith('g ')
  const named = (elements) => elements.map((element) => [element.dataset.key, nameOf(element)])
  const always = [
    ['Ctrl+K', word('keysFind')],
    ...(searchField() || find('/') ? [['/', word('keysSearch')]] : []),
    ['?', word('keysTitle')],
  ]
  return [
    [word('keysHere'), named(all.filter((element) => !goes(element)))],
    [word('keysGo'), named(all.filter(goes))],
    [word('keysEverywhere'), always],
  ].flatMap(([heading, rows]) => (rows.length ? [list(heading, rows)] : []))
}

const nameOf = (element) =>
  element.dataset.keyLabel ??
  element.getAttribute('aria-label') ??
  element.labels?.[0]?.textContent.trim() ??
  element.textContent.trim()

function list(heading, rows) {
  const section = make('section', 'keys-part')
  const facts = make('dl', 'keys-list')
  for (const [keys, name] of rows) {
    const row = make('div', '')
    const chord = make('dd', '')
    for (const [index, key] of keys.split(/[ +]/).entries()) {
      if (index) chord.append(keys.includes('+') ? ' + ' : ` ${word('keysThen')} `)
      chord.append(make('kbd', 'kbd', key.length === 1 ? key.toUpperCase() : key))
    }
    row.append(make('dt', '', name), chord)
    facts.append(row)
  }
  section.append(make('h3', 'keys-heading', heading), facts)
  return section
}

function make(name, className, text) {
  const element = document.createElement(name)
  if (className) element.className = className
  if (text) element.textContent = text
  return element
}
