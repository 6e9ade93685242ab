import { toast, word } from './toast.js'

/* Small conveniences of the frame; everything works without them. */

const typing = (element) => element?.closest('input, textarea, select, [contenteditable]')

/** `/` goes to the page's search field. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (typing(document.activeElement)) return
  const field = document.querySelector('[data-use="search"], input[type="search"]')
  if (!field) return
  event.preventDefault()
  field.focus()
  field.select()
})

document.addEventListener('click', async (event) => {
  const use = event.target.closest?.('[data-use]')?.dataset.use
  if (use === 'print') window.print()
  if (use?.startsWith('open:')) document.getElementById(use.slice(5))?.showModal()
  if (use?.startsWith('copy:')) {
    await navigator.clipboard.writeText(use.slice(5))
    toast(word('copied'), { seconds: 3 })
  }
})

/** The present entry of a narrow screen's navigation strip is in sight. */
const strip = document.querySelector('.nav')
const present = strip?.querySelector('[aria-current]')
if (present && strip.scrollWidth > strip.clientWidth) {
  strip.scrollLeft = present.offsetLeft - strip.clientWidth / 3
}
