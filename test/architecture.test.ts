import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectPath } from '../src/platform/paths.ts'
import { homeRules, shapeRules } from './support/file-rules.ts'
import { importRules, type Rule } from './support/import-rules.ts'
import { parse, readSources } from './support/imports.ts'
import { wordRules } from './support/word-rules.ts'

/** Who may break a rule, and why. An entry that is no longer needed fails. */
const exceptions: readonly (readonly [file: string, rule: RegExp, why: string])[] = [
  ['src/billing/banks.ts', /^a pure file/, 'reads reference data, once'],
  ['src/patients/area-file.ts', /^a pure file/, 'reads reference data, once'],
  ['src/billing/proof.ts', /^a pure file/, 'a hash is a pure function of node:crypto'],
  ['src/web/health.ts', /^SQL/, 'asks only whether the database answers'],
  ['src/server.ts', /^an error/, 'answers before the application is there'],
  ['fixtures/cast/people.ts', /250 lines/, 'data'],
]

const rules: readonly Rule[] = [...importRules, ...homeRules, ...shapeRules, ...wordRules]
const sources = readSources('src', 'bin', 'prisma', 'fixtures', 'test')

for (const rule of rules) {
  describe(rule.name, () => {
    for (const [path, text] of rule.examples) {
      test(`would be seen broken in ${path} by ${text.trim().split('\n')[0]}`, () => {
        expect(rule.find(parse(path, text))).not.toEqual([])
      })
    }

    test('holds', () => {
      const excepted = (path: string) =>
        exceptions.some(([file, name]) => file === path && name.test(rule.name))
      const broken = sources
        .filter(({ path }) => !excepted(path))
        .flatMap((source) => rule.find(source).map((what) => `${source.path}: ${what}`))
      expect(broken).toEqual([])
    })
  })
}

test.each(exceptions)('%s still needs its exception from %s (%s)', (file, name) => {
  const source = sources.find(({ path }) => path === file)
  const rule = rules.find((candidate) => name.test(candidate.name))
  expect(source && rule?.find(source)).not.toEqual([])
})

test('no file imports itself by a way round', () => {
  const graph = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter(({ ours, typeOnly }) => ours && !typeOnly).map(({ target }) => target),
    ]),
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path) || way.includes(path)) return
    for (const target of graph.get(path) ?? []) visit(target, [...way, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  expect(cycles).toEqual([])
})

test('what production starts needs no development package', () => {
  const manifest = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'))
  const seen = new Set<string>()
  const lacking: string[] = []
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    const { imports = [] } = sources.find((source) => source.path === path) ?? {}
    for (const { target, ours, typeOnly, late } of imports) {
      if (typeOnly || late) continue
      if (ours) visit(target)
      else if (!target.startsWith('node:') && !(packageOf(target) in manifest.dependencies)) {
        lacking.push(`${path}: ${target}`)
      }
    }
  }
  for (const path of ['bin/main.ts', 'bin/commands/start.ts', 'bin/commands/migrate.ts'])
    visit(path)
  expect(seen.size).toBeGreaterThan(50)
  expect(lacking).toEqual([])
})

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
