import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { projectPath } from '../src/platform/paths.ts'

type Locked = { optionalDependencies?: Record<string, string> }

test('package-lock.json lists the packages of every platform, or npm ci refuses it', () => {
  const text = readFileSync(projectPath('package-lock.json'), 'utf8')
  const packages: Record<string, Locked> = JSON.parse(text).packages
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  )
  expect(missing).toEqual([])
})
