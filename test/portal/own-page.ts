import type { TestApp } from '../support/app.ts'

/** What someone reads there. */
export async function textOf(app: TestApp, path: string, lang = 'vi'): Promise<string> {
  const answer = await app.request(path, {
    headers: { accept: 'text/html', 'accept-language': lang },
  })
  const markup = await answer.text()
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

/** A form as it stands on the page, to be sent as a browser sends it. */
export async function formOn(app: TestApp, path: string, action: string) {
  const answer = await app.request(path, { headers: { accept: 'text/html' } })
  const markup = await answer.text()
  const forms = [...markup.matchAll(/<form[^>]* action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)]
  const found = forms.find(([, to = '']) => to.endsWith(action))
  if (!found) throw new Error(`no form to ${action} on ${path}`)
  const [, to = '', body = ''] = found
  const hidden = [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(([input]) => {
    const name = / name="([^"]*)"/.exec(input)?.[1]
    return name ? [[name, / value="([^"]*)"/.exec(input)?.[1] ?? ''] as const] : []
  })
  const send = (typed: Record<string, string> = {}, at = to) =>
    app.request(at, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        accept: 'text/html',
        'accept-language': 'vi',
      },
      body: new URLSearchParams({ ...Object.fromEntries(hidden), ...typed }),
    })
  return { send, to, markup }
}
