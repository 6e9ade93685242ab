import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Env } from './platform/env.ts'
import { type FacilityCredential, facilityCredential } from './platform/signing.ts'

/** Whom we talk to and with which key we sign; stand-ins where a demonstration names nobody. */
export type OutsideWorld = {
  gatewayUrl: string
  authorityUrl: string
  /** Where messages go; nowhere, where no gateway is connected. */
  smsUrl?: string
  credential: FacilityCredential
  /** Only of a demonstration. */
  bankUrl?: string
  stop(): Promise<void>
}

export async function openOutside(env: Env, ownUrl: string, now: Date): Promise<OutsideWorld> {
  const credential = await facilityCredential(
    env.SIGNING_KEY_FILE && env.SIGNING_CERTIFICATE_FILE
      ? { keyPath: env.SIGNING_KEY_FILE, certificatePath: env.SIGNING_CERTIFICATE_FILE }
      : { dataFolder: env.dataFolder, organisation: env.FACILITY_NAME, at: now },
  )
  if (env.GATEWAY_URL && env.AUTHORITY_URL) {
    const stop = async () => {}
    const { GATEWAY_URL: gatewayUrl, AUTHORITY_URL: authorityUrl, SMS_URL: smsUrl } = env
    return { gatewayUrl, authorityUrl, ...(smsUrl && { smsUrl }), credential, stop }
  }
  return startStandIns(env, ownUrl, credential)
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

/** Where the outside systems are, also for a process that does not talk to them itself. */
export function knownAddresses(env: Env): { gatewayUrl?: string; authorityUrl?: string } {
  const standIns = env.demo ? standInAddresses(env.dataFolder) : {}
  const gatewayUrl = env.GATEWAY_URL ?? standIns.GATEWAY_URL
  const authorityUrl = env.AUTHORITY_URL ?? standIns.AUTHORITY_URL
  return { ...(gatewayUrl && { gatewayUrl }), ...(authorityUrl && { authorityUrl }) }
}

function addressesFile(dataFolder: string): string {
  return join(dataFolder, 'outside', 'addresses.json')
}
