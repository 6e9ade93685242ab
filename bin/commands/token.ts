import { parseArgs } from 'node:util'
import type { Doctor } from '../../src/core/actor.ts'
import { grantNames, parseGrants } from '../../src/identity/grant.ts'
import { findConcludingDoctor, findStaffByUsername } from '../../src/identity/repository.ts'
import { doctorOf } from '../../src/identity/staff.ts'
import { createToken } from '../../src/identity/token-commands.ts'
import type { Deps } from '../../src/platform/deps.ts'
import { CommandError } from '../command-error.ts'
import { atFacility, type Print } from './at-facility.ts'

const usage = `usage: lienthong token --role ROLE [--role ROLE …] --name NAME [--facility CODE]
                       [--sign [--user USERNAME]]

Makes a service account and prints its token, alone, on the last line of the output.
It works at once on the running server and is not shown again.

  --role      ${grantNames.slice(0, 3).join(', ')}, … (examiner alone: every specialty)
  --name      what the list of tokens shows
  --facility  the facility's code; FACILITY_CODE when left out
  --sign      what it records is signed in the name of a registered doctor
  --user      that doctor's username; needed in production, with ALLOW_SIGNING_TOKENS=1`

export async function tokenCommand(argv: string[], print: Print = console.log): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      role: { type: 'string', multiple: true },
      name: { type: 'string' },
      facility: { type: 'string' },
      sign: { type: 'boolean', default: false },
      user: { type: 'string' },
    },
  })
  const name = values.name?.trim()
  if (!name || !values.role) throw new CommandError(usage)
  const grants = parseGrants(values.role)
  if ('unknown' in grants) throw new CommandError(`there is no role "${grants.unknown}"\n${usage}`)
  return atFacility(values.facility, async (deps, actor) => {
    const signsAs = values.sign && (await doctorFor(deps, actor.facilityId, values.user))
    const { token } = await createToken(deps, actor, {
      ...grants,
      name,
      ...(signsAs ? { signsAs } : {}),
    })
    print(token)
    return 0
  })
}

/** Only a registered doctor's name is ever signed, and in production only one that was named. */
async function doctorFor(deps: Deps, facilityId: string, username?: string): Promise<Doctor> {
  const { demo, ALLOW_SIGNING_TOKENS } = deps.env
  if (!demo && !(ALLOW_SIGNING_TOKENS && username)) {
    throw new CommandError('in production --sign needs --user USERNAME and ALLOW_SIGNING_TOKENS=1')
  }
  const staff = username
    ? await findStaffByUsername(deps.database, username.toLowerCase())
    : await findConcludingDoctor(deps.database, facilityId)
  const doctor = staff && doctorOf(staff)
  if (!doctor || staff.disabledAt || staff.facilityId !== facilityId) {
    throw new CommandError(
      username
        ? `${username} is not a registered doctor of this facility`
        : 'this facility has no registered doctor who concludes',
    )
  }
  return doctor
}
