import { connectionSettings, connections } from '../../src/platform/connection.ts'
import { type Env, readEnv } from '../../src/platform/env.ts'
import { type Running, startServer } from '../../src/server.ts'

export async function startCommand(): Promise<undefined> {
  const env = readEnv()
  const running = await startServer(env)
  console.log(greeting(running, env))
  stopOnSignal(running)
}

function greeting(running: Running, { demo, connected }: Env): string {
  const lines = ['', `  lienthong: ${running.url}`]
  if (demo) {
    lines.push(
      '  BẢN MINH HỌA — DEMONSTRATION: the data is invented, the outside is played by stand-ins.',
    )
  }
  for (const name of connections.filter((each) => !connected[each])) {
    lines.push(`  not connected: ${waiting[name]} (${connectionSettings[name].join(', ')})`)
  }
  if (running.seeded.passwords.length > 0) {
    lines.push('', '  Accounts, shown this once:')
    for (const { username, name, password } of running.seeded.passwords) {
      lines.push(`    ${username.padEnd(16)}${password}   ${name}`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** What an installation that is not connected to everybody does without meanwhile. */
const waiting = {
  gateway: 'the health-insurance gateway; certificates wait at the licence desk',
  authority: 'the licence authority; renewal cases wait at the licence desk',
  sms: 'text messages; none are sent',
} as const

function stopOnSignal(running: Running): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await running.stop()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
