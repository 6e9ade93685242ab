import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readBankLinks } from '../../src/platform/bank-links.ts'
import { projectPath } from '../../src/platform/paths.ts'
import { bankLinksFor } from '../../src/portal/bank-link.ts'
import { withApp } from '../support/app.ts'
import { arrive, bill, slipOf } from './visitor.ts'

const links = {
  source: '[recalled]',
  template: 'https://pay.example/go?app={app}&to={account}@{code}&am={amount}&tn={memo}',
  codes: { '970436': 'vcb' },
  apps: [{ app: 'one', name: 'Ngân hàng Một' }],
}
const transfer = { account: '01 23&x', bin: '970436', amount: 250_000, memo: 'LTAB12' }
const folder = mkdtempSync(join(tmpdir(), 'lienthong-links-'))
afterAll(() => rmSync(folder, { recursive: true }))

function reading(content: string) {
  const path = join(folder, 'links.json')
  writeFileSync(path, content)
  return readBankLinks(path)
}

describe('a link that opens a bank’s app', () => {
  it('carries the transfer, encoded', () => {
    expect(bankLinksFor(links, transfer)).toEqual([
      {
        name: 'Ngân hàng Một',
        href: 'https://pay.example/go?app=one&to=01%2023%26x@vcb&am=250000&tn=LTAB12',
      },
    ])
  })

  it('is not made without the bank’s code where the template asks for it', () => {
    const unknown = { ...transfer, bin: '970499' }
    expect(bankLinksFor(links, unknown)).toEqual([])
    const byBin = { ...links, template: 'https://pay.example/{bin}/{account}' }
    expect(bankLinksFor(byBin, unknown)[0]?.href).toBe('https://pay.example/970499/01%2023%26x')
  })
})

describe('the file of links', () => {
  it('comes with its tag, and is read as it lies in the repository', () => {
    const read = readBankLinks(projectPath('fixtures/reference/bank-links.json'))
    expect(read?.source).toMatch(/^\[recalled\]/)
    expect(read?.apps.length).toBeGreaterThan(3)
  })

  it.each([
    ['no JSON', 'x'],
    ['no source', JSON.stringify({ ...links, source: '' })],
    ['not https', JSON.stringify({ ...links, template: 'http://pay.example/{account}' })],
    ['a script', JSON.stringify({ ...links, template: 'javascript:alert({account})' })],
    ['no account', JSON.stringify({ ...links, template: 'https://pay.example/' })],
    ['an unknown key', JSON.stringify({ ...links, more: 1 })],
  ])('is refused: %s', (_why, content) => {
    expect(reading(content)).toBeUndefined()
  })

  it('is read when it is right, and is nothing where it is not', () => {
    expect(reading(JSON.stringify(links))).toEqual(links)
    expect(readBankLinks(join(folder, 'nowhere.json'))).toBeUndefined()
  })
})

describe('the bill on the phone', () => {
  const app = withApp({ BANK_LINKS_FILE: links })

  it('opens the app of one’s bank, which is told nothing of the page it came from', async () => {
    const visitor = await arrive(app())
    const invoice = await bill(visitor)
    const answer = await app().request(await slipOf(app(), visitor))
    const { BANK_ACCOUNT: account } = app().deps.env
    const markup = await answer.text()
    const href = `https://pay.example/go?app=one&amp;to=${account}@vcb&amp;am=${invoice.total}&amp;tn=${invoice.billCode}`
    expect(markup).toContain(`href="${href}" target="_blank" rel="noopener noreferrer"`)
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  })
})
