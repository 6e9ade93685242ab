/* Where the keyboard goes in a doctor's form: each field once, each group of answers once. */

function stops(form) {
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

const groupOf = (form, { name }) => [...form.elements].filter((field) => field.name === name)

function enter(form, stop) {
  const group = stop.type === 'radio' ? groupOf(form, stop) : []
  const target = group.find((field) => field.checked) ?? stop
  target.focus()
  if (target.select && target.type !== 'radio') target.select()
}

export function focusNext(form, from) {
  const all = stops(form)
  const at = all.findIndex((field) => field === from || (field.name && field.name === from.name))
  const next = all[at + 1]
  if (next) enter(form, next)
}

/** Begins at the first field that is not answered, unless the page begins elsewhere. */
export function focusFirst(form) {
  if (document.activeElement && document.activeElement !== document.body) return
  if (document.querySelector('[data-focus]')) return
  const open = stops(form).find((field) => {
    if (field.type === 'submit') return false
    if (field.type !== 'radio') return field.value.trim() === ''
    return groupOf(form, field).every(({ value, checked }) => value === '' || !checked)
  })
  if (open) enter(form, open)
}

/** A degree by its own number, any other answer by its place. */
export function chooseByKey(form, field, key) {
  const group = groupOf(form, field).filter(({ value }) => value !== '')
  const wanted = group.some(({ value }) => /^\d$/.test(value))
    ? group.find(({ value }) => value === key)
    : group[Number(key) - 1]
  if (!wanted) return false
  wanted.checked = true
  wanted.dispatchEvent(new Event('change', { bubbles: true }))
  wanted.dispatchEvent(new Event('input', { bubbles: true }))
  focusNext(form, wanted)
  return true
}
