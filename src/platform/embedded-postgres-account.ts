import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Who PostgreSQL runs as when that is not who we are. */
export type Account = { name: string; uid: number; gid: number }

/** PostgreSQL refuses to run as root: root lends it an account; anyone else runs it as himself. */
export function serverAccount(clusterFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readAccounts()
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })?.uid
  const account =
    accounts.find((candidate) => candidate.uid !== 0 && candidate.uid === owner) ??
    accounts.find((candidate) => candidate.name === 'postgres') ??
    accounts.find((candidate) => candidate.name === 'nobody')
  if (!account) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as. ' +
        'Add one of them, start lienthong as an ordinary user, or set DATABASE_URL.',
    )
  }
  return account
}

/** Whether the account may pass through every folder down to this one. */
export function canReach(account: Account | undefined, folder: string): boolean {
  if (!account) return true
  for (let at = folder; ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at)
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
    if (((mode >> shift) & 1) === 0) return false
    if (at === dirname(at)) return true
  }
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
