import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { facilityCredential } from '../../src/platform/signing.ts'
import { signEnveloped } from '../../src/platform/xml-signature.ts'
import { gatewayXml } from '../../src/renewals/gateway-xml.ts'
import { an, recordOf } from '../renewals/certificate-facts.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienthong-xmlsec-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = new Date('2026-11-24T03:00:00Z')

const verify = (xml: string, certificatePem: string) => {
  writeFileSync(join(folder, 'signed.xml'), xml)
  writeFileSync(join(folder, 'facility.pem'), certificatePem)
  return spawnSync(
    'xmlsec1',
    ['--verify', '--pubkey-cert-pem', join(folder, 'facility.pem'), join(folder, 'signed.xml')],
    { encoding: 'utf8' },
  )
}

it.each(['rsa-sha256', 'rsa-sha1'] as const)(
  'xmlsec1 verifies the %s signature',
  async (method) => {
    const credential = await facilityCredential({ dataFolder: folder, organisation: 'TTYT', at })
    const record = recordOf({ ...an, reason: 'a < b & "c" > d – Đặng', outcome: 'unfit' })
    const xml = signEnveloped(gatewayXml(record), credential, at, method)
    const answer = verify(xml, credential.certificatePem)
    expect(answer.stderr + answer.stdout).toContain('OK')
    expect(answer.status).toBe(0)
  },
)

it('xmlsec1 refuses the document once a value is changed', async () => {
  const credential = await facilityCredential({ dataFolder: folder, organisation: 'TTYT', at })
  const xml = signEnveloped(gatewayXml(recordOf(an)), credential, at, 'rsa-sha256').replace(
    'A0-1',
    'A0-2',
  )
  expect(verify(xml, credential.certificatePem).status).not.toBe(0)
})
