import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { type Outside, startOutside } from '../../fixtures/outside/launch.ts'
import { type FacilityCredential, facilityCredential } from '../../src/platform/signing.ts'
import { signEnveloped } from '../../src/platform/xml-signature.ts'
import type { CertificateFacts, GatewayRecord } from '../../src/renewals/gateway-record.ts'
import { gatewayXml } from '../../src/renewals/gateway-xml.ts'
import { an, recordOf } from './certificate-facts.ts'

const secrets = {
  gatewayUsername: 'gksk_48001',
  gatewayPassword: 'secret',
  authorityToken: 'token-of-the-authority',
  authorityWebhookSecret: 'webhook-secret-of-the-authority',
}
const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const at = new Date('2026-11-24T03:00:00Z')

let folder: string
let credential: FacilityCredential
let outside: Outside

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-outside-'))
  credential = await facilityCredential({ dataFolder: folder, organisation: 'Trung tâm Y tế', at })
  outside = await start()
})

afterAll(async () => {
  await outside.stop()
  rmSync(folder, { recursive: true, force: true })
})

const start = () =>
  startOutside({
    dataFolder: folder,
    facilityCertificatePem: credential.certificatePem,
    callbackBaseUrl: 'http://127.0.0.1:9',
    centre: { bin: '970436', account: '1012026048001' },
    secrets,
  })

let serial = 0
const fresh = (change: Partial<CertificateFacts> = {}): CertificateFacts => {
  serial += 1
  const certificateNumber = `${String(serial).padStart(5, '0')}/GKSKLX/48001/26`
  return { ...an, certificateNumber, ...change }
}

const signed = (record: GatewayRecord) => ({
  ...record,
  SIGNDATA: Buffer.from(signEnveloped(gatewayXml(record), credential, at, 'rsa-sha256')).toString(
    'base64',
  ),
})

const send = async (body: object, password = 'secret') => {
  const digest = createHash('md5').update(password).digest('hex')
  const response = await fetch(`${outside.gateway.url}/api/hssk/gksk`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      Username: secrets.gatewayUsername,
      Password: digest,
    },
    body: JSON.stringify(body),
  })
  return (await response.json()) as { MSG_STATE: string; MSG_TEXT: string; SO: string }
}

const json = async (url: string, init?: RequestInit) =>
  (await (await fetch(url, init)).json()) as Record<string, unknown>

