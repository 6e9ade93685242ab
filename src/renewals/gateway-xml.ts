import { SignedXml } from 'xml-crypto'
import type { GatewayRecord } from './gateway-record.ts'

/** The facility's key and certificate, parsed once. */
export type XmlSigner = {
  /** A `KeyObject` or PEM; a key object is not parsed again for each signature. */
  privateKey: NonNullable<SignedXml['privateKey']>
  /** Base64 DER, one line. */
  certificate: string
  /** Base64 of the RSA public key's numbers. */
  modulus: string
  exponent: string
}

export type XmlSignatureAlgorithm = 'rsa-sha256' | 'rsa-sha1'

const methods = {
  'rsa-sha256': {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  },
  // What the gateway's older clients use.
  'rsa-sha1': {
    signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
  },
} as const

const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const canonical = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'

/** Elements of `<root>` in the format's order; `''` is an element that stays empty. */
const elements: readonly (readonly [name: string, field: keyof GatewayRecord | ''])[] = [
  ['UUID', ''],
  ['CREATEDDATE', ''],
  ['USERCREATE', ''],
  ['STATUS', ''],
  ['ACTION', ''],
  ['SO', 'SO'],
  ['HOTEN', 'HOTEN'],
  ['NGAYSINH', 'NGAYSINH'],
  ['GIOITINHVAL', 'GIOITINHVAL'],
  ['SOCMND_PASSPORT', 'SOCMND_PASSPORT'],
  // The format's own spelling: without the N that the JSON field has.
  ['NGAYTHANGNAMCAPCMD', 'NGAYTHANGNAMCAPCMND'],
  ['NOICAP', 'NOICAP'],
  ['ECITIZENCODE', ''],
  ['MOBILE', ''],
  ['EMAIL', ''],
  ['DIACHITHUONGTRU', 'DIACHITHUONGTRU'],
  ['MATINH_THUONGTRU', 'MATINH_THUONGTRU'],
  ['MAHUYEN_THUONGTRU', ''],
  ['MAXA_THUONGTRU', 'MAXA_THUONGTRU'],
  ['NONGDOCON', 'NONGDOCON'],
  ['DVINONGDOCON', 'DVINONGDOCON'],
  ['MATUY', 'MATUY'],
  ['KETLUAN', 'KETLUAN'],
  ['HANGBANGLAI', 'HANGBANGLAI'],
  ['NGAYKETLUAN', 'NGAYKETLUAN'],
  ['BACSYKETLUAN', 'BACSYKETLUAN'],
  ['NGAYKHAMLAI', 'NGAYKHAMLAI'],
  ['LYDO', 'LYDO'],
  ['TINHTRANGBENH', 'TINHTRANGBENH'],
]

export function gatewayXml(record: GatewayRecord): string {
  const body = elements.map(([name, field]) => element(name, field ? record[field] : '')).join('')
  return `<root>${body}</root>`
}

/** The same document with an enveloped XMLDSig by the facility as its last child. */
export function signGatewayXml(
  xml: string,
  signer: XmlSigner,
  at: Date,
  algorithm: XmlSignatureAlgorithm = 'rsa-sha256',
): string {
  const { signature, digest } = methods[algorithm]
  const signed = new SignedXml({
    privateKey: signer.privateKey,
    signatureAlgorithm: signature,
    canonicalizationAlgorithm: canonical,
    getKeyInfoContent: () => keyInfo(signer),
    objects: [{ content: signingTime(at) }],
  })
  signed.addReference({
    xpath: '/*',
    uri: '',
    isEmptyUri: true,
    transforms: [enveloped, canonical],
    digestAlgorithm: digest,
  })
  signed.computeSignature(xml, { location: { reference: '/*', action: 'append' } })
  return signed.getSignedXml()
}

function keyInfo({ modulus, exponent, certificate }: XmlSigner): string {
  return (
    `<KeyValue><RSAKeyValue><Modulus>${modulus}</Modulus><Exponent>${exponent}</Exponent>` +
    `</RSAKeyValue></KeyValue><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data>`
  )
}

function signingTime(at: Date): string {
  return (
    '<SignatureProperties><SignatureProperty Target="">' +
    `<SigningTime>${at.toISOString()}</SigningTime></SignatureProperty></SignatureProperties>`
  )
}

function element(name: string, text: string): string {
  return text === '' ? `<${name}></${name}>` : `<${name}>${escapeXml(text)}</${name}>`
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
