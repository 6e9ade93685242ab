import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The key with which the facility signs what it sends out, and its certificate. */
export type FacilityCredential = {
  privateKey: KeyObject
  certificatePem: string
  /** Base64 DER, one line. */
  certificate: string
  modulus: string
  exponent: string
}

export type CredentialSource =
  | { keyPath: string; certificatePath: string }
  /** Demonstration mode: made once and kept in the data folder. */
  | { dataFolder: string; organisation: string; at: Date }

export async function facilityCredential(source: CredentialSource): Promise<FacilityCredential> {
  if ('keyPath' in source) return readCredential(source.keyPath, source.certificatePath)
  const folder = join(source.dataFolder, 'signing')
  const [keyPath, certificatePath] = [join(folder, 'facility.key'), join(folder, 'facility.crt')]
  try {
    return readCredential(keyPath, certificatePath)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made = await selfSigned(source.organisation, source.at)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The certificate last: a pair is complete when it is there.
  replaceFile(keyPath, made.key)
  replaceFile(certificatePath, made.certificate)
  return readCredential(keyPath, certificatePath)
}

function readCredential(keyPath: string, certificatePath: string): FacilityCredential {
  const certificatePem = readFileSync(certificatePath, 'utf8')
  const certificate = new X509Certificate(certificatePem)
  const privateKey = createPrivateKey(readFileSync(keyPath))
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new Error(`${certificatePath} is not the certificate of ${keyPath}`)
  }
  const { n, e } = certificate.publicKey.export({ format: 'jwk' })
  if (!n || !e) throw new Error(`${certificatePath} must hold an RSA key`)
  return {
    privateKey,
    certificatePem,
    certificate: certificate.raw.toString('base64'),
    modulus: Buffer.from(n, 'base64url').toString('base64'),
    exponent: Buffer.from(e, 'base64url').toString('base64'),
  }
}

async function selfSigned(organisation: string, at: Date) {
  // Loaded only where a certificate is made: the library takes longer than the rest of the start.
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' })
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' })
  const { subtle } = globalThis.crypto
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: [{ O: [organisation] }, { CN: ['lienthong demonstration'] }, { C: ['VN'] }],
    notBefore: at,
    notAfter: new Date(at.getTime() + 5 * 365 * 86_400_000),
    signingAlgorithm: algorithm,
    keys: {
      privateKey: await subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']),
      publicKey: await subtle.importKey('spki', spki, algorithm, true, ['verify']),
    },
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    ],
  })
  const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  return { key, certificate: `${certificate.toString('pem')}\n` }
}

function replaceFile(path: string, content: string): void {
  writeFileSync(`${path}.new`, content, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
