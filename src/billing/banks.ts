import { readFileSync } from 'node:fs'
import { projectPath } from '../platform/paths.ts'

type Bank = { bin: string; shortName: string; name: string }

let names: Map<string, string> | undefined

/** A bank's short name by its BIN, the only key that mergers leave alone. */
export function bankName(bin: string): string | undefined {
  names ??= readNames()
  return names.get(bin)
}

function readNames(): Map<string, string> {
  const text = readFileSync(projectPath('fixtures/reference/vn-banks.json'), 'utf8')
  const { banks }: { banks: Bank[] } = JSON.parse(text)
  return new Map(banks.map((bank) => [bank.bin, bank.shortName]))
}
