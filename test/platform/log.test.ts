import { describe, expect, it } from 'vitest'
import { openLog, traceOf } from '../../src/platform/log.ts'

function logged(fields: object): string {
  const lines: string[] = []
  openLog('debug', { write: (line) => lines.push(line) }).error(fields, 'something happened')
  return lines.join()
}

describe('the log', () => {
  it('keeps the fields it knows and drops every other', () => {
    const line = logged({
      route: '/patients/:id',
      status: 500,
      name: 'Nguyễn Thị An',
      body: { a: 1 },
    })
    expect(line).toContain('/patients/:id')
    expect(line).not.toContain('Nguyễn')
    expect(line).not.toContain('body')
  })

  it('says where an error was thrown, never its message', () => {
    const trace = traceOf(new TypeError('cannot read 048185000123'))
    expect(JSON.stringify(trace)).not.toContain('048185000123')
    expect(trace.kind).toBe('TypeError')
    expect(trace.stack).toContain('log.test.ts')
  })
})
