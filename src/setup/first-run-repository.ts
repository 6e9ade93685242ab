import { DRIVER_EXAM } from '../billing/price.ts'
import type { Role, Specialty } from '../core/actor.ts'
import type { CalendarDate } from '../core/calendar-date.ts'
import { today } from '../platform/clock.ts'
import { type Database, sql } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { type SetupFacts, type SetupStep, setupSteps } from './first-run.ts'

type StaffJson = { roles: Role[]; specialties: Specialty[] | null; registered: boolean }
type Row = Omit<SetupFacts, 'staff' | 'testedFine'> & {
  staff: StaffJson[] | null
  testedFine: string[] | null
}

export type Setup = { facts: SetupFacts; steps: readonly SetupStep[] }

/** How far an installation is from its first exam. A demonstration's house is invented, hence checked. */
export async function loadSetup(
  { database, clock, env }: Pick<Deps, 'database' | 'clock' | 'env'>,
  facilityId: string,
): Promise<Setup> {
  const asked = { on: today(clock), examCode: DRIVER_EXAM }
  const found = await loadSetupFacts(database, facilityId, asked)
  const facts = { ...found, facilitySaved: found.facilitySaved || env.demo }
  return { facts, steps: setupSteps(facts) }
}

/** Everything that the assistant asks, in one statement. */
async function loadSetupFacts(
  db: Pick<Database, 'query'>,
  facilityId: string,
  asked: { on: CalendarDate; examCode: string },
): Promise<SetupFacts> {
  const [row] = await db.query<Row>(sql`
    SELECT EXISTS (SELECT 1 FROM setting WHERE facility_id = f.id AND key = 'facility')
             AS "facilitySaved",
           EXISTS (SELECT 1 FROM price WHERE facility_id = f.id AND code = ${asked.examCode}
                   AND published AND withdrawn_at IS NULL AND effective_from <= ${asked.on}
                   AND (effective_to IS NULL OR effective_to >= ${asked.on})) AS "examPriced",
           (SELECT jsonb_agg(jsonb_build_object('roles', s.roles, 'specialties', s.specialties,
                     'registered', s.doctor_registration IS NOT NULL))
            FROM staff s WHERE s.facility_id = f.id AND s.disabled_at IS NULL) AS staff,
           EXISTS (SELECT 1 FROM setting WHERE facility_id = f.id AND key = 'hours')
             AS "hoursSaved",
           (SELECT count(*)::int FROM station WHERE facility_id = f.id AND retired_at IS NULL)
             AS stations,
           (SELECT array_agg(t.integration) FROM (
              SELECT DISTINCT ON (integration) integration, fine FROM connection_test
              WHERE facility_id = f.id ORDER BY integration, tested_at DESC) t
            WHERE t.fine) AS "testedFine",
           (SELECT count(*)::int FROM (SELECT 1 FROM conclusion
            WHERE facility_id = f.id LIMIT 1) c) AS concluded
    FROM facility f WHERE f.id = ${facilityId}`)
  if (!row) throw new Error('an actor without its facility')
  const staff = (row.staff ?? []).map((one) => ({ ...one, specialties: one.specialties ?? 'all' }))
  return { ...row, testedFine: row.testedFine ?? [], staff: staff as SetupFacts['staff'] }
}
