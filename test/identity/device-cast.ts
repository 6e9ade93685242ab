import { expect } from 'vitest'
import { deviceCookie } from '../../src/identity/device.ts'
import { pairDevice } from '../../src/identity/device-commands.ts'
import { sql } from '../../src/platform/database.ts'
import type { TestApp } from '../support/app.ts'
import { type Browser, openBrowser } from './browser.ts'

export type DeviceBrowser = Browser & { id: string }

/** Made by an administrator, paired by its code; not through the door, which lets in ten a minute. */
export async function pairedDevice(
  app: TestApp,
  kind: 'board' | 'kiosk',
  facility?: string,
): Promise<DeviceBrowser> {
  const code = await codeOf(app, kind, facility)
  const { token } = await pairDevice(app.deps, code)
  const browser = openBrowser(app)
  browser.cookies.set(deviceCookie(kind), token)
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
