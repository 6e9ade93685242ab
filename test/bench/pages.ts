import { everyPage } from './every-page.ts'
import { figuresOf, processorMs, residentMb, round } from './load.ts'
import { type Bench, note } from './section.ts'
import { signIn } from './session.ts'

const READS = 30
/** Compiled and planned after so many; a server that has been up for a minute is what people meet. */
const WARM_READS = 8
const LIMIT_MS = 15

export type PageFigures = {
  role: string
  p50: number
  p99: number
  /** The server's own processor time for one, ms. */
  cpu: number
  kB: number
}

/** Every page in its reader's hands, one request at a time: what the server takes for each. */
export async function measurePages(bench: Bench): Promise<Record<string, PageFigures>> {
  const { instance, http } = bench
  const measured: Record<string, PageFigures> = {}
  const sessions = new Map<string, Record<string, string>>()
  let caller = 0
  for (const { name, role, path } of await everyPage(bench)) {
    if (role && !sessions.has(role)) sessions.set(role, await signIn(instance, role))
    const session = (role && sessions.get(role)) || {}
    const times: number[] = []
    let bytes = 0
    let spent = 0
    for (let read = 0; read < WARM_READS + READS; read += 1) {
      caller += 1
      if (read === WARM_READS) spent = processorMs(instance.pid)
      // From many addresses, or the pages that are counted by address would refuse.
      const from = { 'x-forwarded-for': `10.0.${caller >> 8}.${caller & 255}` }
      const began = performance.now()
      const { status, body } = await http.send('GET', path, {
        ...session,
        ...from,
        accept: 'text/html',
      })
      if (read >= WARM_READS) times.push(performance.now() - began)
      if (status !== 200) throw new Error(`${name} ${path}: ${status}`)
      bytes = body.length
    }
    const { p50, p99 } = figuresOf(times, 1)
    const cpu = round((processorMs(instance.pid) - spent) / READS)
    measured[name] = { role: role ?? '—', p50, p99, cpu, kB: Math.round(bytes / 100) / 10 }
  }
  const slow = Object.entries(measured).filter(([, { p50 }]) => p50 > LIMIT_MS)
  const worst = Object.entries(measured).toSorted(([, a], [, b]) => b.p50 - a.p50)
  note(
    `${worst.length} pages, ${slow.length} beyond ${LIMIT_MS} ms at p50, server ${residentMb(instance.pid)} MB`,
  )
  return Object.fromEntries(worst)
}
