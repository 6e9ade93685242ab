import { neighbourCast, staffCast } from '../fixtures/cast/staff.ts'
import { illustrativePrices } from '../fixtures/reference/prices.ts'
import { insertPrices } from '../src/billing/price-repository.ts'
import type { Actor } from '../src/core/actor.ts'
import { createCast } from '../src/identity/commands.ts'
import { readablePassword } from '../src/identity/staff.ts'
import { sql, transact } from '../src/platform/database.ts'
import type { Deps } from '../src/platform/deps.ts'
import { ConfigurationError } from '../src/platform/env.ts'
import { seedSlots } from './seed-slots.ts'
import { seedStations } from './seed-stations.ts'

/** What was made that cannot be looked up again. */
export type SeedReport = { passwords: { username: string; name: string; password: string }[] }

type Facility = { id: string; code: string }

/**
 * Gives an empty database its facility, and in demonstration mode the fixtures' cast. Safe to run
 * again: what is there stays as it is.
 */
export async function seed(deps: Deps): Promise<SeedReport> {
  return alone(deps, () => seedAll(deps))
}

/** Two processes that start together, or a server and a command, seed one after the other. */
async function alone<T>(deps: Deps, work: () => Promise<T>): Promise<T> {
  const client = await deps.database.pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock(1818846574, 3)')
    return await work()
  } finally {
    await client.query('SELECT pg_advisory_unlock(1818846574, 3)').catch(() => undefined)
    client.release()
  }
}

async function seedAll(deps: Deps): Promise<SeedReport> {
  await markMode(deps)
  const home = await seedFacility(deps, deps.env)
  if (!deps.env.demo) return { passwords: [] }
  return seedDemonstration(deps, home)
}

/** Demonstration data and real data never meet in one database. */
async function markMode(deps: Deps): Promise<void> {
  const mode = deps.env.demo ? 'demonstration' : 'production'
  await deps.database.query(
    sql`INSERT INTO installation (mode) VALUES (${mode}) ON CONFLICT DO NOTHING`,
  )
  const [row] = await deps.database.query<{ mode: string }>(sql`SELECT mode FROM installation`)
  if (row && row.mode !== mode) {
    throw new ConfigurationError([
      `this database was made in ${row.mode} mode; ${mode} needs one of its own`,
    ])
  }
}

type FacilitySettings = {
  FACILITY_CODE: string
  FACILITY_NAME: string
  FACILITY_SUPERIOR: string
  FACILITY_ADDRESS: string
  FACILITY_TAX_CODE?: string | undefined
  FACILITY_PHONE?: string | undefined
}

async function seedFacility(deps: Deps, settings: FacilitySettings): Promise<Facility> {
  await deps.database.query(sql`
    INSERT INTO facility (id, code, name, superior_body, address, tax_code, phone, province_code)
    VALUES (${deps.clock.id()}, ${settings.FACILITY_CODE}, ${settings.FACILITY_NAME},
            ${settings.FACILITY_SUPERIOR}, ${settings.FACILITY_ADDRESS},
            ${settings.FACILITY_TAX_CODE ?? null}, ${settings.FACILITY_PHONE ?? null}, '48')
    ON CONFLICT (code) DO NOTHING`)
  const [facility] = await deps.database.query<Facility>(
    sql`SELECT id, code FROM facility WHERE code = ${settings.FACILITY_CODE}`,
  )
  if (!facility) throw new Error('the facility was not made')
  return facility
}

/** A second centre, so that what belongs to one is seen to stay out of the other. */
const neighbour: FacilitySettings = {
  FACILITY_CODE: '48002',
  FACILITY_NAME: 'Trung tâm Y tế quận Sơn Trà (minh họa)',
  FACILITY_SUPERIOR: 'Sở Y tế thành phố Đà Nẵng',
  FACILITY_ADDRESS: '1118 Ngô Quyền, phường Sơn Trà, thành phố Đà Nẵng',
}

async function seedDemonstration(deps: Deps, home: Facility): Promise<SeedReport> {
  const other = await seedFacility(deps, neighbour)
  for (const facility of [home, other]) await seedPrices(deps, facility)
  for (const facility of [home, other]) await seedStations(deps, seeder(facility))
  await seedSlots(deps, home)
  return { passwords: await seedStaff(deps, home, other) }
}

/** Labelled illustrative: the real ones are a decision of the council or the facility. */
async function seedPrices(deps: Deps, facility: Facility): Promise<void> {
  await transact(deps, seeder(facility), (tx) => insertPrices(tx, illustrativePrices))
}

/** One password for the whole cast: who tries the demonstration changes desks often. */
async function seedStaff(
  deps: Deps,
  home: Facility,
  other: Facility,
): Promise<SeedReport['passwords']> {
  const password = readablePassword(deps.clock.secret(9))
  const made = [
    ...(await createCast(deps, seeder(home), staffCast, password)),
    ...(await createCast(deps, seeder(other), neighbourCast, password)),
  ]
  return made.map(({ username, name }) => ({ username, name, password }))
}

function seeder(facility: Facility): Actor {
  return { kind: 'system', id: 'seed', name: 'seed', facilityId: facility.id }
}
