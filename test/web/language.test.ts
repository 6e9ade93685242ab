import { describe, expect, it } from 'vitest'
import { preferred } from '../../src/web/language.ts'

describe('the language of an answer', () => {
  it.each([
    ['', 'vi'],
    ['fr-FR,fr;q=0.9', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
    ['vi,en;q=0.9', 'vi'],
    ['en;q=0.2, vi-VN;q=0.9', 'vi'],
    ['en;q=0', 'vi'],
    ['en;q=nonsense', 'vi'],
    ['*', 'vi'],
    ['english', 'vi'],
  ])('of a reader who asks for %j is %s', (header, lang) => {
    expect(preferred(header)).toBe(lang)
  })
})
