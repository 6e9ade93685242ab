import { describe, expect, it } from 'vitest'
import { localPath } from '../../src/identity/local-path.ts'

describe('where signing in leads to', () => {
  it.each(['/', '/exams/7', '/exams?q=Nguy%E1%BB%85n#top', '/staff/new'])('is %s', (path) => {
    expect(localPath(path, '/home')).toBe(path)
  })

  it.each([
    undefined,
    '',
    'exams',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/exams\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
    ' /exams',
    '/sign-out',
    '/sign-in?return=/sign-in',
    `/${'a'.repeat(500)}`,
  ])('is never %j', (path) => {
    expect(localPath(path, '/home')).toBe('/home')
  })

  it('stays on this site however a browser reads it', () => {
    for (const path of ['/..//evil.example', '/%2f/evil.example', '/.//evil.example']) {
      const target = new URL(localPath(path, '/'), 'http://localhost:3000/sign-in')
      expect(target.host).toBe('localhost:3000')
    }
  })
})
