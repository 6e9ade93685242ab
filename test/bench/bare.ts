import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Visit } from './visit.ts'

/**
 * The yardstick: the rows of one complete visit, as ours wrote them, written again under new ids in
 * the same six transactions by prepared statements, with nothing read, checked or computed.
 */
export type Bare = { visit(): Promise<void>; close(): Promise<void> }

type Row = Record<string, unknown>
type Insert = { table: string; rows: Row[] }
type Update = { table: string; id: string; set: Row }
type Step = { inserts: Insert[]; updates: Update[]; counters: string[]; jobs: number }

export async function openBare(pool: pg.Pool, sample: Visit): Promise<Bare> {
  const json = await jsonColumns(pool)
  const steps = await readSteps(pool, sample)
  const ownIds = new Set(steps.flatMap(({ inserts }) => inserts.flatMap(idsOf)))
  const [facilityId] = steps
    .flatMap(({ inserts }) => inserts[0]?.rows ?? [])
    .map((row) => row.facility_id)
  let serial = 0
  return {
    async visit() {
      const copy = copier(ownIds, json, ++serial)
      for (const step of steps) await writeStep(pool, step, copy, facilityId)
    },
    close: async () => {
      await pool.query(`DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
        WHERE t.id = j.task_id AND t.identifier = 'bare'`)
    },
  }
}

