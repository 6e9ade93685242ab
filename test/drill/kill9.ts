import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { projectPath } from '../../src/platform/paths.ts'
import { ask } from '../support/owned-postgres.ts'

// Kills the server with −9 at random moments, every second time PostgreSQL with it, and looks
// afterwards for every transaction that was acknowledged: `npm run drill:kill9 -- --rounds 20`.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const rounds = Number(values.rounds)
const random = randomFrom(Number(values.seed))
console.log(`kill −9, ${rounds} rounds, --seed ${values.seed}`)

const dataFolder = mkdtempSync(join(tmpdir(), 'lienthong-kill9-'))
const acknowledged = new Set<number>()
let clusterFolder = ''
let lost = 0
for (let round = 1; round <= rounds; round++) {
  await writeUntilKilled(200 + random() * 1_500, round % 2 === 0)
  lost += await countLost(round)
}
rmSync(dataFolder, { recursive: true })
if (!clusterFolder.startsWith(dataFolder)) rmSync(dirname(clusterFolder), { recursive: true })
console.log(`${acknowledged.size} acknowledged, ${lost} lost`)
if (lost > 0 || acknowledged.size === 0) process.exitCode = 1

async function writeUntilKilled(milliseconds: number, withPostgres: boolean): Promise<void> {
  const highest = Math.max(-1, ...acknowledged)
  const writer = spawn(
    process.execPath,
    ['--import', 'tsx', projectPath('test/drill/kill9-writer.ts'), dataFolder, `${highest + 100}`],
    { cwd: projectPath('.'), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines = createInterface(writer.stdout)
  const closed = once(lines, 'close')
  lines.on('line', (line) => acknowledged.add(Number(line)))
  await Promise.race([once(lines, 'line'), once(writer, 'exit')])
  await delay(milliseconds)
  writer.kill('SIGKILL')
  if (withPostgres) {
    const [pid] = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 'SIGKILL')
  }
  await closed
}

async function countLost(round: number): Promise<number> {
  const postgres = await startEmbeddedPostgres({ dataFolder, log: console })
  clusterFolder = postgres.clusterFolder
  const rows = await ask<{ number: number; lines: number }>(
    postgres.url,
    'select number, count(side)::int as lines from entry left join line on entry = number group by 1',
  )
  const kept = new Map(rows.map(({ number, lines }) => [number, lines]))
  const missing = [...acknowledged].filter((number) => kept.get(number) !== 2)
  const halves = rows.filter(({ lines }) => lines !== 2)
  const way = postgres.tookOver ? 'PostgreSQL taken over' : 'PostgreSQL recovered'
  console.log(`round ${round}: ${acknowledged.size} acknowledged, ${missing.length} lost, ${way}`)
  await postgres.stop()
  return missing.length + halves.length
}

/** mulberry32: the same seed kills at the same moments. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
