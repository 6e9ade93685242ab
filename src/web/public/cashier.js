/*
 * The cashier's arithmetic while typing: the total of a new bill, the change of a cash payment. The
 * server counts again; without this script both forms work the same.
 */

const lang = document.documentElement.lang
const money = (amount) =>
  `${new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB').format(amount)} đ`
const digits = (text) => text.replace(/[\s.,đ₫]/gi, '')

function total() {
  const shown = document.querySelector('[data-bill-total]')
  if (!shown) return
  let sum = 0
  for (const line of document.querySelectorAll('[data-price]')) {
    const typed = line.querySelector('input').value.trim()
    if (/^\d{1,6}$/.test(typed)) sum += Number(line.dataset.price) * Number(typed)
  }
  shown.value = `${shown.dataset.billTotal}: ${money(sum)}`
}

function change() {
  const part = document.querySelector('[data-cash]')
  if (!part) return
  const typed = digits(part.querySelector('input').value)
  const rest = /^\d{1,12}$/.test(typed) ? Number(typed) - Number(part.dataset.cash) : -1
  part.querySelector('output').value = rest < 0 ? '' : `${part.dataset.change}: ${money(rest)}`
}

document.addEventListener('input', () => {
  total()
  change()
})
document.addEventListener('live:swapped', change)

/** Digits typed anywhere on a bill's page are cash: no hand leaves the keyboard. */
document.addEventListener('keydown', (event) => {
  const field = document.querySelector('[data-cash] input')
  if (!field || event.target !== document.body || !/^\d$/.test(event.key)) return
  if (!event.ctrlKey && !event.altKey && !event.metaKey) field.focus()
})
total()
change()
