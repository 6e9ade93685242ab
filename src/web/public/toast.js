const region = document.getElementById('toasts')

/** A word of the page's language, put there by the server. */
export function word(name) {
  return region?.dataset[name.toLowerCase()] ?? ''
}

/** Says something in the corner; `action` is `{label, run}`. Gives back what takes it away. */
export function toast(text, { action, seconds = 8 } = {}) {
  const box = document.createElement('div')
  box.className = 'toast'
  const message = document.createElement('span')
  message.textContent = text
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = action?.label ?? word('close')
  const away = () => box.remove()
  button.addEventListener('click', () => {
    away()
    action?.run()
  })
  box.append(message, button)
  region?.append(box)
  if (seconds) setTimeout(away, seconds * 1000)
  return away
}
