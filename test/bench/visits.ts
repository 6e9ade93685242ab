import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { openBare } from './bare.ts'
import { type Figures, figuresOf, load, residentMb, round } from './load.ts'
import { type Bench, LEVELS, note, type PerLevel } from './section.ts'
import { playVisit } from './visit.ts'

const VISIT_SECONDS = 10

type VisitFigures = Figures & { ratioToBare: number; barePerSecond: number; rssMb: number }

/** Ours and the bare figure in turns, in one run, so that the machine's mood strikes both. */
export async function measureVisits(bench: Bench): Promise<PerLevel<VisitFigures>> {
  const { instance, pool, driver, serials } = bench
  const bare = await openBare(pool, bench.sample)
  const measured: PerLevel<VisitFigures> = {}
  for (const level of LEVELS) {
    note(`complete visits, ${level} at once`)
    const ours = await load(
      level,
      VISIT_SECONDS,
      async () => void (await playVisit(driver, serials())),
    )
    const rssMb = residentMb(instance.pid)
    await drained(pool)
    const bareFigures = await load(level, VISIT_SECONDS / 2, () => bare.visit())
    measured[level] = {
      ...ours,
      ratioToBare: round(ours.perSecond / bareFigures.perSecond),
      barePerSecond: bareFigures.perSecond,
      rssMb,
    }
    note(JSON.stringify(measured[level]))
  }
  await bare.close()
  return measured
}

/** From the conclusion to the authority's dossier code, as the rows tell it; each level from rest. */
export async function measureCaseLag(bench: Bench): Promise<PerLevel<Figures>> {
  const { pool, driver, serials } = bench
  const measured: PerLevel<Figures> = {}
  for (const level of LEVELS) {
    note(`case lag, ${level} at once`)
    await drained(pool)
    const examIds: string[] = []
    const began = performance.now()
    for (let round = 0; round < Math.max(2, Math.ceil(24 / level)); round++) {
      const visits = await Promise.all(
        Array.from({ length: level }, () => playVisit(driver, serials())),
      )
      examIds.push(...visits.map(({ examId }) => examId))
      await drained(pool)
    }
    const { rows } = await pool.query<{ lag: number }>(
      // Held back as the authority's reports are, the case's last change is its answer to the intake.
      `SELECT extract(epoch FROM r.updated_at - c.concluded_at)::float8 * 1000 AS lag
       FROM conclusion c JOIN renewal_case r USING (exam_id)
       WHERE c.exam_id = ANY ($1) AND r.dossier_code IS NOT NULL`,
      [examIds],
    )
    if (rows.length !== examIds.length) throw new Error('a case has no answer of the authority')
    measured[level] = figuresOf(
      rows.map(({ lag }) => lag),
      (performance.now() - began) / 1_000,
    )
    note(JSON.stringify(measured[level]))
  }
  return measured
}

/** Waits until no job of ours is left to do. */
export async function drained(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier <> 'bare' AND j.attempts < j.max_attempts
         AND j.run_at < now() + interval '1 minute'`,
    )
    if (rows[0]?.left === 0) return
    await delay(100)
  }
}
