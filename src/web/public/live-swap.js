/* Puts the fresh parts of a page in the place of the old ones. Focus and typing survive. */

/** Swaps every live part of this page that differs in `fresh`, the same page as it is now. */
export function swapParts(fresh) {
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
