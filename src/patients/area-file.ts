import { readFileSync } from 'node:fs'
import { projectPath } from '../platform/paths.ts'
import { type Areas, areasOf } from './areas.ts'

let known: Areas | undefined

/** Provinces and wards as shipped or imported; read once. */
export function knownAreas(): Areas {
  known ??= areasOf(JSON.parse(readFileSync(projectPath('fixtures/reference/areas.json'), 'utf8')))
  return known
}
