import { toast, word } from './toast.js'

/* Copies a value that a banking app asks for, and keeps "40 minutes ago" true. */

const MINUTE = 60_000

document.documentElement.classList.add('scripted')

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-use="copy"]')
  if (!button) return
  try {
    await navigator.clipboard.writeText(button.value)
  } catch {
    select(button.closest('.visit-row')?.querySelector('.visit-code'))
    return
  }
  toast(word('copied'), { seconds: 3 })
})

/** Where the clipboard is closed to scripts, the text is at least marked. */
function select(element) {
  if (element) getSelection()?.selectAllChildren(element)
}

setInterval(() => {
  for (const element of document.querySelectorAll('[data-ago]')) {
    const minutes = Math.floor((Date.now() - Date.parse(element.dataset.ago)) / MINUTE)
    if (minutes > 0) element.textContent = element.dataset.words.replace('{time}', spoken(minutes))
  }
}, MINUTE)

/** As core/duration.ts says it. */
function spoken(minutes) {
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)]
  if (minutes < 60) return amount(minutes, 'minute')
  if (hours >= 48) return amount(days, 'day')
  const rest = minutes % 60
  return rest ? `${amount(hours, 'hour')} ${amount(rest, 'minute')}` : amount(hours, 'hour')
}

function amount(count, unit) {
  const { lang } = document.documentElement
  return count.toLocaleString(lang, { style: 'unit', unit, unitDisplay: 'long' })
}
