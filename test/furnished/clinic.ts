import { passer } from '../../fixtures/cast/crowd.ts'
import { type PersonKey, people } from '../../fixtures/cast/people.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { sql } from '../../src/platform/database.ts'
import { type Clinic, openClinic } from '../renewals/clinic.ts'
import { repeatingClock } from '../support/clock.ts'
import { scanPage } from '../support/pdf-reader.ts'
import { type Arrival, type Bill, type ClinicDesks, openClinicDesks } from './desks.ts'

/** The day on which every furnished clinic stands still: a Tuesday, at a quarter to ten. */
export const today = calendarDate('2026-11-24')
const at = (time: string, day: string = today) => `${day}T${time}:00+07:00`

export type Furnished = {
  clinic: Clinic
  desks: ClinicDesks
  visits: Record<PersonKey, Arrival>
  bills: Partial<Record<PersonKey, Bill>>
  /** Path of a patient's own page, once for each who holds a slip. */
  links: Partial<Record<PersonKey, string>>
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
  await playWeeks(clinic, desks)
  const morning = await playMorning(clinic, desks)
  clock.hold(at('09:45'))
  return {
    clinic,
    desks,
    ...morning,
    linkOf: (arrival) => desks.linkOf(arrival, readSlip),
    async stop() {
      for (const stop of stops.reverse()) await stop()
    },
  }
}

/** Two weeks of working days before today; each visit ends the day it began. */
async function playWeeks(clinic: Clinic, desks: ClinicDesks): Promise<void> {
  const { clock } = clinic.app
  let serial = 0
  for (let date = 9; date <= 23; date += 1) {
    const day = `2026-11-${String(date).padStart(2, '0')}`
    if ([0, 6].includes(new Date(day).getUTCDay())) continue
    clock.hold(at('07:00', day))
    await playAuthority(clinic, desks)
    const count = 3 + ((date * 5) % 4)
    for (let visit = 0; visit < count; visit += 1) {
      serial += 1
      await playPasser(clock.hold, desks, day, serial, visit)
      // Before the next draw of ids: the worker draws too.
      await settled(clinic)
    }
  }
}

/** The authority moves every morning what lies with it: received, in work, and after days done. */
async function playAuthority({ app }: Clinic, desks: ClinicDesks): Promise<void> {
  const lying = await app.deps.database.query<Lying>(sql`
    SELECT id, dossier_code AS "dossierCode", state,
           right(replace(id::text, '-', ''), 4) AS mark,
           extract(epoch FROM ${app.clock.now()} - created_at)::float8 / 86400 AS days
    FROM renewal_case WHERE dossier_code IS NOT NULL
      AND state IN ('requested', 'accepted', 'in-progress') ORDER BY created_at, id`)
  for (const held of lying) {
    const next = nextOf(held)
    if (next) await desks.report(held, next.status, next.ground)
  }
}

type Lying = { id: string; dossierCode: string; state: string; mark: string; days: number }

function nextOf({ state, mark, days }: Lying): { status: string; ground?: string } | undefined {
  const odd = Number.parseInt(mark, 16) % 9
  if (state === 'requested') return { status: 'duoc-tiep-nhan' }
  if (state === 'accepted' && days > 1) return { status: 'dang-xu-ly' }
  if (days < (odd < 2 ? 7 : 4)) return undefined
  if (odd === 3) return { status: 'yeu-cau-bo-sung', ground: 'Ảnh chân dung không rõ.' }
  if (odd === 5) return { status: 'tu-choi', ground: 'Giấy phép lái xe đang bị tước.' }
  return { status: 'da-tra-ket-qua' }
}

async function playPasser(
  hold: (instant: string) => void,
  desks: ClinicDesks,
  day: string,
  serial: number,
  order: number,
): Promise<void> {
  const began = Date.parse(at('07:30', day)) + order * 23 * 60_000
  const after = (minutes: number) => hold(new Date(began + minutes * 60_000).toISOString())
  const { cardQr, licenceClass, renews } = passer(serial)
  after(0)
  const arrival = await desks.arrive({
    cardQr,
    licenceClass,
    purpose: renews ? 'renewal' : 'new',
    consentsToRenewal: serial % 6 !== 0,
    ...(renews && {
      heldLicence: {
        number: `4801${String(20_000_000 + serial * 37)}`,
        class: licenceClass,
        scheme: '2025',
        expiresOn: '2027-03-01',
      },
    }),
  })
  const fit = serial % 9 !== 4
  after(12 + (serial % 17))
  await desks.examine(arrival, undefined, fit)
  after(25 + (serial % 17))
  const bill = await desks.issue(arrival)
  after(27 + (serial % 19))
  await (serial % 3 === 0 ? desks.payCash(bill) : desks.payByQr(bill))
  after(34 + (serial % 23))
  await desks.conclude(arrival, fit ? 'fit' : 'unfit')
}

/** Today's cast. */
async function playMorning(clinic: Clinic, desks: ClinicDesks) {
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

  hold(at('07:00'))
  await playAuthority(clinic, desks)
  const an = await arrive('an', '07:32')
  const hung = await arrive('hung', '07:41')
  const dung = await arrive('dung', '07:48')
  await desks.examine(an)
  await desks.payByQr(await bill('an', '08:04'))
  await desks.examine(hung, undefined, false)
  const minh = await arrive('minh', '08:12')
  await desks.payCash(await bill('hung', '08:15'))
  hold(at('08:21'))
  await desks.conclude(an, 'fit')
  await settled(clinic)
  await desks.conclude(hung, 'unfit')
  await settled(clinic)
  await desks.examine(dung)
  hold(at('08:30'))
  await desks.examine(minh)
  await desks.payByQr(await bill('dung', '08:33'), 100_000)
  const tam = await arrive('tam', '08:40')
  await desks.examine(tam)
  await desks.conclude(tam, 'fit-subject-to-review', {
    reason: 'Huyết áp cần theo dõi, hẹn đo lại.',
    reexamineOn: '2027-02-24',
  })
  await settled(clinic)
  const khoa = await arrive('khoa', '08:52')
  await desks.examine(khoa, ['declaration', 'psychiatry', 'neurology', 'ent'])
  await arrive('loan', '09:05')
  await desks.examine(visits.loan, ['declaration', 'cardiovascular'])
  await bill('loan', '09:08')
  await arrive('peter', '09:21')
  await arrive('binh', '09:38')
  hold(at('09:26'))
  await desks.transfer(250_000, 'NGUYEN VAN A chuyen tien kham suc khoe')
  await settled(clinic)
  const links = {
    an: await desks.linkOf(an, readSlip),
    hung: await desks.linkOf(hung, readSlip),
    loan: await desks.linkOf(visits.loan, readSlip),
    binh: await desks.linkOf(visits.binh, readSlip),
  }
  return { visits, bills, links }
}

const readSlip = (pdf: Uint8Array) => scanPage(pdf, 1)

/** Waits until the worker has taken out what was to be taken out. */
async function settled({ app }: Clinic): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const [row] = await app.deps.database.query<{ open: number }>(sql`
      SELECT (SELECT count(*) FROM transmission WHERE state IN ('queued', 'sending'))::int
           + (SELECT count(*) FROM renewal_case
              WHERE state IN ('ready', 'requested') AND dossier_code IS NULL)::int AS open`)
    if (row?.open === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('something is still on its way out')
}
