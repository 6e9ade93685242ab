import { toast, word } from './toast.js'

/*
 * Forms: sent once, typing kept in this tab until it is sent, numbers checked as they are typed.
 * A draft belongs to one person (data-user) and one form (data-keep); it lives in sessionStorage.
 * Where the server holds the drafts (data-keep-sent), the tab keeps only what is being sent, for
 * the case that the session has ended, and gives it back once.
 */

const PREFIX = 'draft:'
const { user, status } = document.body.dataset
const kept = [...document.querySelectorAll('form[data-keep]')]
const keyOf = (form) => `${PREFIX}${user ?? ''}:${form.dataset.keep}`

function drafts() {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX))
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function write(key, draft) {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // A full store loses the convenience, not the form.
  }
}

const keepable = (field) =>
  field.name === 'seen' ||
  (field.name &&
    !field.name.startsWith('_') &&
    !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type))

function typed(form) {
  return [...form.elements]
    .filter(keepable)
    .map((field) =>
      field.type === 'checkbox' || field.type === 'radio'
        ? [field.name, field.value, field.checked]
        : [field.name, field.value],
    )
}

function putBack(form, values) {
  let changed = false
  for (const [name, value, checked] of values) {
    for (const field of form.elements) {
      if (field.name !== name || !keepable(field)) continue
      if (checked === undefined) {
        if (field.value !== value) changed = true
        field.value = value
      } else if (field.value === value) {
        if (field.checked !== checked) changed = true
        field.checked = checked
      }
    }
  }
  return changed
}

/** What was sent and answered well is done with; what was refused or not answered stays a draft. */
function settle() {
  const answered = user !== undefined && Number(status) < 400
  for (const key of drafts()) {
    const draft = read(key)
    if (!draft?.sent) continue
    const own = key.startsWith(`${PREFIX}${user}:`)
    if (own && (answered || draft.brief)) sessionStorage.removeItem(key)
    else write(key, { ...draft, sent: false })
  }
}

function restore() {
  for (const form of kept) {
    const draft = read(keyOf(form))
    if (!draft) continue
    if (draft.brief) sessionStorage.removeItem(keyOf(form))
    if (!putBack(form, draft.values)) continue
    form.dispatchEvent(new Event('input', { bubbles: true }))
    toast(word('restored'), {
      seconds: 0,
      action: {
        label: word('discard'),
        run: () => {
          sessionStorage.removeItem(keyOf(form))
          form.reset()
          form.dispatchEvent(new Event('input', { bubbles: true }))
        },
      },
    })
  }
}

settle()
// After every module: what listens to typing hears of typing that comes back.
if (status === '200') document.addEventListener('DOMContentLoaded', restore)

const save = (form) =>
  write(keyOf(form), {
    values: typed(form),
    sent: form.dataset.sent === 'yes',
    brief: 'keepSent' in form.dataset,
  })

for (const form of kept) {
  if ('keepSent' in form.dataset) continue
  let waiting
  const later = (event) => {
    if (!event.isTrusted) return
    clearTimeout(waiting)
    waiting = setTimeout(save, 300, form)
  }
  form.addEventListener('input', later)
  form.addEventListener('change', later)
  form.addEventListener('submit', () => clearTimeout(waiting))
}

/** The second submit of a form that is under way is dropped; the button says that it is. */
document.addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || form.method !== 'post') return
  if (form.dataset.sent) {
    event.preventDefault()
    return
  }
  form.dataset.sent = 'yes'
  if (kept.includes(form)) save(form)
  if ('forget' in form.dataset) for (const key of drafts()) sessionStorage.removeItem(key)
  const button = event.submitter
  const label = button?.querySelector('span')
  if (!button?.dataset.busy || !label) return
  button.dataset.idle = label.textContent
  button.setAttribute('aria-busy', 'true')
  label.textContent = button.dataset.busy
})

/** Back from the next page, the form may be sent again. */
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent
  for (const button of document.querySelectorAll('button[aria-busy]')) {
    button.removeAttribute('aria-busy')
    const label = button.querySelector('span')
    if (label && button.dataset.idle) label.textContent = button.dataset.idle
  }
})

/** A number outside what can be measured is marked at once; the server still has the last word. */
document.addEventListener('change', (event) => {
  const field = event.target
  if (!('min' in field.dataset) && !('max' in field.dataset)) return
  const number = Number(field.value.trim().replace(',', '.').replace('−', '-'))
  const outside =
    field.value.trim() !== '' &&
    !(
      number >= Number(field.dataset.min ?? -Infinity) &&
      number <= Number(field.dataset.max ?? Infinity)
    )
  if (outside) field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
})

/** A date that is typed in one of the ways people type it is shown in the page's own way. */
document.addEventListener('change', (event) => {
  const field = event.target
  if (!('date' in field.dataset)) return
  const parts = /^(\d{1,2})[-/. ]?(\d{1,2})[-/. ]?(\d{4})$/.exec(field.value.trim())
  if (parts)
    field.value = parts
      .slice(1)
      .map((part) => part.padStart(2, '0'))
      .join('/')
})

/** The names of chosen files stand beside our own button. */
document.addEventListener('change', ({ target }) => {
  const name = target.type === 'file' && target.parentElement?.querySelector('.file-name')
  if (name) name.textContent = [...target.files].map((file) => file.name).join(', ')
})

/** A form that came back begins at its list of faults. */
if (Number(status) >= 400) document.querySelector('[data-focus]')?.focus()
