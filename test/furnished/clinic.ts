import { unfitFindings } from '../../fixtures/cast/findings.ts'
import { type PersonKey, people } from '../../fixtures/cast/people.ts'
import {
  type Arrival,
  type Bill,
  type ClinicDesks,
  openClinicDesks,
} from '../../fixtures/story/desks.ts'
import { type Played, playAuthority, playDay, rooms, settled } from '../../fixtures/story/weeks.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import type { Findings } from '../../src/exams/findings.ts'
import { callNext } from '../../src/frontdesk/call-commands.ts'
import { sql } from '../../src/platform/database.ts'
import { type Clinic, openClinic } from '../renewals/clinic.ts'
import { repeatingClock } from '../support/clock.ts'
import { scanPage } from '../support/pdf-reader.ts'
import { type FrontDesk, furnishFrontDesk } from './front-desk.ts'

/** The day on which every furnished clinic stands still: a Tuesday, at a quarter to ten. */
export const today = calendarDate('2026-11-24')
const at = (time: string, day: string = today) => `${day}T${time}:00+07:00`

/** Renewals of the weeks before, one for each way they stand with the authority today. */
const caseStandings = ['in-progress', 'on-hold', 'completed', 'rejected'] as const
export type CaseStanding = (typeof caseStandings)[number]

export type Furnished = {
  clinic: Clinic
  desks: ClinicDesks
  visits: Record<PersonKey, Arrival>
  bills: Partial<Record<PersonKey, Bill>>
  /** Path of a patient's own page, once for each who holds a slip. */
  links: Partial<Record<PersonKey | CaseStanding, string>>
  frontDesk: FrontDesk
  /** Gives them a slip, and answers where its QR code leads. */
  linkOf(arrival: Arrival): Promise<string>
  stop(): Promise<void>
}

/**
 * A health centre in the middle of a morning, the same one on every run: weeks behind it, and the
 * cast standing where each of them shows something (who waits, owes, is fit, unfit, stuck).
 */
export async function openFurnished(): Promise<Furnished> {
  const stops: (() => Promise<unknown>)[] = []
  const clock = repeatingClock()
  clock.hold(at('06:30', '2026-11-09'))
  const clinic = await openClinic(stops, clock)
  const desks = await openClinicDesks(clinic.app)
  await clinic.worker()
  const played = {
    database: clinic.app.deps.database,
    desks,
    hold: (instant: Date) => clock.hold(instant.toISOString()),
  }
  await playWeeks(played)
  const morning = await playMorning(clinic, played)
  clock.hold(at('09:41'))
  const frontDesk = await furnishFrontDesk(clinic.app, clinic.actor.facilityId)
  clock.hold(at('09:45'))
  return {
    clinic,
    desks,
    ...morning,
    frontDesk,
    linkOf: (arrival) => desks.linkOf(arrival, readSlip),
    async stop() {
      for (const stop of stops.reverse()) await stop()
    },
  }
}

/** Two weeks of working days before today. */
async function playWeeks(played: Played): Promise<void> {
  let serial = 1
  for (let date = 9; date <= 23; date += 1) {
    const day = calendarDate(`2026-11-${String(date).padStart(2, '0')}`)
    if ([0, 6].includes(new Date(day).getUTCDay())) continue
    const count = 3 + ((date * 5) % 4)
    const began = new Date(at('07:30', day))
    await playDay(played, { day, count, began, minutesBetween: 23, firstSerial: serial })
    serial += count
  }
}

