/*
 * The cashier's arithmetic while typing: the total of a new bill, the change of a cash payment. The
 * server counts again; without this script both forms work the same.
 */

const lang = document.documentElement.lang
const money = (amount) =>
  `${new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB').format(amount)} đ`
const digits = (text) => text.replace(/[\s.,đ₫]/gi, '')
const rows = () => [...document.querySelectorAll('[data-price]')]

function total() {
  const shown = document.querySelector('[data-bill-total]')
  if (!shown) return
  let sum = 0
  for (const row of rows()) {
    const typed = row.querySelector('input').value.trim()
    const line = /^\d{1,6}$/.test(typed) ? Number(row.dataset.price) * Number(typed) : 0
    row.closest('tr').querySelector('[data-line-sum]').value = line ? money(line) : ''
    sum += line
  }
  shown.value = money(sum)
}

function change() {
  const part = document.querySelector('[data-cash]')
  if (!part) return
  const shown = part.querySelector('output')
  const typed = digits(part.querySelector('input').value)
  const rest = /^\d{1,12}$/.test(typed) ? Number(typed) - Number(part.dataset.cash) : Number.NaN
  shown.classList.toggle('is-short', rest < 0)
  if (Number.isNaN(rest)) shown.value = ''
  else
    shown.value = `${rest < 0 ? part.dataset.short : part.dataset.change}: ${money(Math.abs(rest))}`
}

/** Notes fill the field: there only where this script can. */
function offerNotes() {
  for (const notes of document.querySelectorAll('.cash-notes')) notes.hidden = false
}

document.addEventListener('input', () => {
  total()
  change()
})
document.addEventListener('live:swapped', () => {
  offerNotes()
  change()
})
document.addEventListener('click', (event) => {
  const note = event.target.closest?.('[data-tendered]')
  if (!note) return
  const field = document.querySelector('[data-cash] input')
  field.value = note.dataset.tendered
  field.focus()
  change()
})

/** Digits typed anywhere on a bill's page are cash: no hand leaves the keyboard. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const field = document.querySelector('[data-cash] input')
  if (field && event.target === document.body && /^\d$/.test(event.key)) field.focus()
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step) moveRow(event, step)
})

/** Up and down go from price to price, as in a column of figures. */
function moveRow(event, step) {
  const fields = rows().map((row) => row.querySelector('input'))
  const at = fields.indexOf(event.target)
  const next = fields[at + step]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
  next.select()
}

offerNotes()
total()
change()
