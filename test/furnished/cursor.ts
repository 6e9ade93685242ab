import type { Page } from 'playwright-core'

/**
 * Types where the page has put the cursor, as soon as it has: a browser sets it with its first
 * picture, and what is typed before that goes nowhere.
 */
export async function writeAtCursor(page: Page, text: string): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.matches('input, textarea') ?? false)
  await page.keyboard.type(text)
}
