/** What came of a call, as the platform tells it. */
type OutwardAnswer =
  | { kind: 'answered'; status: number; body: string }
  | { kind: 'unreachable' | 'unknown'; why: string }

export const integrations = ['gateway', 'authority', 'bank', 'signature', 'sms'] as const
export type Integration = (typeof integrations)[number]

/** What the server's configuration says of each. */
export const integrationSettings = {
  gateway: ['GATEWAY_URL', 'GATEWAY_USERNAME', 'GATEWAY_PASSWORD'],
  authority: ['AUTHORITY_URL', 'AUTHORITY_TOKEN', 'AUTHORITY_WEBHOOK_SECRET'],
  bank: [],
  signature: ['SIGNING_KEY_FILE', 'SIGNING_CERTIFICATE_FILE'],
  sms: ['SMS_URL', 'SMS_TOKEN', 'SMS_SENDER'],
} as const satisfies Record<Integration, readonly string[]>
export type IntegrationSetting = (typeof integrationSettings)[Integration][number]

type Connected = Readonly<Record<'gateway' | 'authority' | 'sms', boolean>>

/** The signature is asked for by the gateway alone; without a bank nothing starts. */
export function isConnected(integration: Integration, connected: Connected): boolean {
  if (integration === 'bank') return true
  return connected[integration === 'signature' ? 'gateway' : integration]
}

/** People can be examined and paid for without it, but what they came for does not arrive. */
export function isWanted(integration: Integration): boolean {
  return integration !== 'sms'
}

/** What a test of a connection can find, each with its own words and its own remedy. */
export const findings = [
  'fine',
  'not-connected',
  'no-such-host',
  'nobody-listens',
  'no-way-there',
  'no-answer',
  'certificate-untrusted',
  'not-let-in',
  'wrong-address',
  'busy',
  'down',
  'broken',
  'unreadable',
  'not-ours',
  'proof-refused',
  'no-key',
  'key-unreadable',
  'key-mismatch',
  'key-expired',
  'key-expires-soon',
] as const
export type Finding = (typeof findings)[number]

/** The last test of one connection. */
export type ConnectionTest = {
  integration: Integration
  outcome: Finding
  fine: boolean
  testedAt: Date
  testedBy: string
}

/** Where the outside systems are, as this process knows them. */
export type Addresses = { gatewayUrl?: string; authorityUrl?: string; smsUrl?: string }

/** A key that still works but not for long is fine, and said all the same. */
export function isFine(finding: Finding): boolean {
  return finding === 'fine' || finding === 'key-expires-soon'
}

const untrusted =
  /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS|HOSTNAME|SSL|EPROTO|WRONG_VERSION/i

/** Why no whole answer came, by the code that the network gave. */
export function lineFinding({ kind, why }: Exclude<OutwardAnswer, { kind: 'answered' }>): Finding {
  if (untrusted.test(why)) return 'certificate-untrusted'
  if (/ENOTFOUND|EAI_AGAIN/.test(why)) return 'no-such-host'
  if (/ECONNREFUSED/.test(why)) return 'nobody-listens'
  return kind === 'unknown' ? 'no-answer' : 'no-way-there'
}

/** What a status says of the connection, where the answer is none that we asked for. */
export function statusFinding(status: number): Finding {
  if (status === 401 || status === 403) return 'not-let-in'
  if (status === 429) return 'busy'
  if (status === 502 || status === 503 || status === 504) return 'down'
  if (status >= 500) return 'broken'
  if ([301, 302, 303, 307, 308, 404, 405, 410].includes(status)) return 'wrong-address'
  return 'unreadable'
}

/** The gateway was asked with an empty record, which it must refuse in its own words. */
export function gatewayFinding(answer: OutwardAnswer): Finding {
  if (answer.kind !== 'answered') return lineFinding(answer)
  const { status } = answer
  if (status === 401 || status === 403) return 'not-let-in'
  const state = member(answer.body, 'MSG_STATE')
  if ((state === '0' || state === '1') && status < 500) return 'fine'
  return status < 300 ? 'unreadable' : statusFinding(status)
}

/** The authority was asked for a case that nobody has: to know that, it must have let us in. */
export function authorityFinding(answer: OutwardAnswer): Finding {
  if (answer.kind !== 'answered') return lineFinding(answer)
  const code = member(answer.body, 'code')
  if (answer.status === 404 && code === 'not-found') return 'fine'
  return answer.status < 300 ? 'unreadable' : statusFinding(answer.status)
}

/** The message gateway was handed an empty message: whoever it lets in it tells that it is none. */
export function smsFinding(answer: OutwardAnswer): Finding {
  if (answer.kind !== 'answered') return lineFinding(answer)
  const { status, body } = answer
  if ((status === 400 || status === 422) && typeof member(body, 'code') === 'string') return 'fine'
  return status < 300 ? 'unreadable' : statusFinding(status)
}

/**
 * Our own address was sent a message that is genuine and tells of no transfer: whoever believes it
 * and cannot read it is this program with the same key.
 */
export function bankFinding(answer: OutwardAnswer): Finding {
  if (answer.kind !== 'answered') return lineFinding(answer)
  const code = member(answer.body, 'code')
  if (answer.status === 422 && code === 'notification-unreadable') return 'fine'
  if (answer.status === 200 && member(answer.body, 'success') === true) return 'fine'
  if (answer.status === 401 && code === 'proof-invalid') return 'proof-refused'
  return answer.status >= 500 ? statusFinding(answer.status) : 'not-ours'
}

function member(body: string, name: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null
      ? (parsed as Record<string, unknown>)[name]
      : undefined
  } catch {
    return undefined
  }
}

const SOON_DAYS = 30

/** A certificate by its last day. */
export function expiryFinding(validTo: Date, now: Date): Finding {
  const days = (validTo.getTime() - now.getTime()) / 86_400_000
  if (days < 0) return 'key-expired'
  return days < SOON_DAYS ? 'key-expires-soon' : 'fine'
}
