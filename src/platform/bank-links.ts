import { readFileSync } from 'node:fs'
import { type BankLinks, bankLinks } from '../core/bank-links.ts'

/** Undefined when the file is not there or says something else. */
export function readBankLinks(path: string): BankLinks | undefined {
  try {
    return bankLinks.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}
