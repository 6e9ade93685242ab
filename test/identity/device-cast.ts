import { expect } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import type { TestApp } from '../support/app.ts'
import { type Browser, openBrowser } from './browser.ts'

/** A browser with the cookie rules that matter here: a cookie goes to its own path alone. */
export type DeviceBrowser = Browser & { id: string }

/** Made by an administrator, paired by its code, as in life. */
export async function pairedDevice(
  app: TestApp,
  kind: 'board' | 'kiosk',
  facility?: string,
): Promise<DeviceBrowser> {
  const code = await codeOf(app, kind, facility)
  const browser = openBrowser(app)
  const answer = await browser.post('/pair', { code })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/${kind}`])
  const [row] = await app.deps.database.query<{ id: string }>(
    sql`SELECT id FROM device ORDER BY paired_at DESC NULLS LAST, created_at DESC LIMIT 1`,
  )
  return { ...browser, id: row?.id ?? '' }
}

/** The code of a new device, off the administrator's page. */
export async function codeOf(
  app: TestApp,
  kind: 'board' | 'kiosk',
  facility?: string,
): Promise<string> {
  const admin = await app.as(['admin'], facility ? { facility } : {})
  const answer = await admin.post(
    '/devices',
    new URLSearchParams({ kind, name: `${kind} in the hall` }).toString(),
    { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  )
  expect(answer.status).toBe(200)
  return codeIn(await answer.text())
}

export function codeIn(page: string): string {
  return /<code>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/.exec(page)?.[1] ?? ''
}

/** Time goes on from here by so many minutes, and stands still then. */
export function passMinutes({ clock }: TestApp, minutes: number): void {
  clock.hold(new Date(clock.now().getTime() + minutes * 60_000).toISOString())
}
