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
  message.className = 'toast-text'
  message.textContent = text
  box.append(message)
  return adopt(box, { action, seconds })
}

/** Takes a box into the corner, where it is read out; `seconds: 0` leaves it until it is closed. */
export function adopt(box, { action, seconds = 8 } = {}) {
  const button = box.querySelector('[data-close]') ?? buttonIn(box, action?.label ?? word('close'))
  const away = () => box.remove()
  button.addEventListener('click', () => {
    away()
    action?.run()
  })
  region?.append(box)
  if (seconds) leaveLater(box, seconds * 1000)
  return away
}

function buttonIn(box, label) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'toast-action'
  button.textContent = label
  box.append(button)
  return button
}

/** Who is reading it or has the keyboard in it keeps it. */
function leaveLater(box, wait) {
  const leave = () => {
    if (box.matches(':hover, :focus-within')) setTimeout(leave, 2000)
    else box.remove()
  }
  setTimeout(leave, wait)
}
