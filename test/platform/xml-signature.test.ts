import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { type FacilityCredential, facilityCredential } from '../../src/platform/signing.ts'
import { signEnveloped } from '../../src/platform/xml-signature.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienthong-signature-'))
const at = new Date('2026-11-24T03:00:00Z')
let credential: FacilityCredential

beforeAll(async () => {
  credential = await facilityCredential({ dataFolder: folder, organisation: 'TTYT', at })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const verified = (xml: string) => {
  const verifier = new SignedXml({ publicCert: credential.certificatePem })
  verifier.loadSignature(xml.slice(xml.indexOf('<Signature '), xml.lastIndexOf('</root>')))
  return verifier.checkSignature(xml) ? verifier.getSignedReferences() : []
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** What the gateway's record may hold: one line, nothing that XML cannot carry. */
const line = fc
  .string({ unit: 'grapheme' })
  .map((text) => text.replace(/\s+/g, ' ').replace(/\p{C}/gu, ''))

describe('an enveloped XML signature', () => {
  it.each(['rsa-sha256', 'rsa-sha1'] as const)('by %s is verified by xml-crypto', (algorithm) => {
    const document = '<root><a>Đặng &amp; Nguyễn &lt;1&gt;</a><b></b></root>'
    const signed = signEnveloped(document, credential, at, algorithm)
    expect(verified(signed)).toEqual([document])
    expect(signed).toContain('<SigningTime>2026-11-24T03:00:00.000Z</SigningTime>')
  })

  it('is verified over any text', () => {
    fc.assert(
      fc.property(line, line, (a, b) => {
        const document = `<root><a>${escaped(a)}</a><b>${escaped(b)}</b></root>`
        expect(verified(signEnveloped(document, credential, at, 'rsa-sha256'))).toEqual([document])
      }),
    )
  })

  it('is broken by any change', () => {
    const signed = signEnveloped('<root><a>1</a></root>', credential, at, 'rsa-sha256')
    expect(verified(signed.replace('<a>1', '<a>2'))).toEqual([])
  })
})

it('the credential made once is read again, and a pair that does not match is refused', async () => {
  const again = await facilityCredential({ dataFolder: folder, organisation: 'TTYT', at })
  expect(again.certificatePem).toBe(credential.certificatePem)
  const other = join(folder, 'other')
  await facilityCredential({ dataFolder: other, organisation: 'Khác', at })
  const pair = facilityCredential({
    keyPath: join(folder, 'signing', 'facility.key'),
    certificatePath: join(other, 'signing', 'facility.crt'),
  })
  await expect(pair).rejects.toThrow('is not the certificate of')
})
