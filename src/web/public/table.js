/*
 * Tables are ordered by their headings and narrowed by their field, in the page. What was chosen
 * stays in the history entry: it is there again after Back, a reload and a live renewal.
 */

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true })
const originals = new WeakMap()
const scrolled = new Map()

const boxes = (root) => root.querySelectorAll('.table-box[data-sorted]')
const nameOf = (box) => box.querySelector('caption').textContent
const rowsOf = (box) => [...box.querySelector('tbody').rows]

function stateOf(box) {
  return history.state?.tables?.[nameOf(box)] ?? {}
}

function keep(box, change) {
  const tables = { ...history.state?.tables, [nameOf(box)]: { ...stateOf(box), ...change } }
  history.replaceState({ ...history.state, tables }, '')
}

/** Without diacritics and capitals, as people look for names. */
const fold = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

function show(box) {
  const { column, direction, text = '' } = stateOf(box)
  if (!originals.has(box)) originals.set(box, rowsOf(box))
  order(box, column, direction)
  narrow(box, text)
}

function order(box, column, direction) {
  const body = box.querySelector('tbody')
  const heads = [...box.querySelectorAll('thead th')]
  heads.forEach((head, index) => {
    if (head.hasAttribute('aria-sort')) {
      head.setAttribute('aria-sort', index === column ? direction : 'none')
    }
  })
  const rows = [...originals.get(box)]
  if (column !== undefined && heads[column]?.hasAttribute('aria-sort')) {
    const sign = direction === 'descending' ? -1 : 1
    const value = (row) => row.cells[column]?.dataset.sort ?? ''
    rows.sort((a, b) => sign * compare(value(a), value(b)))
  }
  if (rows.some((row, index) => row !== body.rows[index])) body.append(...rows)
}

function compare(a, b) {
  if (a === '' || b === '') return Number(a === '') - Number(b === '')
  const [x, y] = [Number(a), Number(b)]
  return Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y
}

function narrow(box, text) {
  const field = box.querySelector('[data-filter]')
  if (!field) return
  if (field.value !== text) field.value = text
  const words = fold(field.value).split(/\s+/).filter(Boolean)
  const rows = rowsOf(box)
  let count = 0
  for (const row of rows) {
    const content = fold(row.textContent)
    row.hidden = !words.every((word) => content.includes(word))
    if (!row.hidden) count += 1
  }
  const said = count ? box.dataset.filtered : box.dataset.filteredNone
  const line = words.length ? said.replace('{count}', count).replace('{total}', rows.length) : ''
  const status = box.querySelector('.table-count')
  if (status.textContent !== line) status.textContent = line
}

/** Up, then down, then as it was. */
const following = { none: 'ascending', ascending: 'descending', descending: 'none' }

document.addEventListener('click', (event) => {
  const head = event.target.closest?.('.table-sort')?.closest('th')
  if (!head) return
  const box = head.closest('.table-box')
  const direction = following[head.getAttribute('aria-sort')]
  keep(box, direction === 'none' ? { column: undefined } : { column: head.cellIndex, direction })
  show(box)
  box.querySelector('[data-order]').textContent = orderIn(box, head, direction)
})

function orderIn({ dataset }, head, direction) {
  if (direction === 'none') return dataset.unsorted
  return dataset.sorted
    .replace('{column}', head.textContent.trim())
    .replace('{direction}', dataset[direction])
}

document.addEventListener('input', (event) => {
  if (!('filter' in event.target.dataset)) return
  const box = event.target.closest('.table-box')
  keep(box, { text: event.target.value })
  narrow(box, event.target.value)
})

/** Sideways, too, a table stays where it was. */
document.addEventListener(
  'scroll',
  ({ target }) => {
    const box = target.closest?.('.table-frame') && target.closest('.table-box')
    if (box) scrolled.set(nameOf(box), target.scrollLeft)
  },
  { capture: true, passive: true },
)

document.addEventListener('live:swapped', ({ target }) => {
  for (const box of boxes(target)) show(box)
  for (const frame of target.querySelectorAll('.table-box > .table-frame')) {
    const left = scrolled.get(nameOf(frame.parentElement))
    if (left) frame.scrollLeft = left
  }
})

for (const box of boxes(document)) show(box)
