import { endDay } from '../../src/frontdesk/ending-commands.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Deps } from '../../src/platform/deps.ts'
import { readEnv } from '../../src/platform/env.ts'
import { openLog } from '../../src/platform/log.ts'
import { openDeps } from '../../src/server.ts'
import type { House } from './morning-house.ts'
import type { Morning } from './morning-seats.ts'

/** The small hours of the next day, before they come: what the nightly job does, done now. */
export async function passTheNight(house: House): Promise<void> {
  const log = openLog('error')
  const env = readEnv({ DATABASE_URL: house.databaseUrl, LOG_LEVEL: 'error' })
  const deps = openDeps(env, house.databaseUrl, log)
  const tomorrow = () => new Date(systemClock.now().getTime() + 86_400_000)
  const later: Deps = { ...deps, clock: { ...deps.clock, now: tomorrow } }
  try {
    await endDay(later)
  } finally {
    await deps.live.close()
    await deps.database.close()
  }
}

type States = { visitId: string; ticket: string; visit: string; exam: string; bill: string | null }

/** Where each visit stands, as one line that is compared with where it must. */
export async function checkStates(morning: Morning): Promise<Map<string, number>> {
  const rows = await morning.house.ask<States>(`
    SELECT v.id AS "visitId", t.state AS ticket, v.state AS visit, e.state AS exam,
      (SELECT i.state FROM invoice i WHERE i.exam_id = e.id) AS bill
    FROM visit v LEFT JOIN ticket t ON t.visit_id = v.id LEFT JOIN exam e ON e.visit_id = v.id`)
  const counts = new Map<string, number>()
  for (const { visitId, ...states } of rows) {
    const person = morning.people.get(visitId)
    const line = [states.ticket, states.visit, states.exam, states.bill ?? 'no bill'].join(' · ')
    counts.set(line, (counts.get(line) ?? 0) + 1)
    if (!person) morning.faults.push(`a visit that nobody opened: ${visitId}`)
    else if (!expectedOf(person).some((pattern) => pattern.test(line))) {
      morning.faults.push(`no. ${person.serial} (${describe(person)}) ended ${line}`)
    }
  }
  if (rows.length !== morning.people.size) {
    morning.faults.push(`${morning.people.size} came, ${rows.length} visits are there`)
  }
  return counts
}

type Who = { leavesAfter: number; recorded: number }

/** Whoever left before anything was signed leaves nothing; who left later may go on another day. */
function expectedOf({ leavesAfter, recorded }: Who): RegExp[] {
  if (leavesAfter === Infinity) return [/^done · finished · finished · balanced$/]
  if (recorded === 0) return [/^(no-show|abandoned) · cancelled · cancelled · /]
  return [/^abandoned · in-progress · in-progress · /, /^no-show · cancelled · cancelled · /]
}

const describe = ({ leavesAfter, recorded }: Who) =>
  leavesAfter === Infinity ? 'stayed' : `left after ${recorded}`

/** No number twice, nobody at two places, no section or fee taken twice. */
export async function checkServed({ house, faults }: Morning): Promise<void> {
  const none = async (what: string, query: string) => {
    const found = await house.ask<{ count: string }>(`SELECT count(*) FROM (${query}) found`)
    const count = Number(found[0]?.count)
    if (count > 0) faults.push(`${count} × ${what}`)
  }
  await none(
    'a ticket number given out twice',
    'SELECT 1 FROM ticket GROUP BY facility_id, day, number HAVING count(*) > 1',
  )
  await none(
    'a number left out',
    `SELECT 1 FROM ticket_day d WHERE d.last <> (SELECT count(*) FROM ticket t
       WHERE t.facility_id = d.facility_id AND t.day = d.day)`,
  )
  await none(
    'somebody served twice at one station',
    `SELECT 1 FROM ticket_stop WHERE ending = 'served'
     GROUP BY visit_id, station_id HAVING count(*) > 1`,
  )
  const stays = `SELECT visit_id, station_id, called_at, ended_at, id FROM ticket_stop
    WHERE called_at IS NOT NULL`
  await none(
    'somebody at two stations at once',
    `SELECT 1 FROM (${stays}) a JOIN (${stays}) b ON a.visit_id = b.visit_id AND a.id < b.id
     AND a.called_at < b.ended_at AND b.called_at < a.ended_at`,
  )
  await none(
    'a station with two people at once',
    // An instant is that at which its transaction began: two that wait for one another may cross.
    `SELECT 1 FROM (${stays}) a JOIN (${stays}) b ON a.station_id = b.station_id AND a.id < b.id
     AND a.called_at < b.ended_at - interval '2 s' AND b.called_at < a.ended_at - interval '2 s'`,
  )
  await none(
    'a section recorded twice',
    `SELECT 1 FROM audit_entry, jsonb_array_elements_text(detail -> 'sections') section
     WHERE action = 'exam.sections-recorded' GROUP BY subject_id, section HAVING count(*) > 1`,
  )
  await none(
    'a fee taken twice',
    'SELECT 1 FROM payment p JOIN invoice i ON i.id = p.invoice_id GROUP BY i.exam_id HAVING count(*) > 1',
  )
}
