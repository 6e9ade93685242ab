import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { addPrices } from '../../src/billing/price-commands.ts'
import { DomainError } from '../../src/core/errors.ts'
import { CommandError } from '../command-error.ts'
import { atFacility, type Print } from './at-facility.ts'

const usage = `usage: lienthong prices --file LIST.json [--facility CODE]

Adds prices to the list. LIST.json is an array of
{"code","name","unit","amount","legalSource","effectiveFrom","effectiveTo"?,"published"}.`

export async function pricesCommand(argv: string[], print: Print = console.log): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { file: { type: 'string' }, facility: { type: 'string' } },
  })
  const { file } = values
  if (!file) throw new CommandError(usage)
  const list = readList(file)
  return atFacility(values.facility, async (deps, actor) => {
    try {
      print(`${await addPrices(deps, actor, list)} prices added`)
      return 0
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const faults = error.errors.map(({ pointer, message }) => `${pointer}: ${message.en}`)
      throw new CommandError(faults.join('\n'))
    }
  })
}

function readList(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CommandError(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
}