/** Today's cast. */
async function playMorning(clinic: Clinic, played: Played) {
  const { desks, database } = played
  const { hold } = clinic.app.clock
  const cast = people(today)
  const visits = {} as Record<PersonKey, Arrival>
  const bills: Partial<Record<PersonKey, Bill>> = {}
  const arrive = async (key: PersonKey, time: string) => {
    hold(at(time))
    const { demographics, cardQr, licenceClass, purpose, heldLicence } = cast[key]
    const { phone, passport, ...rest } = demographics
    visits[key] = await desks.arrive({
      licenceClass,
      purpose,
      heldLicence,
      ...(phone && { phone }),
      ...(cardQr ? { cardQr } : { demographics: { ...rest, phone, passport: passport?.number } }),
    })
    return visits[key]
  }
  const bill = async (key: PersonKey, time: string) => {
    hold(at(time))
    const issued = await desks.issue(visits[key])
    bills[key] = issued
    return issued
  }

  const walk = async (key: PersonKey, time: string, findings?: Findings) => {
    for (const { after, sections } of rooms) {
      played.hold(new Date(Date.parse(at(time)) + after * 60_000))
      await desks.examine(visits[key], sections, findings)
    }
  }

  await playAuthority(played, new Date(at('07:00')))
  const an = await arrive('an', '07:32')
  const hung = await arrive('hung', '07:41')
  await arrive('dung', '07:48')
  await walk('an', '07:34')
  await desks.payByQr(await bill('an', '08:04'))
  await walk('hung', '07:46', unfitFindings(today))
  await arrive('minh', '08:12')
  await desks.payCash(await bill('hung', '08:15'))
  hold(at('08:21'))
  await desks.conclude(an, 'fit')
  await settled(database)
  await desks.conclude(hung, 'unfit')
  await settled(database)
  await walk('dung', '08:01')
  await walk('minh', '08:19')
  await desks.payByQr(await bill('dung', '08:33'), 100_000)
  const tam = await arrive('tam', '08:40')
  await walk('tam', '08:41')
  hold(at('09:06'))
  await desks.conclude(tam, 'fit-subject-to-review', {
    reason: 'Huyết áp cần theo dõi, hẹn đo lại.',
    reexamineOn: '2027-02-24',
  })
  await settled(database)
  const khoa = await arrive('khoa', '08:52')
  await desks.examine(khoa, ['declaration', 'psychiatry', 'neurology', 'ent'])
  await arrive('loan', '09:05')
  await desks.examine(visits.loan, ['declaration', 'cardiovascular'])
  await bill('loan', '09:08')
  await arrive('peter', '09:21')
  await arrive('binh', '09:38')
  hold(at('09:26'))
  await desks.transfer(250_000, 'NGUYEN VAN A chuyen tien kham suc khoe')
  await settled(database)
  hold(at('09:43'))
  await callSomebody(clinic)
  const links: Furnished['links'] = {}
  for (const key of ['an', 'hung', 'loan', 'binh', 'dung', 'tam', 'minh'] as const) {
    links[key] = await desks.linkOf(visits[key], readSlip)
  }
  for (const standing of caseStandings) {
    links[standing] = await desks.linkOf(await visitOf(database, standing), readSlip)
  }
  return { visits, bills, links }
}

/** The doctor sits at the longest of his queues and has called its first. */
async function callSomebody({ app: { deps } }: Clinic): Promise<void> {
  type Seat = { id: string; name: string; facilityId: string; stationId: string }
  const [seat] = await deps.database.query<Seat>(sql`
    SELECT f.id, f.name, f.facility_id AS "facilityId", s.id AS "stationId"
    FROM staff f JOIN station s ON s.facility_id = f.facility_id
    WHERE f.username = 'bacsi' AND NOT s.tasks && ARRAY['declaration', 'payment', 'conclusion', 'substances']
    ORDER BY (SELECT count(*) FROM ticket t WHERE t.station_id = s.id AND t.state = 'waiting') DESC,
      s.position
    LIMIT 1`)
  if (!seat) throw new Error('no station for the doctor')
  const { id, name, facilityId, stationId } = seat
  const roles = ['examiner'] as const
  const doctor = { kind: 'staff', id, name, facilityId, roles, specialties: 'all' } as const
  await callNext(deps, doctor, { stationId })
}

async function visitOf(database: Played['database'], standing: CaseStanding): Promise<Arrival> {
  const [found] = await database.query<Arrival>(sql`
    SELECT e.patient_id AS "patientId", e.id AS "examId", e.visit_id AS "visitId"
    FROM renewal_case c JOIN exam e ON e.id = c.exam_id
    WHERE c.state = ${standing} AND c.dossier_code IS NOT NULL
    ORDER BY c.created_at DESC, c.id LIMIT 1`)
  if (!found) throw new Error(`no case is ${standing}`)
  return found
}

const readSlip = (pdf: Uint8Array) => scanPage(pdf, 1)
