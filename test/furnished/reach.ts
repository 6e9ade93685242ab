import type { Page } from 'playwright-core'

const MOST_TABS = 600

/**
 * What a keyboard cannot do on this page: come by Tab to everything that a mouse could press or
 * type into, and see where it is.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(controlsOf)
  const reached = new Set<string>()
  const unseen: string[] = []
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press('Tab')
    const { control, ringed } = await page.evaluate(focusNow)
    if (control === undefined) continue
    if (reached.has(control) && wanted.every((each) => reached.has(each))) break
    if (!ringed && !reached.has(control)) unseen.push(`focus is not seen on ${control}`)
    reached.add(control)
  }
  const missed = wanted.filter((control) => !reached.has(control))
  return [...missed.map((control) => `Tab does not reach ${control}`), ...unseen]
}

/** What can be pressed or typed into, by its markup; the radios of one group are one control. */
function controlsOf(): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type=hidden]), select, textarea, summary',
  )
  const found = new Set<string>()
  for (const control of controls) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue
    if (control.matches(':disabled, [inert] *, [popover] *, dialog:not([open]) *')) continue
    const isRadio = control instanceof HTMLInputElement && control.type === 'radio'
    found.add(isRadio ? `radio ${control.name}` : control.outerHTML)
  }
  return [...found]
}

/** The control that has focus, and whether it, what it fills or what stands for it has a ring. */
function focusNow(): { control: string | undefined; ringed: boolean } {
  const focused = document.activeElement as HTMLElement | null
  if (!focused || focused === document.body) return { control: undefined, ringed: true }
  const hasRing = (element: Element | null, pseudo?: string) => {
    if (!element) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
  }
  const around = ['label', 'td', 'tr', 'li', 'article'].map((name) => focused.closest(name))
  const ringed =
    [focused, focused.nextElementSibling, focused.parentElement, ...around].some((element) =>
      hasRing(element),
    ) || hasRing(focused, '::after')
  const isRadio = focused instanceof HTMLInputElement && focused.type === 'radio'
  return { control: isRadio ? `radio ${focused.name}` : focused.outerHTML, ringed }
}
