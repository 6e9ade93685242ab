import { readFileSync } from 'node:fs'
import { projectPath } from '../platform/paths.ts'

export type Bank = { bin: string; shortName: string; name: string }

let names: Map<string, string> | undefined
let known: readonly Bank[] | undefined

/** A bank's short name by its BIN, the only key that mergers leave alone. */
export function bankName(bin: string): string | undefined {
  names ??= new Map(listBanks().map((bank) => [bank.bin, bank.shortName]))
  return names.get(bin)
}

/** Every bank that a VietQR code can name, by its short name. */
export function listBanks(): readonly Bank[] {
  known ??= readBanks()
  return known
}

function readBanks(): readonly Bank[] {
  const text = readFileSync(projectPath('fixtures/reference/vn-banks.json'), 'utf8')
  const { banks }: { banks: Bank[] } = JSON.parse(text)
  return [...banks].sort((a, b) => a.shortName.localeCompare(b.shortName, 'vi'))
}
