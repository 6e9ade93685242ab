import { parseArgs } from 'node:util'
import { DomainError } from '../../src/core/errors.ts'
import { createStaff } from '../../src/identity/commands.ts'
import { CommandError } from '../command-error.ts'
import { atFacility, type Print } from './at-facility.ts'

const usage = `usage: lienthong create-admin --username NAME [--name "FULL NAME"] [--facility CODE]

Makes an administrator's account and prints its password once, alone, on the last line.
The password must be changed at the first sign-in.`

export async function createAdminCommand(
  argv: string[],
  print: Print = console.log,
): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      username: { type: 'string' },
      name: { type: 'string', default: 'Quản trị viên' },
      facility: { type: 'string' },
    },
  })
  const { username, name } = values
  if (!username) throw new CommandError(usage)
  return atFacility(values.facility, async (deps, actor) => {
    try {
      const made = await createStaff(deps, actor, { username, name, grants: ['admin'] })
      print(made.password)
      return 0
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      throw new CommandError(error.errors.map(({ message }) => message.en).join('\n'))
    }
  })
}
