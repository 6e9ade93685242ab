/*
 * Passwords typed by hand: show what was typed, tell of Caps Lock, tick the rules off as they are
 * met, and say on the sign-in page that unsent typing is still in this tab.
 */

for (const box of document.querySelectorAll('[data-password]')) {
  const field = box.querySelector('input')
  const button = box.querySelector('button')
  const caps = box.querySelector('[data-caps]')

  button.hidden = false
  button.addEventListener('click', () => {
    const shown = field.type === 'text'
    field.type = shown ? 'password' : 'text'
    button.setAttribute('aria-pressed', String(!shown))
    button.textContent = shown ? button.dataset.show : button.dataset.hide
    field.focus()
  })
  field.form.addEventListener('submit', () => {
    field.type = 'password'
  })

  const watch = (event) => {
    const on = event.getModifierState?.('CapsLock') ?? false
    const text = on && event.type !== 'blur' ? caps.dataset.caps : ''
    if (caps.textContent !== text) caps.textContent = text
  }
  for (const name of ['keydown', 'keyup', 'blur']) field.addEventListener(name, watch)
}

const rules = document.querySelector('[data-rules]')
const [current, next, repeated] = ['current', 'next', 'repeated'].map((name) =>
  document.querySelector(`[data-password] input[name="${name}"]`),
)

/** The browser's opinion; the server has the last word. */
function check() {
  const { min, max } = rules.dataset
  const met = {
    length: next.value.length >= Number(min) && next.value.length <= Number(max),
    differs: next.value !== '' && next.value !== current.value,
    repeated: next.value !== '' && next.value === repeated.value,
  }
  for (const rule of rules.querySelectorAll('[data-rule]')) {
    rule.classList.toggle('is-met', met[rule.dataset.rule])
  }
}
if (rules) for (const field of [current, next, repeated]) field.addEventListener('input', check)

const kept = document.querySelector('[data-drafts-kept]')
if (kept) {
  kept.hidden = !Object.keys(sessionStorage).some((key) => key.startsWith('draft:'))
  kept.closest('[hidden]')?.removeAttribute('hidden')
}
