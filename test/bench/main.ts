import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { type Instance, startInstance } from '../../fixtures/story/instance.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { connectOrStartEmbedded } from '../../src/platform/embedded-postgres.ts'
import { type Http, openHttp } from './http.ts'
import { measureLive } from './live.ts'
import { load } from './load.ts'
import { measurePages } from './pages.ts'
import { seedPatients } from './people.ts'
import { measureReads } from './reads.ts'
import { type Bench, note } from './section.ts'
import { playVisit, type VisitDriver } from './visit.ts'
import { measureCaseLag, measureVisits } from './visits.ts'

const PATIENTS = 100_000

/** Pages first, as on a busy morning; the visits of the others are a month's in one day. */
const sections = {
  pages: async (bench: Bench) => ({ pages: await measurePages(bench) }),
  visits: async (bench: Bench) => ({ visit: await measureVisits(bench) }),
  reads: measureReads,
  lag: async (bench: Bench) => ({ caseLag: await measureCaseLag(bench) }),
  live: async (bench: Bench) => ({ live: await measureLive(bench) }),
} satisfies Record<string, (bench: Bench) => Promise<object>>

const { values: asked } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string', multiple: true } },
})

/** `npm run bench`: the built server in a process of its own, driven over HTTP from this one. */
async function main(): Promise<void> {
  const chosen = Object.entries(sections).filter(
    ([name]) => !asked.only || asked.only.includes(name),
  )
  if (chosen.length === 0) throw new Error(`--only ${Object.keys(sections).join(' | ')}`)
  // The authority's later reports come days later in life; here they would be load of nobody's visit.
  const instance = await startInstance({ STAND_IN_PROGRESS_MS: 'none', TRUST_PROXY: '1' })
  const postgres = await connectOrStartEmbedded({
    dataFolder: instance.dataFolder,
    log: { info: () => {} },
  })
  const pool = new pg.Pool({ connectionString: postgres.url, max: 16 })
  const http = openHttp(instance.url, 64)
  try {
    const bench = await openBench(instance, pool, http)
    const result: Record<string, object> = { machine: machine() }
    for (const [, measure] of chosen) Object.assign(result, await measure(bench))
    report(result)
  } finally {
    http.close()
    await pool.end()
    await postgres.stop()
    await instance.stop()
  }
}

async function openBench(instance: Instance, pool: pg.Pool, http: Http): Promise<Bench> {
  note(`seeding ${PATIENTS} patients`)
  const facilityId = await facilityOf(pool)
  await seedPatients(pool, facilityId, PATIENTS)
  const driver = await openDriver(instance, http)
  const serials = counter()
  note('warming up')
  const sample = await playVisit(driver, serials())
  await load(8, 5, async () => void (await playVisit(driver, serials())))
  return { instance, pool, http, driver, serials, sample, facilityId }
}

async function openDriver(instance: Instance, http: Http): Promise<VisitDriver> {
  const roles = ['reception', 'examiner', 'lab', 'cashier', 'concluder']
  const secrets = await instance.secrets()
  return {
    http,
    token: await instance.token(roles, ['--sign']),
    sepayKey: secrets.SEPAY_API_KEY ?? '',
    account: secrets.BANK_ACCOUNT ?? '',
    today: calendarDateOf(new Date()),
  }
}

async function facilityOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM facility WHERE code = '48001'`)
  return rows[0]?.id ?? ''
}

function counter(): () => number {
  let next = 1
  return () => next++
}

function machine(): object {
  const [first] = cpus()
  return {
    cores: cpus().length,
    cpu: first?.model.trim(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
}

function report(result: object): void {
  if (asked.json) console.log(JSON.stringify(result))
  else
    for (const [name, figures] of Object.entries(result)) {
      console.log(`\n${name}`)
      console.table(figures)
    }
}

await main()
