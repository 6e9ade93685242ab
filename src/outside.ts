import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError, type Env } from './platform/env.ts'
import { guideOf } from './platform/setting-guide.ts'
import { type FacilityCredential, facilityCredential } from './platform/signing.ts'

/** Whom we talk to and with which key we sign, as far as they are connected. */
export type OutsideWorld = {
  gatewayUrl?: string
  authorityUrl?: string
  smsUrl?: string
  credential?: FacilityCredential
  /** Only of a demonstration. */
  bankUrl?: string
  stop(): Promise<void>
}

/** As configured; stand-ins where a demonstration names nobody, and never anywhere else. */
export async function openOutside(env: Env, ownUrl: string, now: Date): Promise<OutsideWorld> {
  const { SIGNING_KEY_FILE: keyPath, SIGNING_CERTIFICATE_FILE: certificatePath } = env
  const files = keyPath && certificatePath ? { keyPath, certificatePath } : undefined
  const own = files && (await ownCredential(files))
  if (!env.demo) return { ...configured(env), ...(own && { credential: own }) }
  const made = { dataFolder: env.dataFolder, organisation: env.FACILITY_NAME, at: now }
  const credential = own ?? (await facilityCredential(made))
  if (env.GATEWAY_URL && env.AUTHORITY_URL) return { ...configured(env), credential }
  return startStandIns(env, ownUrl, credential)
}

function configured(env: Env): OutsideWorld {
  const { GATEWAY_URL: gatewayUrl, AUTHORITY_URL: authorityUrl, SMS_URL: smsUrl } = env
  return {
    ...(gatewayUrl && { gatewayUrl }),
    ...(authorityUrl && { authorityUrl }),
    ...(smsUrl && { smsUrl }),
    stop: async () => {},
  }
}

async function ownCredential(files: { keyPath: string; certificatePath: string }) {
  try {
    return await facilityCredential(files)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ConfigurationError(
      ['SIGNING_KEY_FILE', 'SIGNING_CERTIFICATE_FILE'].map(
        (name) => `${name} cannot be used (${why}): ${guideOf(name)}`,
      ),
    )
  }
}

async function startStandIns(
  env: Env,
  callbackBaseUrl: string,
  credential: FacilityCredential,
): Promise<OutsideWorld> {
  const { startOutside } = await import('../fixtures/outside/launch.ts')
  const { gateway, authority, bank, sms, stop } = await startOutside({
    dataFolder: env.dataFolder,
    facilityCertificatePem: credential.certificatePem,
    callbackBaseUrl,
    centre: { bin: env.BANK_BIN, account: env.BANK_ACCOUNT },
    secrets: {
      gatewayUsername: env.GATEWAY_USERNAME,
      gatewayPassword: env.GATEWAY_PASSWORD,
      authorityToken: env.AUTHORITY_TOKEN,
      authorityWebhookSecret: env.AUTHORITY_WEBHOOK_SECRET,
      ...(env.SMS_TOKEN && { smsToken: env.SMS_TOKEN, smsSender: env.SMS_SENDER }),
      ...(env.SEPAY_API_KEY && { sepayApiKey: env.SEPAY_API_KEY }),
      ...(env.SEPAY_SECRET && { sepaySecret: env.SEPAY_SECRET }),
      ...(env.PAYOS_CHECKSUM_KEY && { payosChecksumKey: env.PAYOS_CHECKSUM_KEY }),
      ...(env.CASSO_CHECKSUM_KEY && { cassoChecksumKey: env.CASSO_CHECKSUM_KEY }),
    },
    progressMs: env.STAND_IN_PROGRESS_MS,
  })
  const addresses = {
    GATEWAY_URL: gateway.url,
    AUTHORITY_URL: authority.url,
    BANK_URL: bank.url,
    ...(sms && { SMS_URL: sms.url }),
  }
  writeAddresses(env.dataFolder, addresses)
  return {
    gatewayUrl: env.GATEWAY_URL ?? gateway.url,
    authorityUrl: env.AUTHORITY_URL ?? authority.url,
    bankUrl: bank.url,
    ...smsOf(env.SMS_URL ?? sms?.url),
    credential,
    stop,
  }
}

function smsOf(smsUrl: string | undefined) {
  return smsUrl ? { smsUrl } : {}
}

function writeAddresses(dataFolder: string, addresses: Record<string, string>): void {
  mkdirSync(join(dataFolder, 'outside'), { recursive: true })
  writeFileSync(addressesFile(dataFolder), `${JSON.stringify(addresses, null, 2)}\n`)
}

/** Where the stand-ins of a running demonstration listen, by the name of the setting they stand for. */
export function standInAddresses(dataFolder: string): Record<string, string> {
  const file = addressesFile(dataFolder)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

export type KnownAddresses = Pick<OutsideWorld, 'gatewayUrl' | 'authorityUrl' | 'smsUrl'>

/** Where the outside systems are, also for a process that does not talk to them itself. */
export function knownAddresses(env: Env): KnownAddresses {
  const standIns = env.demo ? standInAddresses(env.dataFolder) : {}
  const gatewayUrl = env.GATEWAY_URL ?? standIns.GATEWAY_URL
  const authorityUrl = env.AUTHORITY_URL ?? standIns.AUTHORITY_URL
  const smsUrl = env.SMS_URL ?? standIns.SMS_URL
  return {
    ...(gatewayUrl && { gatewayUrl }),
    ...(authorityUrl && { authorityUrl }),
    ...(smsUrl && { smsUrl }),
  }
}

function addressesFile(dataFolder: string): string {
  return join(dataFolder, 'outside', 'addresses.json')
}
