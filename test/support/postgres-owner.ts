import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'

// A process that owns an embedded PostgreSQL, to be killed by a test: says its URL, then waits.
const [dataFolder = ''] = process.argv.slice(2)
const log = { info: (message: string) => console.error(message) }
const postgres = await startEmbeddedPostgres({ dataFolder, log })
console.log(JSON.stringify({ url: postgres.url, tookOver: postgres.tookOver }))
process.once('SIGTERM', () => postgres.stop().then(() => process.exit(0)))
