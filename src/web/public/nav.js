import { adopt, toast, word } from './toast.js'

/* Small conveniences of the frame; everything works without them. */

document.addEventListener('click', async (event) => {
  const use = event.target.closest?.('[data-use]')?.dataset.use
  if (use === 'print') window.print()
  const dialog = use?.startsWith('open:') && document.getElementById(use.slice(5))
  if (dialog) {
    // A link leads, without scripts, to a page that asks the same.
    event.preventDefault()
    dialog.showModal()
  }
  if (use?.startsWith('copy:')) {
    await navigator.clipboard.writeText(use.slice(5))
    toast(word('copied'), { seconds: 3 })
  }
})

/** The present entry of a strip that is narrower than its entries is in sight. */
for (const strip of document.querySelectorAll('.nav, .tabs')) {
  const present = strip.querySelector('[aria-current]')
  if (!present || strip.scrollWidth <= strip.clientWidth) continue
  const left = present.getBoundingClientRect().left - strip.getBoundingClientRect().left
  strip.scrollLeft += left - (strip.clientWidth - present.clientWidth) / 2
}

/** What has just been done moves into the corner and out of the address: reloading says it no more. */
const said = document.getElementById('said')
if (said) {
  adopt(said, { seconds: 'undo' in said.dataset ? 0 : 8 })
  const address = new URL(location.href)
  address.searchParams.delete('said')
  history.replaceState(history.state, '', address)
}
