import { readFileSync } from 'node:fs'

export type Figures = { perSecond: number; p50: number; p99: number }

/**
 * Keeps `level` pieces of work under way for so many seconds; times are milliseconds from the start
 * of a piece to its end. A piece that throws ends the bench: a failed answer is not a fast one.
 */
export async function load(
  level: number,
  seconds: number,
  work: (serial: number) => Promise<void>,
): Promise<Figures> {
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1_000
  let serial = 0
  const lane = async () => {
    while (performance.now() < until) {
      const start = performance.now()
      await work(serial++)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: level }, lane))
  return figuresOf(times, (performance.now() - began) / 1_000)
}

export function figuresOf(times: number[], seconds: number): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    perSecond: round(sorted.length / seconds),
    p50: round(percentile(sorted, 0.5)),
    p99: round(percentile(sorted, 0.99)),
  }
}

function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Resident memory of a process, MB. */
export function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

/** Processor time that a process has taken so far, ms: what it costs, whatever else the machine does. */
export function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const ticks = Number(fields[11]) + Number(fields[12])
  return ticks * 10
}
