import { readEnv } from '../../src/platform/env.ts'
import { startServer } from '../../src/server.ts'

/** A web process of its own beside others on one database; ends in peace when it is told to. */
const [databaseUrl = '', dataFolder = ''] = process.argv.slice(2)

async function main(): Promise<void> {
  const server = await startServer(
    readEnv({
      DATABASE_URL: databaseUrl,
      LIENTHONG_DATA: dataFolder,
      PROCESS: 'web',
      PORT: '0',
      LOG_LEVEL: 'silent',
    }),
  )
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
  process.send?.(server.url.replace('localhost', '127.0.0.1'))
}

process.once('disconnect', () => process.exit(0))
void main()
