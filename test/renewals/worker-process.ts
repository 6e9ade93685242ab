import { cron, handlers, jobsOf } from '../../src/app.tsx'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { readEnv } from '../../src/platform/env.ts'
import { startWorker } from '../../src/platform/jobs.ts'
import { openLive } from '../../src/platform/live.ts'
import { openLog } from '../../src/platform/log.ts'
import { facilityCredential } from '../../src/platform/signing.ts'

/** A worker process of its own, to be killed in the middle of its work. */
const [databaseUrl = '', dataFolder = '', publicUrl = '', gatewayUrl = '', authorityUrl = ''] =
  process.argv.slice(2)

async function main(): Promise<void> {
  const env = {
    ...readEnv({ LIENTHONG_DATA: dataFolder, LOG_LEVEL: 'silent' }),
    publicUrl,
    OUTSIDE_TIMEOUT_MS: 60_000,
  }
  const log = openLog('silent')
  const database = openDatabase(databaseUrl)
  const live = openLive(database.pool, databaseUrl, log)
  const credential = await facilityCredential({
    dataFolder,
    organisation: env.FACILITY_NAME,
    at: new Date(),
  })
  const deps = { env, clock: systemClock, database, log, live, handlers }
  const outside = { gatewayUrl, authorityUrl, credential, stop: async () => {} }
  await startWorker(deps, databaseUrl, jobsOf(outside), cron)
  process.send?.('ready')
}

process.once('disconnect', () => process.exit(0))
void main()
