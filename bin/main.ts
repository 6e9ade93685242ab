import { ConfigurationError } from '../src/platform/env.ts'

type Command = (argv: string[]) => Promise<number | undefined>

/** Loaded when asked for: `token` need not wait for the whole server. */
const commands: Record<string, { about: string; load: () => Promise<Command> }> = {
  start: {
    about: 'start the server (default)',
    load: async () => (await import('./commands/start.ts')).startCommand,
  },
  migrate: {
    about: 'bring the database up to date',
    load: async () => (await import('./commands/migrate.ts')).migrateCommand,
  },
  seed: {
    about: 'give an empty database its facility and, in demonstration mode, the cast',
    load: async () => (await import('./commands/seed.ts')).seedCommand,
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
  if (error instanceof ConfigurationError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
