import { parseArgs } from 'node:util'
import { standInAddresses } from '../../src/outside.ts'
import { readEnv } from '../../src/platform/env.ts'
import { CommandError } from '../command-error.ts'
import type { Print } from './at-facility.ts'

/** What an outside program must know to send us notifications: names as they are configured. */
const names = [
  'BANK_BIN',
  'BANK_ACCOUNT',
  'BANK_ACCOUNT_NAME',
  'SEPAY_API_KEY',
  'SEPAY_SECRET',
  'PAYOS_CHECKSUM_KEY',
  'CASSO_CHECKSUM_KEY',
  'AUTHORITY_WEBHOOK_SECRET',
] as const

/** Prints `NAME=value` lines; only of a demonstration, whose secrets protect nothing real. */
export async function secretsCommand(argv: string[], print: Print = console.log): Promise<number> {
  parseArgs({ args: argv, options: {} })
  const env = readEnv()
  if (!env.demo) {
    throw new CommandError('in production the secrets are in the configuration and not shown here')
  }
  for (const name of names) if (env[name]) print(`${name}=${env[name]}`)
  for (const [name, url] of Object.entries(standInAddresses(env.dataFolder)))
    print(`${name}=${url}`)
  return 0
}
