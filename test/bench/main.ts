import { cpus, totalmem } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type Instance, startInstance } from '../../fixtures/story/instance.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { connectOrStartEmbedded } from '../../src/platform/embedded-postgres.ts'
import { openBare } from './bare.ts'
import { type Http, openHttp } from './http.ts'
import { type Figures, figuresOf, load, residentMb, round } from './load.ts'
import { nameOf, seedPatients } from './people.ts'
import { playVisit, type Visit, type VisitDriver } from './visit.ts'

const LEVELS = [1, 16, 64]
const PATIENTS = 100_000
const VISIT_SECONDS = 12
const READ_SECONDS = 4

type PerLevel<T> = Record<string, T>
type VisitFigures = Figures & { ratioToBare: number; barePerSecond: number; rssMb: number }

/** `npm run bench`: the built server in a process of its own, driven over HTTP from this one. */
async function main(): Promise<void> {
  // The authority's later reports come days later in life; here they would be load of nobody's visit.
  const instance = await startInstance({ STAND_IN_PROGRESS_MS: 'none' })
  const postgres = await connectOrStartEmbedded({
    dataFolder: instance.dataFolder,
    log: { info: () => {} },
  })
  const pool = new pg.Pool({ connectionString: postgres.url, max: 16 })
  const http = openHttp(instance.url, 64)
  try {
    say(`seeding ${PATIENTS} patients`)
    await seedPatients(pool, await facilityOf(pool), PATIENTS)
    const driver = await openDriver(instance, http)
    const serials = counter()
    say('warming up')
    const sample = await playVisit(driver, serials())
    await load(8, 5, async () => void (await playVisit(driver, serials())))
    const visit = await measureVisits(instance, pool, driver, serials, sample)
    const caseLag = await measureCaseLag(pool, driver, serials)
    const reads = await measureReads(instance, http, driver.token, sample)
    report({ machine: machine(), visit, ...reads, caseLag })
  } finally {
    http.close()
    await pool.end()
    await postgres.stop()
    await instance.stop()
  }
}

/** Ours and the bare figure in turns, in one run, so that the machine's mood strikes both. */
async function measureVisits(
  instance: Instance,
  pool: pg.Pool,
  driver: VisitDriver,
  serials: () => number,
  sample: Visit,
): Promise<PerLevel<VisitFigures>> {
  const bare = await openBare(pool, sample)
  const measured: PerLevel<VisitFigures> = {}
  for (const level of LEVELS) {
    say(`complete visits, ${level} at once`)
    const ours = await load(
      level,
      VISIT_SECONDS,
      async () => void (await playVisit(driver, serials())),
    )
    const rssMb = residentMb(instance.pid)
    await drained(pool)
    const bareFigures = await load(level, VISIT_SECONDS / 2, () => bare.visit())
    measured[level] = {
      ...ours,
      ratioToBare: round(ours.perSecond / bareFigures.perSecond),
      barePerSecond: bareFigures.perSecond,
      rssMb,
    }
    say(JSON.stringify(measured[level]))
  }
  await bare.close()
  return measured
}

/** From the conclusion to the authority's dossier code, as the rows tell it; each level from rest. */
async function measureCaseLag(
  pool: pg.Pool,
  driver: VisitDriver,
  serials: () => number,
): Promise<PerLevel<Figures>> {
  const measured: PerLevel<Figures> = {}
  for (const level of LEVELS) {
    say(`case lag, ${level} at once`)
    await drained(pool)
    const examIds: string[] = []
    const began = performance.now()
    for (let round = 0; round < Math.max(2, Math.ceil(24 / level)); round++) {
      const visits = await Promise.all(
        Array.from({ length: level }, () => playVisit(driver, serials())),
      )
      examIds.push(...visits.map(({ examId }) => examId))
      await drained(pool)
    }
    const { rows } = await pool.query<{ lag: number }>(
      // Held back as the authority's reports are, the case's last change is its answer to the intake.
      `SELECT extract(epoch FROM r.updated_at - c.concluded_at)::float8 * 1000 AS lag
       FROM conclusion c JOIN renewal_case r USING (exam_id)
       WHERE c.exam_id = ANY ($1) AND r.dossier_code IS NOT NULL`,
      [examIds],
    )
    if (rows.length !== examIds.length) throw new Error('a case has no answer of the authority')
    measured[level] = figuresOf(
      rows.map(({ lag }) => lag),
      (performance.now() - began) / 1_000,
    )
    say(JSON.stringify(measured[level]))
  }
  return measured
}

async function measureReads(instance: Instance, http: Http, token: string, visit: Visit) {
  const page = await signedInCookie(instance)
  const bearer = { authorization: `Bearer ${token}` }
  const word = (serial: number) =>
    encodeURIComponent(
      nameOf(5_000_000 + serial * 37)
        .split(' ')
        .slice(2)
        .join(' '),
    )
  const reads = {
    examPage: { path: () => `/exams/${visit.examId}`, headers: page },
    search: { path: (serial: number) => `/api/v1/patients?q=${word(serial)}`, headers: bearer },
    billPdf: { path: () => `/api/v1/invoices/${visit.invoiceId}/bill.pdf`, headers: bearer },
    certificatePdf: {
      path: () => `/api/v1/exams/${visit.examId}/certificate.pdf`,
      headers: bearer,
    },
  }
  const measured: Record<string, PerLevel<Figures & { rssMb: number }>> = {}
  for (const [name, { path, headers }] of Object.entries(reads)) {
    const levels: PerLevel<Figures & { rssMb: number }> = {}
    for (const level of LEVELS) {
      const figures = await load(level, READ_SECONDS, async (serial) => {
        const { status, body } = await http.send('GET', path(serial), headers)
        if (status !== 200) throw new Error(`${name}: ${status} ${body}`)
      })
      levels[level] = { ...figures, rssMb: residentMb(instance.pid) }
    }
    measured[name] = levels
    say(`${name} ${JSON.stringify(levels)}`)
  }
  return measured
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

/** A doctor signed in at a browser: the exam page is for people. */
async function signedInCookie(instance: Instance): Promise<Record<string, string>> {
  const { username, password } = instance.account('concluder')
  const response = await fetch(`${instance.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams({ username, password }),
  })
  if (response.status !== 303) throw new Error(`sign-in: ${response.status}`)
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0])
  return { cookie: cookie.join('; ') }
}

/** Waits until no job of ours is left to do. */
async function drained(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier <> 'bare' AND j.attempts < j.max_attempts
         AND j.run_at < now() + interval '1 minute'`,
    )
    if (rows[0]?.left === 0) return
    await delay(100)
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

const asJson = process.argv.includes('--json')

function say(line: string): void {
  console.error(line)
}

function report(result: object): void {
  if (asJson) console.log(JSON.stringify(result))
  else
    for (const [name, figures] of Object.entries(result)) {
      console.log(`\n${name}`)
      console.table(figures)
    }
}

await main()
