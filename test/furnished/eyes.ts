import type { Browser, BrowserContext } from 'playwright-core'
import type { TestApp } from '../support/app.ts'

export const sizes = {
  desktop: { viewport: { width: 1366, height: 768 } },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const
export type Size = keyof typeof sizes
export type Scheme = 'light' | 'dark'

/** On what, in which colours and in which language somebody looks. */
export type Look = { size: Size; scheme: Scheme; lang: 'vi' | 'en' }

export const looks: readonly Look[] = (['desktop', 'tablet', 'phone'] as const).flatMap((size) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['vi', 'en'] as const).map((lang) => ({ size, scheme, lang })),
  ),
)

export function openLook(browser: Browser, look: Look): Promise<BrowserContext> {
  return browser.newContext({
    ...sizes[look.size],
    locale: look.lang === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
  })
}

/** Signs a person of the cast in by the form's own request, without drawing the form. */
export async function signInAs(
  context: BrowserContext,
  app: TestApp,
  siteUrl: string,
  username: string,
): Promise<void> {
  const answer = await app.request('/sign-in', {
    method: 'POST',
    headers: { origin: app.deps.env.publicUrl },
    body: new URLSearchParams({ username, password: app.castPassword }),
  })
  if (answer.status !== 303) throw new Error(`${username} cannot sign in: ${answer.status}`)
  const cookies = answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split('; ')
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), url: siteUrl }
  })
  await context.addCookies(cookies)
}
