import pg from 'pg'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'

// Writes transactions of two rows until it is killed, and says each number once it is committed.
const [dataFolder = '', start = '0'] = process.argv.slice(2)
const log = { info: (message: string) => console.error(message) }
const postgres = await startEmbeddedPostgres({ dataFolder, log })
const pool = new pg.Pool({ connectionString: postgres.url, max: 4 })
await pool.query('create table if not exists entry (number int primary key)')
await pool.query('create table if not exists line (entry int references entry, side text)')
let next = Number(start)

async function write(): Promise<never> {
  for (;;) {
    const number = next++
    const client = await pool.connect()
    await client.query('begin')
    await client.query('insert into entry values ($1)', [number])
    await client.query(`insert into line values ($1, 'debit'), ($1, 'credit')`, [number])
    await client.query('commit')
    client.release()
    process.stdout.write(`${number}\n`)
  }
}

await Promise.all([write(), write(), write(), write()])
