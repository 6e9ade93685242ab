import type { Instance } from '../../fixtures/story/instance.ts'

/** Someone of the cast, signed in at a browser. */
export async function signIn(instance: Instance, role: string): Promise<Record<string, string>> {
  const { username, password } = instance.account(role)
  const response = await fetch(`${instance.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams({ username, password }),
  })
  if (response.status !== 303) throw new Error(`sign-in as ${role}: ${response.status}`)
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0])
  return { cookie: cookie.join('; ') }
}
