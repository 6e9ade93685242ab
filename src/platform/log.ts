import { pino } from 'pino'

export type Logger = {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/**
 * Structured lines on stdout. An allow-list, not a redaction list: what is not named here does not
 * reach the log, so a name, a finding or a token cannot slip in with a new field (attacks.md 14).
 */
const allowed = new Set([
  'requestId', 'method', 'route', 'status', 'ms', 'job', 'jobId', 'attempt', 'code', 'kind',
  'port', 'host', 'url', 'migration', 'migrations', 'mode', 'pid', 'signal', 'provider', 'match',
  'state', 'service', 'count', 'folder', 'reason', 'constraint', 'stack',
]) // biome-ignore format: one table

export function openLog(level: string, destination?: { write(line: string): void }): Logger {
  const out = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination as never,
  )
  const keep = (fields: object) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)))
  return {
    debug: (fields, message) => out.debug(keep(fields), message),
    info: (fields, message) => out.info(keep(fields), message),
    warn: (fields, message) => out.warn(keep(fields), message),
    error: (fields, message) => out.error(keep(fields), message),
  }
}

/** Where an error was thrown, without its message: messages may quote what was typed. */
export function traceOf(error: unknown): { kind: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { kind: error.name, ...code, stack: frames.slice(0, 8).join('\n') }
}
