import type { Database } from '../platform/database.ts'
import type { Calendar, Holiday, Opening } from './opening.ts'
import { findSetting } from './setting-repository.ts'

/** When the house is open, as far as somebody has said so. */
export async function loadCalendar(
  db: Pick<Database, 'query'>,
  facilityId: string,
): Promise<Calendar> {
  const [hours, holidays] = await Promise.all([
    findSetting<Opening[]>(db, facilityId, 'hours'),
    findSetting<Holiday[]>(db, facilityId, 'holidays'),
  ])
  return { openings: hours?.value ?? [], holidays: holidays?.value ?? [] }
}