describe('the gateway', () => {
  it('takes a certificate that keeps every rule', async () => {
    const record = recordOf(fresh())
    expect(await send(signed(record))).toMatchObject({ MSG_STATE: '1', SO: record.SO })
  })

  it('refuses the same number as ADD twice and takes it as EDIT', async () => {
    const facts = fresh()
    await send(signed(recordOf(facts)))
    expect(await send(signed(recordOf(facts)))).toMatchObject({
      MSG_STATE: '0',
      MSG_TEXT: 'Số giấy khám đã tồn tại',
    })
    expect(await send(signed(recordOf(facts, 'EDIT')))).toMatchObject({ MSG_STATE: '1' })
    expect(await send(signed(recordOf(fresh(), 'EDIT')))).toMatchObject({ MSG_STATE: '0' })
  })

  it('refuses a wrong password', async () => {
    expect(await send(signed(recordOf(fresh())), 'wrong')).toMatchObject({ MSG_STATE: '0' })
  })

  it.each([
    [{ NGAYSINH: '31/02/1985' }],
    [{ NGAYSINH: '1985-03-02' }],
    [{ SOCMND_PASSPORT: '12345' }],
    [{ NOICAP: 'Cục Cảnh sát quản lý hành chính' }],
    [{ GIOITINHVAL: '2' }],
    [{ STATE: 'CANCEL' }],
    [{ KETLUAN: '1' }],
    [{ HANGBANGLAI: 'B2' }],
    [{ MAHUYEN_THUONGTRU: '490' }],
  ])('refuses %o', async (change) => {
    const body = { ...signed(recordOf(fresh())), ...change }
    expect(await send(body)).toMatchObject({ MSG_STATE: '0' })
  })

  it('refuses JSON that says other than the signed XML', async () => {
    const body = { ...signed(recordOf(fresh())), KETLUAN: 'A0-3' }
    expect((await send(body)).MSG_TEXT).toContain('KETLUAN differs')
  })

  it('refuses a changed, an unsigned, a wrapped and a foreign document', async () => {
    const record = recordOf(fresh())
    const xml = signEnveloped(gatewayXml(record), credential, at, 'rsa-sha256')
    const other = await facilityCredential({
      dataFolder: join(folder, 'other'),
      organisation: 'Khác',
      at,
    })
    const documents = [
      xml.replace('A0-1', 'A0-2'),
      gatewayXml(record),
      `<root>${xml}${gatewayXml(record).slice(6)}`,
      xml.replace('<UUID></UUID>', '<UUID>1</UUID>'),
      signEnveloped(gatewayXml(record), other, at, 'rsa-sha256'),
      'not xml',
    ]
    for (const document of documents) {
      const body = { ...record, SIGNDATA: Buffer.from(document).toString('base64') }
      expect((await send(body)).MSG_STATE, document.slice(0, 60)).toBe('0')
    }
  })

  it('takes a document that another program wrote and signed, with empty elements in short', async () => {
    const record = recordOf(fresh())
    const signer = new SignedXml({
      privateKey: credential.privateKey,
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalizationAlgorithm: c14n,
      getKeyInfoContent: () =>
        `<KeyValue><RSAKeyValue><Modulus>${credential.modulus}</Modulus><Exponent>AQAB</Exponent>` +
        `</RSAKeyValue></KeyValue><X509Data><X509Certificate>${credential.certificate}` +
        '</X509Certificate></X509Data>',
      objects: [{ content: `<SigningTime>${at.toISOString()}</SigningTime>` }],
    })
    const transforms = [`${dsig}enveloped-signature`, c14n]
    const digestAlgorithm = 'http://www.w3.org/2001/04/xmlenc#sha256'
    signer.addReference({ xpath: '/*', uri: '', isEmptyUri: true, transforms, digestAlgorithm })
    signer.computeSignature(gatewayXml(record), { location: { reference: '/*', action: 'append' } })
    const xml = signer.getSignedXml()
    expect(xml).toContain('<UUID/>')
    const take = (text: string) =>
      send({ ...record, SIGNDATA: Buffer.from(text).toString('base64') })
    expect(await take(xml.replace('A0-1', 'A0-2'))).toMatchObject({ MSG_STATE: '0' })
    expect(await take(xml)).toMatchObject({ MSG_STATE: '1' })
  })

  it('takes an RSA-SHA1 signature, as its older clients make it', async () => {
    const record = recordOf(fresh())
    const xml = signEnveloped(gatewayXml(record), credential, at, 'rsa-sha1')
    const body = { ...record, SIGNDATA: Buffer.from(xml).toString('base64') }
    expect(await send(body)).toMatchObject({ MSG_STATE: '1' })
  })

  it('does its work and loses the answer on command', async () => {
    const record = recordOf(fresh())
    await json(`${outside.gateway.url}/_control`, { method: 'POST', body: '{"lose":1}' })
    await expect(send(signed(record))).rejects.toThrow()
    const { certificates } = await json(`${outside.gateway.url}/_state?so=${record.SO}`)
    expect(certificates).toHaveLength(1)
  })

  it('comes back on the same port, with what it had, after dying in an answer', async () => {
    const record = recordOf(fresh())
    await json(`${outside.gateway.url}/_control`, { method: 'POST', body: '{"crash":1}' })
    await expect(send(signed(record))).rejects.toThrow()
    const url = `${outside.gateway.url}/_state?so=${record.SO}`
    await expect
      .poll(() => json(url).catch(() => ({})), { timeout: 10_000 })
      .toMatchObject({
        certificates: [{ SO: record.SO }],
      })
  })

  it('answers as failing on command', async () => {
    const fail = '{"fail":{"count":1,"status":503}}'
    await json(`${outside.gateway.url}/_control`, { method: 'POST', body: fail })
    expect(await send(signed(recordOf(fresh())))).not.toHaveProperty('MSG_STATE')
    expect(await send(signed(recordOf(fresh())))).toMatchObject({ MSG_STATE: '1' })
  })
})

describe('the launcher', () => {
  it('leaves no process behind when its own is killed', async () => {
    const script = `
      const { startOutside } = await import(${JSON.stringify(`${process.cwd()}/fixtures/outside/launch.ts`)})
      const outside = await startOutside(JSON.parse(process.argv[1]))
      console.log(outside.gateway.url)
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50)`
    const settings = {
      dataFolder: join(folder, 'killed'),
      facilityCertificatePem: credential.certificatePem,
      callbackBaseUrl: 'http://127.0.0.1:9',
      centre: { bin: '970436', account: '1' },
      secrets,
    }
    let printed = ''
    try {
      execFileSync(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', script, JSON.stringify(settings)],
        { encoding: 'utf8' },
      )
    } catch (error) {
      printed = (error as { stdout: string }).stdout
    }
    const url = printed.trim()
    expect(url).toMatch(/^http:/)
    await expect
      .poll(
        () =>
          fetch(`${url}/_state`).then(
            () => 'there',
            () => 'gone',
          ),
        { timeout: 5_000 },
      )
      .toBe('gone')
  })
})
