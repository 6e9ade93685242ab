import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../src/core/actor.ts'
import { barePage, page } from '../../src/web/page.tsx'
import { Button } from '../../src/web/pieces/button.tsx'
import { YesNo } from '../../src/web/pieces/choice.tsx'
import { DataTable } from '../../src/web/pieces/data-table.tsx'
import { Field, TextArea } from '../../src/web/pieces/field.tsx'
import { ErrorSummary, Form } from '../../src/web/pieces/form.tsx'
import { Notice } from '../../src/web/pieces/notice.tsx'
import { PageHead } from '../../src/web/pieces/panel.tsx'
import { QrFrame } from '../../src/web/pieces/qr-frame.tsx'
import { StatusBadge } from '../../src/web/pieces/status-badge.tsx'
import { Steps } from '../../src/web/pieces/steps.tsx'
import { cashier, pageAt } from './page-at.ts'

const title = { vi: 'Hóa đơn', en: 'Bill' }
const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`

async function textOf(app: ReturnType<typeof pageAt>, init?: RequestInit): Promise<string> {
  return (await app.request('/here', init)).text()
}

const english = { headers: { 'accept-language': 'en' } }

function everyPieceSaying(text: string) {
  const both = { vi: text, en: text }
  return (
    <>
      <PageHead lang="vi" title={text} lead={text} back={{ href: '/', label: text }} />
      <ErrorSummary
        lang="vi"
        errors={[{ pointer: `/${text}`, code: 'x', message: both }]}
        labels={{ [text]: text }}
      />
      <Form lang="vi" keep={text} once={text}>
        <Field
          lang="vi"
          name={text}
          label={text}
          value={text}
          hint={text}
          error={text}
          unit={text}
        />
        <TextArea lang="vi" name="note" label={text} value={text} />
        <YesNo lang="vi" name={text} label={both} value={true} />
        <Button lang="vi" name={text} value={text}>
          {text}
        </Button>
      </Form>
      <DataTable
        lang="vi"
        caption={text}
        columns={[{ label: text, head: true, cell: (row) => row }]}
        rows={[text]}
        href={() => text}
      />
      <StatusBadge lang="vi" state={text} label={text} />
      <Steps lang="vi" label={text} steps={[{ label: text, state: 'waiting', reason: both }]} />
      <Notice lang="vi" title={text}>
        {text}
      </Notice>
      <QrFrame lang="vi" src={text} alt={text}>
        {text}
      </QrFrame>
    </>
  )
}

describe('a page', () => {
  it('escapes whatever was stored, in the body, the title, the names and the path', async () => {
    const actor: Actor = { ...cashier, name: hostile }
    const app = pageAt(
      (c) => page(c, { title: { vi: hostile, en: hostile } }, everyPieceSaying(hostile)),
      actor,
      { facilityName: hostile },
    )
    const html = await (await app.request(`/here?q=${hostile}`)).text()
    expect(html).toContain('&lt;script&gt;alert(1)')
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('<img src=x')
    expect(html).not.toMatch(/<script (?!(type="module" )?src="\/assets\/)/)
  })

  it('holds no inline script, style or handler, which the policy would refuse', async () => {
    const app = pageAt(
      (c) =>
        page(c, { title, live: ['visit:1'], scripts: ['qr/decode.js'] }, everyPieceSaying('x')),
      cashier,
      { demo: true },
    )
    const html = await textOf(app)
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
    for (const [tag, inside] of html.matchAll(/<script[^>]*>([^<]*)/g)) {
      expect(tag).toMatch(/ src="\/assets\//)
      expect(inside).toBe('')
    }
  })

  it('speaks the reader’s language and says so', async () => {
    const app = pageAt((c) => page(c, { title }, <p>x</p>), cashier)
    const vi = await textOf(app)
    expect(vi).toMatch(/^<!doctype html><html lang="vi">/)
    expect(vi).toContain('<title>Hóa đơn · Liên thông</title>')
    const en = await textOf(app, english)
    expect(en).toContain('<html lang="en">')
    expect(en).toContain('<title>Bill · Liên thông</title>')
    expect(en).toContain('Sign out')
  })

  it('names the person and the facility, and lets a keyboard skip to its content', async () => {
    const html = await textOf(pageAt((c) => page(c, { title }, <p>x</p>), cashier))
    expect(html).toContain('Lê Thu Hà')
    expect(html).toContain('Trạm Y tế phường Bến Nghé')
    expect(html).toContain('<a class="skip" href="#main">')
    expect(html).toContain('<main class="main main-normal" id="main" tabindex="-1">')
  })

  it.each<[Role, string[]]>([
    [
      'reception',
      ['/', '/patients', '/exams', '/stations', '/appointments', '/groups', '/bills', '/renewals'],
    ],
    ['examiner', ['/', '/patients', '/exams', '/stations']],
    ['cashier', ['/', '/patients', '/exams', '/stations', '/groups', '/bills']],
    [
      'cashier-manager',
      [
        '/',
        '/patients',
        '/exams',
        '/stations',
        '/groups',
        '/bills',
        '/bank-transactions',
        '/figures',
      ],
    ],
    ['licence-desk', ['/', '/patients', '/exams', '/renewals', '/figures']],
    ['admin', ['/', '/stations', '/staff', '/settings']],
    ['auditor', ['/', '/audit']],
  ])('shows %s only the ways that are open to them', async (role, ways) => {
    const actor: Actor = { ...cashier, roles: [role] }
    const html = await textOf(pageAt((c) => page(c, { title }, <p>x</p>), actor))
    const links = [...html.matchAll(/class="nav-link" href="([^"]+)"/g)].map(([, href]) => href)
    expect(links).toEqual(ways)
  })

  it('shows nobody’s navigation to a reader who is not signed in', async () => {
    const html = await textOf(pageAt((c) => page(c, { title }, <p>x</p>)))
    expect(html).not.toContain('nav-link')
    expect(html).not.toContain('/sign-out')
  })

  it('keeps the frame of staff away from a bare page', async () => {
    const html = await textOf(pageAt((c) => barePage(c, { title }, <p>x</p>), cashier))
    expect(html).not.toContain('nav-link')
  })

  it('says in both languages that it is a demonstration, and only then', async () => {
    const draw = pageAt((c) => page(c, { title }, <p>x</p>), cashier, { demo: true })
    expect(await textOf(draw)).toContain('Bản trình diễn')
    expect(await textOf(draw, english)).toContain('Demonstration')
    expect(await textOf(pageAt((c) => page(c, { title }, <p>x</p>), cashier))).not.toContain('demo')
  })

  it('answers with the status it was given', async () => {
    const app = pageAt((c) => page(c, { title, status: 422 }, <p>x</p>), cashier)
    expect((await app.request('/here')).status).toBe(422)
  })
})
