import type pg from 'pg'
import type { Instance } from '../../fixtures/story/instance.ts'
import type { Http } from './http.ts'
import type { Visit, VisitDriver } from './visit.ts'

/** What every section of the bench measures with: a full register, and one visit that was played. */
export type Bench = {
  instance: Instance
  pool: pg.Pool
  http: Http
  driver: VisitDriver
  serials: () => number
  sample: Visit
  facilityId: string
}

export type PerLevel<T> = Record<string, T>

export const LEVELS = [1, 16, 64]

/** Progress, beside the report. */
export function note(line: string): void {
  console.error(line)
}
