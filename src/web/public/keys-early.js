/*
 * Keys that are pressed while the page is still coming are kept, and pressed again once its modules
 * listen. The only classic script, and the first: it hears from the first moment. What is typed into a
 * field goes where it goes.
 */
;(() => {
  const typable = 'input, textarea, select, [contenteditable]'
  /** More keys than that, or a digit, come from a scanner: no shortcut has one. */
  const MOST_KEYS = 4
  const kept = []

  function keep(event) {
    if (event.repeat || event.isComposing || event.keyCode === 229) return
    if (['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'].includes(event.key)) return
    const held = event.ctrlKey || event.altKey || event.metaKey
    if (held ? event.getModifierState('AltGraph') : event.target.closest?.(typable)) return
    if (held || event.key.length === 1) kept.push(event)
  }

  function pressAgain() {
    removeEventListener('keydown', keep, true)
    if (kept.length > MOST_KEYS || kept.some(({ key }) => /^\d$/.test(key))) return
    for (const event of kept) {
      // Whoever listened already has done it.
      if (event.defaultPrevented) continue
      const { key, code, ctrlKey, altKey, metaKey, shiftKey } = event
      const held = { ctrlKey, altKey, metaKey, shiftKey }
      const again = { key, code, ...held, bubbles: true, cancelable: true }
      const target = event.target?.isConnected ? event.target : document.body
      target.dispatchEvent(new KeyboardEvent('keydown', again))
    }
  }

  addEventListener('keydown', keep, true)
  // After every module, and after what they do when the page is there.
  addEventListener('DOMContentLoaded', () => setTimeout(pressAgain))
})()
