import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

declare global {
  var axe: typeof Axe | undefined
}

/**
 * What axe has to say of a page, however slight: by every rule it has on by default, or by these.
 * It runs in the page itself; asking through a driver costs four times as long.
 */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => globalThis.axe !== undefined))) await page.evaluate(axeSource)
  return page.evaluate(async (only) => {
    const options = { resultTypes: ['violations' as const], ...(only && { runOnly: [...only] }) }
    const results = await globalThis.axe?.run(document, options)
    if (!results) throw new Error('axe is not in the page')
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    )
  }, rules)
}

/** By how many pixels the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}
