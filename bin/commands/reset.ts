import { parseArgs } from 'node:util'
import { seed } from '../../prisma/seed.ts'
import { readEnv } from '../../src/platform/env.ts'
import { resetDemonstration } from '../../src/setup/demonstration-commands.ts'
import { CommandError } from '../command-error.ts'
import { atFacility, type Print } from './at-facility.ts'

const usage = `usage: lienthong reset --yes

Empties a demonstration and begins it anew: every person, exam, bill, case, setting and log entry is gone
for good. Accounts, passwords, tokens and the running numbers of papers stay. A running server goes on.
Never of production: neither this command nor the database does it there.`

export async function resetCommand(argv: string[], print: Print = console.log): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { yes: { type: 'boolean', default: false } },
  })
  if (!readEnv().demo) throw new CommandError('only a demonstration begins anew, never production')
  if (!values.yes) throw new CommandError(usage)
  return atFacility(undefined, async (deps, actor) => {
    await resetDemonstration(deps, actor, seed)
    print('The demonstration has begun anew; accounts and passwords are as before.')
    return 0
  })
}
