import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readBankLinks } from './bank-links.ts'
import { type Connected, connectedBy, connections, halfConnected } from './connection.ts'
import { guideOf } from './setting-guide.ts'
import { demonstrationHouse } from './words.ts'

/**
 * The one reader of `process.env`. Demonstration mode fills what is missing and keeps it in the data
 * folder; production names everything that is missing, at once, and does not start.
 */
export type Env = z.infer<typeof settings> & {
  demo: boolean
  dataFolder: string
  /** Where patients and verifiers reach us, without a trailing slash. */
  publicUrl: string
  /** True when SEPAY_SECRET was configured: then the API key alone no longer proves anything. */
  sepaySignatureRequired: boolean
  /** Whom production is configured for; a demonstration plays all of them. */
  connected: Connected
}

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1', 'true', 'false'])
    .default(fallback ? '1' : '0')
    .transform((value) => value === '1' || value === 'true')

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.url().optional(),
  PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** How many proxies in front of us set X-Forwarded-For; 0 believes no header. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  AUTH_SECRET: z.string().min(32),
  /** `web` serves, `worker` runs the jobs, `all` does both in one process. */
  PROCESS: z.enum(['all', 'web', 'worker']).default('all'),
  /** Open live pages of one network address: a whole centre may stand behind one. */
  LIVE_STREAMS_PER_ADDRESS: z.coerce.number().int().positive().default(2_500),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(32).default(2),

  FACILITY_CODE: z.string().regex(/^[0-9A-Z]{5}$/),
  FACILITY_NAME: z.string().min(1),
  FACILITY_SUPERIOR: z.string().min(1),
  FACILITY_ADDRESS: z.string().min(1),
  FACILITY_TAX_CODE: z.string().optional(),
  FACILITY_PHONE: z.string().optional(),

  BANK_BIN: z.string().regex(/^\d{6}$/),
  BANK_ACCOUNT: z.string().regex(/^[0-9A-Za-z]{1,19}$/),
  BANK_ACCOUNT_NAME: z.string().min(1),
  BILL_CODE_PREFIX: z
    .string()
    .regex(/^[A-Z]{2,4}$/)
    .default('LT'),
  /** A JSON file of links that open banks' apps, as `fixtures/reference/bank-links.json`; none without. */
  BANK_LINKS_FILE: z
    .string()
    .transform((path, context) => {
      const links = readBankLinks(path)
      if (links) return links
      context.addIssue({ code: 'custom', message: 'no such file, or not as the example is' })
      return z.NEVER
    })
    .optional(),
  SEPAY_API_KEY: z.string().min(8).optional(),
  SEPAY_SECRET: z.string().min(8).optional(),
  PAYOS_CHECKSUM_KEY: z.string().min(8).optional(),
  CASSO_CHECKSUM_KEY: z.string().min(8).optional(),

  GATEWAY_URL: z.url().optional(),
  GATEWAY_USERNAME: z.string().default(''),
  GATEWAY_PASSWORD: z.string().default(''),
  /** Letter case of the MD5 hex in the Password header; the gateway's answer is awaited. */
  GATEWAY_MD5_CASE: z.enum(['lower', 'upper']).default('lower'),
  GATEWAY_SIGNATURE: z.enum(['rsa-sha256', 'rsa-sha1']).default('rsa-sha256'),
  GATEWAY_AREA_ZEROS: z.enum(['keep', 'strip']).default('keep'),
  GATEWAY_SEND_UNFIT: flag(false),
  GATEWAY_DEADLINE_HOURS: z.coerce.number().positive().default(4),
  GATEWAY_ALCOHOL_FILLER: z.string().default('0'),
  SIGNING_KEY_FILE: z.string().optional(),
  SIGNING_CERTIFICATE_FILE: z.string().optional(),

  AUTHORITY_URL: z.url().optional(),
  AUTHORITY_TOKEN: z.string().min(8).or(z.literal('')).default(''),
  /** Without one nobody can know it, so that no report is believed. */
  AUTHORITY_WEBHOOK_SECRET: z
    .string()
    .min(16)
    .default(() => randomBytes(32).toString('hex')),
  /** The message gateway; without one nothing is sent to people's phones. */
  SMS_URL: z.url().optional(),
  SMS_TOKEN: z.string().min(8).optional(),
  SMS_SENDER: z
    .string()
    .regex(/^[0-9A-Za-z ._-]{1,15}$/)
    .default('LIENTHONG'),
  /** Milliseconds between the stand-in authority's own steps; `none`: it moves only on command. */
  STAND_IN_PROGRESS_MS: z
    .string()
    .regex(/^(none|\d+(,\d+)*)$/)
    .default('1500,3000,3000,3000')
    .transform((text) => (text === 'none' ? [] : text.split(',').map(Number))),
  OUTSIDE_TIMEOUT_MS: z.coerce.number().int().positive().default(15_000),

  RELEASE_CERTIFICATE_UNPAID: flag(true),
  ALLOW_SIGNING_TOKENS: flag(false),
  VISIT_LINK_DAYS: z.coerce.number().int().positive().default(30),
  LOCKOUT_FAILURES: z.coerce.number().int().positive().default(5),
  LOCKOUT_MINUTES: z.coerce.number().positive().default(15),
  /** A session ends this long after signing in, and earlier when nobody works in it. */
  SESSION_HOURS: z.coerce.number().positive().max(24).default(12),
  SESSION_IDLE_MINUTES: z.coerce.number().positive().default(60),
  /** Limits of alcohol in driving; default 0 is recalled, not read in the text (findings.md). */
  ALCOHOL_LIMIT_BREATH: z.coerce.number().min(0).default(0),
  ALCOHOL_LIMIT_BLOOD: z.coerce.number().min(0).default(0),
})

