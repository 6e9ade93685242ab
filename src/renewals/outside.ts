import type { XmlSigner } from './gateway-xml.ts'

/** Where the two outside systems are and with which key we sign; given by the composition root. */
export type RenewalOutside = {
  gatewayUrl: string
  authorityUrl: string
  credential: XmlSigner
}
