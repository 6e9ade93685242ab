import { toast, word } from './toast.js'

/* Copies a value that a banking app asks for, and says that it did. */

document.documentElement.classList.add('scripted')

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-use="copy"]')
  if (!button) return
  try {
    await navigator.clipboard.writeText(button.value)
  } catch {
    select(button.previousElementSibling)
    return
  }
  toast(word('copied'), { seconds: 3 })
})

/** Where the clipboard is closed to scripts, the text is at least marked. */
function select(element) {
  if (element) getSelection()?.selectAllChildren(element)
}
