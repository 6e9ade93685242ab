import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectPath } from '../src/platform/paths.ts'

type Words = { vi: string; en: string }

const files = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|[/-])words\.ts$/.test(path))
  .sort()

describe.each(files)('src/%s', async (file) => {
  const found = wordsIn(await import(projectPath(`src/${file}`)), '')

  test('says everything in both languages', () => {
    const lacking = found.filter(([, { vi, en }]) => vi.trim() === '' || en.trim() === '')
    expect(lacking).toEqual([])
  })

  test('has the same gaps to fill in both', () => {
    const differing = found.filter(([, { vi, en }]) => String(gaps(vi)) !== String(gaps(en)))
    expect(differing).toEqual([])
  })

  test('writes each accent as one character', () => {
    const composed = ({ vi, en }: Words) => vi === vi.normalize('NFC') && en === en.normalize('NFC')
    expect(found.filter(([, words]) => !composed(words))).toEqual([])
  })
})

function wordsIn(value: unknown, path: string): [string, Words][] {
  if (typeof value !== 'object' || value === null) return []
  if (isWords(value)) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, `${path}/${key}`))
}

function isWords(value: object): value is Words {
  return 'vi' in value && 'en' in value && typeof value.vi === 'string'
}

function gaps(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort()
}
