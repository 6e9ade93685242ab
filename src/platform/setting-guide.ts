import { demonstrationHouse as house } from './words.ts'

/** What a setting is for, the shape it has, and who or what makes it: for whoever sets up a server. */
type Guide = readonly [about: string, shape: string, from: string]

const bank = 'the bank where the facility has its account'
const gateway = 'the health insurance, with the account for sending health certificates'
const signing = 'the issuer of the facility’s digital signature'
const authority = 'the agreement with the licence authority'
const facility =
  'the facility’s founding papers; from the first start on it is changed in the browser'

const guides: Readonly<Record<string, Guide>> = {
  PUBLIC_URL: [
    'the address that browsers, QR codes and call-backs use',
    'https://kham.example.vn',
    'your domain name, with the TLS proxy in front of this server',
  ],
  AUTH_SECRET: [
    'signs the sessions; 32 characters or more, kept for good',
    '4f1c09…, 64 hex digits',
    'openssl rand -hex 32',
  ],
  FACILITY_CODE: [
    'the facility’s code, part of every certificate’s number',
    '48123',
    'the health insurance’s list of facilities; it cannot be changed later',
  ],
  FACILITY_NAME: ['heads papers and pages', `"${house.FACILITY_NAME}"`, facility],
  FACILITY_SUPERIOR: [
    'the first line of the certificate',
    `"${house.FACILITY_SUPERIOR}"`,
    facility,
  ],
  FACILITY_ADDRESS: ['stands on papers', `"${house.FACILITY_ADDRESS}"`, facility],
  BANK_BIN: ['the bank in the payment QR', '970436, six digits', `${bank}, or the NAPAS list`],
  BANK_ACCOUNT: ['the account that the payment QR leads to', '1012345678', bank],
  BANK_ACCOUNT_NAME: ['its holder, in capitals', `"${house.BANK_ACCOUNT_NAME}"`, bank],
  SEPAY_API_KEY: [
    'proves SePay’s notifications',
    'what SePay shows, 8 characters or more',
    'SePay, Webhooks',
  ],
  SEPAY_SECRET: [
    'proves them by signature',
    'what SePay shows, 8 characters or more',
    'SePay, Webhooks',
  ],
  PAYOS_CHECKSUM_KEY: [
    'proves payOS’s notifications',
    'what payOS shows, 64 hex digits',
    'payOS, payment channel',
  ],
  CASSO_CHECKSUM_KEY: [
    'proves Casso’s notifications',
    'what Casso shows, 8 characters or more',
    'Casso, Webhook V2',
  ],
  GATEWAY_URL: ['where certificates are sent', 'https://gateway.example.vn', gateway],
  GATEWAY_USERNAME: ['the facility’s account there', '48123_BV', gateway],
  GATEWAY_PASSWORD: ['and its password', 'what they give you', gateway],
  SIGNING_KEY_FILE: ['signs what is sent (RSA, PEM)', '/etc/lienthong/key.pem', signing],
  SIGNING_CERTIFICATE_FILE: [
    'the certificate of that key (PEM)',
    '/etc/lienthong/certificate.pem',
    signing,
  ],
  AUTHORITY_URL: ['where renewal cases are handed in', 'https://authority.example.vn', authority],
  AUTHORITY_TOKEN: ['lets us in there', 'what they give you, 8 characters or more', authority],
  AUTHORITY_WEBHOOK_SECRET: [
    'proves what the authority reports back',
    '4f1c09…, 16 characters or more',
    `${authority}: openssl rand -hex 32, told to them`,
  ],
  SMS_URL: ['where text messages are handed over', 'https://sms.example.vn', 'your SMS provider'],
  SMS_TOKEN: ['lets us in there', 'what they give you, 8 characters or more', 'your SMS provider'],
}

/** One line; nothing for a setting that explains itself. */
export function guideOf(setting: string): string {
  const guide = guides[setting]
  if (!guide) return ''
  const [about, shape, from] = guide
  return `${about}; like ${shape}; from ${from}`
}