async function writeStep(
  pool: pg.Pool,
  step: Step,
  copy: Copy,
  facilityId: unknown,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    for (const { table, id, set } of step.updates) {
      const { names, values } = copy(table, { ...set, id })
      const pairs = names.slice(0, -1).map((name, at) => `${name} = $${at + 1}`)
      await prepared(client, `UPDATE ${table} SET ${pairs} WHERE id = $${names.length}`, values)
    }
    for (const { table, rows } of step.inserts) await insert(client, table, rows, copy)
    for (const kind of step.counters) {
      await prepared(
        client,
        `UPDATE counter SET last = last + 1 WHERE facility_id = $1 AND kind = $2`,
        [facilityId, kind],
      )
    }
    for (let job = 0; job < step.jobs; job++) {
      await prepared(client, `SELECT 1 FROM graphile_worker.add_job('bare', $1::json)`, ['{}'])
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** All rows of a table in one statement, as anyone would write it by hand. */
async function insert(
  client: pg.PoolClient,
  table: string,
  rows: Row[],
  copy: Copy,
): Promise<void> {
  const copies = rows.map((row) => copy(table, row))
  const [first] = copies
  if (!first) return
  const width = first.names.length
  const tuples = copies.map(
    (_, row) => `(${first.names.map((_name, at) => `$${row * width + at + 1}`)})`,
  )
  await prepared(
    client,
    `INSERT INTO ${table} (${first.names}) VALUES ${tuples}`,
    copies.flatMap(({ values }) => values),
  )
}

const names = new Map<string, string>()

function prepared(client: pg.PoolClient, text: string, values: unknown[]): Promise<unknown> {
  const name = names.get(text) ?? `bare${names.size}`
  names.set(text, name)
  return client.query({ name, text, values })
}

type Copy = (table: string, row: Row) => { names: string[]; values: unknown[] }

/** Columns that must be unique beside the ids, and how a copy's value is made. */
const unique: Record<string, (serial: number, value: string) => string> = {
  'patient.identity_number': (serial) => `002${String(serial).padStart(9, '0')}`,
  'invoice.number': (serial, value) => `${value}-B${serial}`,
  'invoice.bill_code': (serial) => `BARE${String(serial).padStart(8, '0')}`,
  'payment.receipt_number': (serial, value) => `${value}-B${serial}`,
  'bank_transaction.provider_id': (serial) => `bare-${serial}`,
  'certificate.number': (serial) =>
    `${String(serial % 100_000).padStart(5, '0')}/GKSKLX/B${String(Math.floor(serial / 100_000)).padStart(4, '0')}/26`,
  'certificate.verify_code': (serial, value) => `${value}-B${serial}`,
  'idempotent_answer.key': (serial, value) => `${value}-B${serial}`,
}

function copier(ownIds: ReadonlySet<string>, json: ReadonlySet<string>, serial: number): Copy {
  const fresh = new Map<string, string>()
  const renewed = (value: unknown) => {
    if (typeof value !== 'string' || !ownIds.has(value)) return value
    const made = fresh.get(value) ?? randomUUID()
    fresh.set(value, made)
    return made
  }
  return (table, row) => {
    const entries = Object.entries(row).map(([name, value]) => {
      const column = `${table}.${name}`
      if (json.has(column) && value !== null) return [name, JSON.stringify(value)] as const
      const make = typeof value === 'string' ? unique[column] : undefined
      return [name, make ? make(serial, value as string) : renewed(value)] as const
    })
    return { names: entries.map(([name]) => name), values: entries.map(([, value]) => value) }
  }
}

function idsOf({ rows }: Insert): string[] {
  return rows.flatMap((row) => (typeof row.id === 'string' ? [row.id] : []))
}

async function jsonColumns(pool: pg.Pool): Promise<Set<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'jsonb'`,
  )
  return new Set(rows.map(({ name }) => name))
}

/** Which rows each of the six transactions wrote, read back from the sample. */
async function readSteps(pool: pg.Pool, { examId, invoiceId }: Visit): Promise<Step[]> {
  const read = async (table: string, where: string, ...values: unknown[]): Promise<Row[]> =>
    (await pool.query(`SELECT * FROM ${table} WHERE ${where}`, values)).rows
  const one = async (table: string, where: string, value: unknown) =>
    (await read(table, where, value))[0] ?? {}
  const exam = await one('exam', 'id = $1', examId)
  const invoice = await one('invoice', 'id = $1', invoiceId)
  const visit = await one('visit', 'id = $1', exam.visit_id)
  const patient = await read('patient', 'id = $1', exam.patient_id)
  const bank = await read('bank_transaction', 'invoice_id = $1', invoiceId)
  const entries = await read('journal_entry', 'invoice_id = $1', invoiceId)
  const issued = entries.filter((entry) => entry.kind === 'invoice-issued')
  const received = entries.filter((entry) => entry.kind !== 'invoice-issued')
  const linesOf = (of: Row[]) =>
    read(
      'journal_line',
      'entry_id = ANY ($1)',
      of.map(({ id }) => id),
    )
  const ofExam = (table: string) => read(table, 'exam_id = $1', examId)
  const cases = await ofExam('renewal_case')
  const transmissions = await ofExam('transmission')
  const subjects = [exam, visit, invoice, ...patient, ...bank, ...cases, ...transmissions]
  const audit = await read(
    'audit_entry',
    'subject_id = ANY ($1)',
    subjects.map(({ id }) => id),
  )
  const answers = async (like: string) => read('idempotent_answer', 'scope LIKE $1', like)
  const logged = (...actions: string[]) => ({
    table: 'audit_entry',
    rows: audit.filter((entry) => actions.includes(String(entry.action))),
  })
  const state = (table: string, row: Row, set: Row): Update => ({ table, id: String(row.id), set })
  const answered = async (like: string, limit = 1) => ({
    table: 'idempotent_answer',
    rows: (await answers(like)).slice(0, limit),
  })
  return [
    {
      inserts: [{ table: 'patient', rows: patient }, logged('patient.registered'), await answered('%POST /api/v1/patients')],
      updates: [], counters: [], jobs: 0,
    },
    {
      inserts: [
        { table: 'visit', rows: [{ ...visit, state: 'arrived', ended_at: null }] },
        { table: 'exam', rows: [{ ...exam, state: 'arrived', version: 1 }] },
        { table: 'consent', rows: await ofExam('consent') },
        logged('visit.opened', 'exam.opened'),
        await answered('%POST /api/v1/exams'),
      ],
      updates: [], counters: [], jobs: 0,
    },
    {
      inserts: [
        { table: 'exam_section', rows: await ofExam('exam_section') },
        logged('exam.sections-recorded'),
        await answered(`%PUT /api/v1/exams/${examId}/sections`),
      ],
      updates: [
        state('exam', exam, { state: 'in-progress', version: 2, updated_at: exam.updated_at }),
        state('visit', visit, { state: 'in-progress' }),
      ],
      counters: [], jobs: 0,
    },
    {
      inserts: [
        { table: 'invoice', rows: [{ ...invoice, state: 'issued', paid: 0, version: 1, balanced_at: null }] },
        { table: 'charge_item', rows: await read('charge_item', 'invoice_id = $1', invoiceId) },
        { table: 'journal_entry', rows: issued },
        { table: 'journal_line', rows: await linesOf(issued) },
        logged('invoice.issued'),
        await answered('%POST /api/v1/invoices'),
      ],
      updates: [], counters: ['invoice'], jobs: 0,
    },
    {
      inserts: [
        { table: 'bank_transaction', rows: bank },
        { table: 'payment', rows: await read('payment', 'invoice_id = $1', invoiceId) },
        { table: 'journal_entry', rows: received },
        { table: 'journal_line', rows: await linesOf(received) },
        logged('bank-transaction.received', 'payment.taken', 'invoice.balanced'),
      ],
      updates: [
        state('invoice', invoice, { state: 'balanced', paid: invoice.paid, balanced_at: invoice.balanced_at }),
      ],
      counters: ['receipt'], jobs: 0,
    },
    {
      inserts: [
        { table: 'conclusion', rows: await ofExam('conclusion') },
        { table: 'certificate', rows: await ofExam('certificate') },
        { table: 'encounter', rows: await ofExam('encounter') },
        { table: 'transmission', rows: transmissions.map((row) => ({ ...row, state: 'queued' })) },
        { table: 'renewal_case', rows: cases.map((row) => ({ ...row, state: 'ready', dossier_code: null })) },
        { table: 'renewal_decision', rows: await ofExam('renewal_decision') },
        { table: 'renewal_case_step', rows: (await read('renewal_case_step', 'case_id = ANY ($1) ORDER BY at', cases.map(({ id }) => id))).slice(0, 1) },
        logged('exam.concluded', 'renewal-case.opened'),
        await answered(`%POST /api/v1/exams/${examId}/conclusion`),
      ],
      updates: [
        state('exam', exam, { state: 'finished', version: 3, updated_at: exam.updated_at }),
        state('visit', visit, { state: 'finished', ended_at: visit.ended_at }),
      ],
      counters: ['certificate'], jobs: 1,
    },
  ] // biome-ignore format: six steps, a table
}