/** Papers and pages cannot do without these, and money would come in that nobody hears of. */
const required: readonly (keyof z.infer<typeof settings>)[] = [
  'PUBLIC_URL',
  'AUTH_SECRET',
  'FACILITY_CODE',
  'FACILITY_NAME',
  'FACILITY_SUPERIOR',
  'FACILITY_ADDRESS',
  'BANK_BIN',
  'BANK_ACCOUNT',
  'BANK_ACCOUNT_NAME',
]

export class ConfigurationError extends Error {
  readonly items: readonly string[]
  constructor(items: readonly string[]) {
    super(`this configuration does not do:\n${items.map((item) => `  - ${item}`).join('\n')}`)
    this.name = 'ConfigurationError'
    this.items = items
  }
}

export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  ) as Record<string, string>
  const demo = given.NODE_ENV !== 'production'
  const dataFolder = resolve(given.LIENTHONG_DATA ?? './data')
  const faults = demo ? [] : missingInProduction(given)
  refuseOtherMode(dataFolder, demo, faults)
  const parsed = settings.safeParse(demo ? { ...demoDefaults(dataFolder), ...given } : given)
  if (!parsed.success || faults.length > 0)
    throw new ConfigurationError([...faults, ...faultsOf(parsed, faults)])
  const publicUrl = (parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}`).replace(
    /\/$/,
    '',
  )
  const sepaySignatureRequired = given.SEPAY_SECRET !== undefined
  const connected = demo ? allConnected : connectedBy(given)
  return { ...parsed.data, demo, dataFolder, publicUrl, sepaySignatureRequired, connected }
}

const allConnected = Object.fromEntries(connections.map((name) => [name, true])) as Connected

function missingInProduction(given: Record<string, string>): string[] {
  const missing = required
    .filter((name) => given[name] === undefined)
    .map((name) => `${name} is not set: ${guideOf(name)}`)
  if (!notifiers.some((name) => given[name])) {
    const ways = notifiers.map((name) => `\n      ${name}: ${guideOf(name)}`)
    missing.push(
      `none of ${notifiers.join(', ')} is set, so no bank notification could be believed although every bill carries a QR; one is enough:${ways.join('')}`,
    )
  }
  const half = halfConnected(given).map(
    ({ missing: name, beside }) => `${name} is not set though ${beside} is: ${guideOf(name)}`,
  )
  const unsafe = given.PUBLIC_URL ? unsafeAddress(given.PUBLIC_URL) : []
  return [...missing, ...half, ...unsafe]
}

const notifiers = ['SEPAY_API_KEY', 'PAYOS_CHECKSUM_KEY', 'CASSO_CHECKSUM_KEY'] as const

/** The session's cookie is `Secure`: over plain http nobody could sign in, except on this machine. */
function unsafeAddress(publicUrl: string): string[] {
  if (/^https:/i.test(publicUrl) || /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/i.test(publicUrl))
    return []
  return ['PUBLIC_URL must begin with https:// — the session cookie travels over TLS only']
}

/** Never the value itself: it may be a secret that is only mistyped. */
function faultsOf(parsed: z.ZodSafeParseResult<unknown>, known: readonly string[]): string[] {
  return (parsed.error?.issues ?? [])
    .map(({ path, message }) => ({ name: path.join('.'), message }))
    .filter(({ name }) => !known.some((item) => item.startsWith(`${name} `)))
    .map(({ name, message }) => {
      const guide = guideOf(name)
      return `${name} is set to what it cannot be: ${guide || message}`
    })
}

/** The mark that keeps demonstration data out of production, beside the same mark in the database. */
function refuseOtherMode(dataFolder: string, demo: boolean, faults: string[]): void {
  const mark = join(dataFolder, 'demonstration.json')
  if (!demo && existsSync(mark)) {
    faults.push(
      `LIENTHONG_DATA ${dataFolder} was made in demonstration mode; production needs a folder of its own`,
    )
  }
}

const generated = {
  AUTH_SECRET: 32,
  SEPAY_API_KEY: 24,
  SEPAY_SECRET: 24,
  PAYOS_CHECKSUM_KEY: 32,
  CASSO_CHECKSUM_KEY: 32,
  GATEWAY_PASSWORD: 16,
  AUTHORITY_TOKEN: 24,
  AUTHORITY_WEBHOOK_SECRET: 32,
  SMS_TOKEN: 24,
}

/** Fictional payee and facility, and secrets that are made once and kept in the data folder. */
function demoDefaults(dataFolder: string): Record<string, string> {
  const file = join(dataFolder, 'demonstration.json')
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
  const kept: Record<string, string> = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {}
  const missing = Object.entries(generated).filter(([name]) => !kept[name])
  for (const [name, bytes] of missing) kept[name] = randomBytes(bytes).toString('hex')
  if (missing.length > 0) {
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
    chmodSync(file, 0o600)
  }
  return {
    ...kept,
    FACILITY_CODE: '48001',
    ...demonstrationHouse,
    FACILITY_TAX_CODE: '0400000000',
    FACILITY_PHONE: '0236 3000 000',
    BANK_BIN: '970436',
    BANK_ACCOUNT: '1012026048001',
    GATEWAY_USERNAME: 'gksk_48001',
  }
}
