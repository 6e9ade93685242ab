import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { projectPath } from '../../src/platform/paths.ts'
import { declaredRoutes } from '../../src/web/allow.ts'
import type { Readiness } from '../../src/web/health.ts'
import { styleguideRoutes } from '../../src/web/styleguide.tsx'
import { pageAt, pageDeps } from './page-at.ts'

const readiness: Readiness = {
  migrated: () => true,
  seeded: () => true,
  worker: () => 'elsewhere',
}

it.each([
  [true, true],
  [false, false],
])('the style guide is there in a demonstration alone: %s', (demo, there) => {
  const app = createApp(pageDeps({ demo }), readiness)
  const paths = declaredRoutes(app).map(({ path }) => path)
  expect(paths.includes('/styleguide')).toBe(there)
})

it.each(['vi', 'en'])('the style guide shows every piece, in %s', async (lang) => {
  const site = pageAt((c) => c.text(''), undefined, { demo: true })
  site.route('/', styleguideRoutes())
  const answer = await site.request('/styleguide?said=cancelled', {
    headers: { 'accept-language': lang },
  })
  expect(answer.status).toBe(200)
  const html = await answer.text()
  for (const piece of ['field', 'choice', 'table', 'steps', 'timeline', 'dialog', 'toast said']) {
    expect(html).toContain(`class="${piece}`)
  }
  for (const piece of ['badge-bad', 'notice-error', 'skeleton', 'loading', 'empty', 'file-input']) {
    expect(html).toContain(piece)
  }
})

it('shows the densities that pages have', () => {
  const tokens = css('tokens')
  const [desk = '', touch = ''] = tokens.split('@media (pointer: coarse)')
  const guide = css('styleguide')
  const blockOf = (name: string) =>
    guide.slice(guide.indexOf(`.guide-${name} {`)).split('}')[0] ?? ''
  for (const [name, source] of [
    ['desk', desk],
    ['touch', touch],
  ] as const) {
    const said = [...blockOf(name).matchAll(/--[\w-]+: [^;]+;/g)].map(([line]) => line)
    expect(said).toHaveLength(4)
    for (const line of said) expect(source).toContain(line)
  }
})

function css(name: string): string {
  return readFileSync(projectPath(`src/web/public/${name}.css`), 'utf8')
}
