import { createHash, type KeyObject, sign } from 'node:crypto'

/** A key and its certificate, parsed once. */
export type XmlSigner = {
  privateKey: KeyObject
  /** Base64 DER, one line. */
  certificate: string
  /** Base64 of the RSA public key's numbers. */
  modulus: string
  exponent: string
}

export type XmlSignatureAlgorithm = 'rsa-sha256' | 'rsa-sha1'

const methods = {
  'rsa-sha256': {
    hash: 'sha256',
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  },
  'rsa-sha1': {
    hash: 'sha1',
    signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
  },
} as const

const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'

/**
 * Puts an enveloped XMLDSig (Reference URI="", C14N 20010315) into a document as its last child.
 * The document must be written in its canonical form already (`<a></a>` for an empty element, no
 * namespaces, no declaration): then digest and signature need no XML parser, which makes this
 * three times as fast as xml-crypto. xml-crypto and xmlsec1 check the outcome in the tests.
 */
export function signEnveloped(
  canonicalXml: string,
  signer: XmlSigner,
  at: Date,
  algorithm: XmlSignatureAlgorithm,
): string {
  const { hash } = methods[algorithm]
  const digest = createHash(hash).update(canonicalXml).digest('base64')
  const signedInfo = canonicalSignedInfo(digest, algorithm)
  const value = sign(hash, Buffer.from(signedInfo), signer.privateKey).toString('base64')
  const signature =
    `<Signature xmlns="${dsig}">${signedInfo}<SignatureValue>${value}</SignatureValue>` +
    `${keyInfo(signer)}${signingTime(at)}</Signature>`
  const end = canonicalXml.lastIndexOf('</')
  return canonicalXml.slice(0, end) + signature + canonicalXml.slice(end)
}

/** With the namespace that canonicalisation gives it from its parent. */
function canonicalSignedInfo(digest: string, algorithm: XmlSignatureAlgorithm): string {
  const method = methods[algorithm]
  return (
    `<SignedInfo xmlns="${dsig}">` +
    `<CanonicalizationMethod Algorithm="${c14n}"></CanonicalizationMethod>` +
    `<SignatureMethod Algorithm="${method.signature}"></SignatureMethod>` +
    `<Reference URI=""><Transforms><Transform Algorithm="${enveloped}"></Transform>` +
    `<Transform Algorithm="${c14n}"></Transform></Transforms>` +
    `<DigestMethod Algorithm="${method.digest}"></DigestMethod>` +
    `<DigestValue>${digest}</DigestValue></Reference></SignedInfo>`
  )
}

function keyInfo({ modulus, exponent, certificate }: XmlSigner): string {
  return (
    `<KeyInfo><KeyValue><RSAKeyValue><Modulus>${modulus}</Modulus>` +
    `<Exponent>${exponent}</Exponent></RSAKeyValue></KeyValue>` +
    `<X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo>`
  )
}

function signingTime(at: Date): string {
  return (
    '<Object><SignatureProperties><SignatureProperty Target="">' +
    `<SigningTime>${at.toISOString()}</SigningTime>` +
    '</SignatureProperty></SignatureProperties></Object>'
  )
}
