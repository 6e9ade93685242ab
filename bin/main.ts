import { ServerAlreadyRunning } from '../src/platform/embedded-postgres.ts'
import { ConfigurationError } from '../src/platform/env.ts'
import { CommandError } from './command-error.ts'

type Command = (argv: string[]) => Promise<number | undefined>

/** Loaded when asked for: `token` need not wait for the whole server. */
const commands: Record<string, { about: string; load: () => Promise<Command> }> = {
  start: {
    about: 'start the server (default)',
    load: async () => (await import('./commands/start.ts')).startCommand,
  },
  demo: {
    about: 'play one patient’s way against a temporary instance and check it from outside',
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
  migrate: {
    about: 'bring the database up to date',
    load: async () => (await import('./commands/migrate.ts')).migrateCommand,
  },
  seed: {
    about: 'give an empty database its facility and, in demonstration mode, the cast',
    load: async () => (await import('./commands/seed.ts')).seedCommand,
  },
  furnish: {
    about: 'fill a demonstration with two weeks of made-up visits',
    load: async () => (await import('./commands/furnish.ts')).furnishCommand,
  },
  reset: {
    about: 'empty a demonstration and begin it anew',
    load: async () => (await import('./commands/reset.ts')).resetCommand,
  },
  prices: {
    about: 'add prices to the list of a facility',
    load: async () => (await import('./commands/prices.ts')).pricesCommand,
  },
  token: {
    about: 'make a service account and print its token',
    load: async () => (await import('./commands/token.ts')).tokenCommand,
  },
  secrets: {
    about: "print the demonstration's webhook secrets",
    load: async () => (await import('./commands/secrets.ts')).secretsCommand,
  },
  'create-admin': {
    about: 'make an administrator and print the password',
    load: async () => (await import('./commands/create-admin.ts')).createAdminCommand,
  },
}

/** Runs one command; its number is the exit code, `undefined` leaves the process running. */
export async function main(argv: string[]): Promise<void> {
  const [name = 'start', ...rest] = argv
  const command = commands[name]
  if (!command) {
    const known = Object.entries(commands).map(([key, { about }]) => `  ${key.padEnd(14)}${about}`)
    console.error(`usage: lienthong <command>\n${known.join('\n')}`)
    process.exitCode = name === 'help' || name === '--help' ? 0 : 2
    return
  }
  try {
    const code = await (await command.load())(rest)
    if (code !== undefined) process.exitCode = code
  } catch (error) {
    process.exitCode = 1
    console.error(explain(error))
  }
}

function explain(error: unknown): string {
  const known = [ConfigurationError, CommandError, ServerAlreadyRunning]
  if (error instanceof Error && known.some((kind) => error instanceof kind)) return error.message
  // An option that parseArgs does not know.
  if (error instanceof TypeError && 'code' in error) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
