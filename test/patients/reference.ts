import { readFileSync } from 'node:fs'
import { areasOf } from '../../src/patients/areas.ts'
import { projectPath } from '../../src/platform/paths.ts'

export const areas = areasOf(
  JSON.parse(readFileSync(projectPath('fixtures/reference/areas.json'), 'utf8')),
)
