import { sql } from '../../src/platform/database.ts'
import type { Furnished } from './clinic.ts'

/** A page in a state worth looking at, and whose eyes to look with (nobody's: not signed in). */
export type FurnishedPage = {
  name: string
  as?: string
  /** The screen whose key opens it. */
  device?: 'board' | 'kiosk'
  path: string | ((known: Known) => string)
}

/** Every page there is, each at least once. */
export const furnishedPages: readonly FurnishedPage[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'home-reception', as: 'tiepdon', path: '/' },
  { name: 'home-examiner', as: 'bacsi', path: '/' },
  { name: 'home-lab', as: 'xetnghiem', path: '/' },
  { name: 'home-concluder', as: 'ketluan', path: '/' },
  { name: 'home-cashier', as: 'thungan', path: '/' },
  { name: 'home-cashier-manager', as: 'truongthungan', path: '/' },
  { name: 'home-licence-desk', as: 'giayphep', path: '/' },
  { name: 'home-records', as: 'hoso', path: '/' },
  { name: 'home-director', as: 'giamdoc', path: '/' },
  { name: 'home-admin', as: 'quantri', path: '/' },
  { name: 'home-auditor', as: 'kiemsoat', path: '/' },
  { name: 'find', as: 'tiepdon', path: '/find' },
  { name: 'devices', as: 'quantri', path: '/devices' },
  { name: 'device-new', as: 'quantri', path: '/devices/new' },
  { name: 'pair', path: '/pair' },
  { name: 'patients', as: 'tiepdon', path: '/patients' },
  { name: 'patients-found', as: 'tiepdon', path: '/patients?q=nguyen' },
  { name: 'patients-none', as: 'tiepdon', path: '/patients?q=zzzz' },
  { name: 'patients-too-short', as: 'tiepdon', path: '/patients?q=a' },
  { name: 'patient-new', as: 'tiepdon', path: '/patients/new' },
  { name: 'patient-by-hand', as: 'tiepdon', path: '/patients/new?by=hand' },
  { name: 'patient', as: 'tiepdon', path: (k) => `/patients/${k.visits.an.patientId}` },
  { name: 'patient-running', as: 'tiepdon', path: (k) => `/patients/${k.visits.loan.patientId}` },
  { name: 'patient-edit', as: 'tiepdon', path: (k) => `/patients/${k.visits.an.patientId}/edit` },
  { name: 'visit', as: 'tiepdon', path: (k) => `/visits/${k.visits.an.visitId}` },
  { name: 'visit-running', as: 'tiepdon', path: (k) => `/visits/${k.visits.loan.visitId}` },
  { name: 'visit-new', as: 'tiepdon', path: (k) => `/visits/${k.visits.khoa.visitId}` },
  { name: 'visit-cashier', as: 'thungan', path: (k) => `/visits/${k.visits.dung.visitId}` },
  { name: 'slip', as: 'tiepdon', path: (k) => `/visits/${k.visits.an.visitId}/slip` },
  { name: 'stations', as: 'tiepdon', path: '/stations' },
  { name: 'stations-admin', as: 'quantri', path: '/stations' },
  { name: 'station', as: 'bacsi', path: (k) => `/stations/${k.stationCalling}` },
  { name: 'station-next', as: 'thungan', path: (k) => `/stations/${k.stationOfTill}` },
  { name: 'station-reader', as: 'thungan', path: (k) => `/stations/${k.stationCalling}` },
  { name: 'exams', as: 'bacsi', path: '/exams' },
  { name: 'exam-new', as: 'tiepdon', path: (k) => `/exams/new?patient=${k.visits.binh.patientId}` },
  { name: 'exam-wrong-person', as: 'tiepdon', path: (k) => `${k.exam('binh')}/patient` },
  { name: 'board', device: 'board', path: '/board' },
  { name: 'board-desk', as: 'tiepdon', path: '/board' },
  { name: 'kiosk', device: 'kiosk', path: '/kiosk' },
  { name: 'appointments', as: 'tiepdon', path: '/appointments' },
  { name: 'appointment-new', as: 'tiepdon', path: '/appointments/new' },
  {
    name: 'appointment-move',
    as: 'tiepdon',
    path: (k) => `/appointments/${k.frontDesk.appointmentId}/move`,
  },
  { name: 'slots', as: 'tiepdon', path: '/appointments/slots' },
  { name: 'book', path: '/book' },
  { name: 'booked', path: (k) => k.frontDesk.booking },
  { name: 'groups', as: 'tiepdon', path: '/groups' },
  { name: 'group-new', as: 'tiepdon', path: '/groups/new' },
  { name: 'group', as: 'tiepdon', path: (k) => `/groups/${k.frontDesk.groupId}` },
  {
    name: 'group-list',
    as: 'tiepdon',
    path: ({ frontDesk: { groupId, listId } }) => `/groups/${groupId}/lists/${listId}`,
  },
  { name: 'group-bills', as: 'thungan', path: (k) => `/groups/${k.frontDesk.groupId}/bills` },
  { name: 'messages', as: 'tiepdon', path: '/messages' },
  { name: 'message-templates', as: 'quantri', path: '/settings/messages' },
  { name: 'settings', as: 'quantri', path: '/settings' },
  { name: 'setting-facility', as: 'quantri', path: '/settings/facility' },
  { name: 'setting-hours', as: 'quantri', path: '/settings/hours' },
  { name: 'setting-payee', as: 'quantri', path: '/settings/payee' },
  { name: 'setting-prices', as: 'quantri', path: '/settings/prices' },
  { name: 'setting-price-new', as: 'quantri', path: '/settings/prices/new' },
  { name: 'setting-stations', as: 'quantri', path: '/settings/stations' },
  { name: 'setting-station-new', as: 'quantri', path: '/settings/stations/new' },
  { name: 'setting-integrations', as: 'quantri', path: '/settings/integrations' },
  { name: 'setting-demonstration', as: 'quantri', path: '/settings/demonstration' },
  { name: 'unsent', as: 'tiepdon', path: '/unsent' },
  { name: 'unsent-cashier', as: 'thungan', path: '/unsent' },
  { name: 'exam-arrived', as: 'bacsi', path: (k) => k.exam('binh') },
  { name: 'exam-in-progress', as: 'bacsi', path: (k) => k.exam('khoa') },
  { name: 'exam-concluded', as: 'ketluan', path: (k) => k.exam('an') },
  {
    name: 'section-declaration',
    as: 'tiepdon',
    path: (k) => `${k.exam('binh')}/sections/declaration`,
  },
  { name: 'section-eyes', as: 'bacsi', path: (k) => `${k.exam('loan')}/sections/eyes` },
  { name: 'section-neurology', as: 'bacsi', path: (k) => `${k.exam('loan')}/sections/neurology` },
  {
    name: 'section-cardiovascular',
    as: 'bacsi',
    path: (k) => `${k.exam('khoa')}/sections/cardiovascular`,
  },
  {
    name: 'section-substances',
    as: 'xetnghiem',
    path: (k) => `${k.exam('loan')}/sections/substances`,
  },
  { name: 'section-signed', as: 'bacsi', path: (k) => `${k.exam('dung')}/sections/eyes` },
  { name: 'conclusion', as: 'ketluan', path: (k) => `${k.exam('dung')}/conclusion` },
  { name: 'conclusion-incomplete', as: 'ketluan', path: (k) => `${k.exam('khoa')}/conclusion` },
  { name: 'standards', as: 'bacsi', path: '/standards' },
  { name: 'bills', as: 'thungan', path: '/bills' },
  { name: 'bills-found', as: 'thungan', path: '/bills?q=n' },
  { name: 'bills-none', as: 'thungan', path: '/bills?q=zzzz' },
  { name: 'bills-reader', as: 'tiepdon', path: '/bills' },
  { name: 'bill-new', as: 'thungan', path: (k) => `/bills/new?exam=${k.visits.minh.examId}` },
  { name: 'bill-new-again', as: 'thungan', path: (k) => `/bills/new?exam=${k.visits.an.examId}` },
  { name: 'bill-issued', as: 'thungan', path: (k) => `/bills/${k.bills.loan?.id}` },
  { name: 'bill-partial', as: 'truongthungan', path: (k) => `/bills/${k.bills.dung?.id}` },
  { name: 'bill-paid', as: 'thungan', path: (k) => `/bills/${k.bills.an?.id}` },
  { name: 'bill-reader', as: 'tiepdon', path: (k) => `/bills/${k.bills.loan?.id}` },
  { name: 'bill-paid-cash', as: 'thungan', path: (k) => `/bills/${k.bills.hung?.id}` },
  { name: 'bank-transactions', as: 'truongthungan', path: '/bank-transactions' },
  { name: 'bank-transactions-all', as: 'truongthungan', path: '/bank-transactions?match=all' },
  { name: 'bank-transactions-over', as: 'truongthungan', path: '/bank-transactions?match=over' },
  {
    name: 'bank-transaction',
    as: 'truongthungan',
    path: (k) => `/bank-transactions/${k.bankTransaction}`,
  },
  { name: 'records', as: 'hoso', path: '/records' },
  { name: 'records-found', as: 'hoso', path: '/records?q=tran' },
  { name: 'records-none', as: 'hoso', path: '/records?q=zzzz' },
  { name: 'record', as: 'hoso', path: (k) => `/records/${k.visits.an.patientId}` },
  { name: 'record-unfit', as: 'ketluan', path: (k) => `/records/${k.visits.hung.patientId}` },
  { name: 'record-empty', as: 'hoso', path: (k) => `/records/${k.visits.binh.patientId}` },
  { name: 'renewals', as: 'giayphep', path: '/renewals' },
  { name: 'renewals-all', as: 'giayphep', path: '/renewals?show=all' },
  { name: 'transmissions', as: 'giayphep', path: '/transmissions?show=all' },
  { name: 'case-requested', as: 'giayphep', path: (k) => `/renewals/${k.caseOfAn}` },
  { name: 'case-on-hold', as: 'giayphep', path: (k) => `/renewals/${k.caseOfTam}` },
  { name: 'case-completed', as: 'giayphep', path: (k) => `/renewals/${k.caseCompleted}` },
  { name: 'case-supplement', as: 'giayphep', path: (k) => `/renewals/${k.caseSupplement}` },
  { name: 'case-rejected', as: 'giayphep', path: (k) => `/renewals/${k.caseRejected}` },
  { name: 'case-withdraw', as: 'giayphep', path: (k) => `/renewals/${k.caseOfTam}/withdraw` },
  {
    name: 'transmission-lacks-data',
    as: 'giayphep',
    path: (k) => `/transmissions/${k.transmissionOfTam}`,
  },
  { name: 'transmission', as: 'giayphep', path: (k) => `/transmissions/${k.transmission}` },
  { name: 'settings-facility', as: 'quantri', path: '/settings/facility' },
  { name: 'settings-hours', as: 'quantri', path: '/settings/hours' },
  { name: 'settings-payee', as: 'quantri', path: '/settings/payee' },
  { name: 'settings-payee-director', as: 'giamdoc', path: '/settings/payee' },
  { name: 'settings-prices', as: 'quantri', path: '/settings/prices' },
  { name: 'settings-price', as: 'quantri', path: (k) => `/settings/prices/${k.price}` },
  { name: 'settings-price-new', as: 'quantri', path: '/settings/prices/new' },
  { name: 'settings-stations', as: 'quantri', path: '/settings/stations' },
  { name: 'settings-station', as: 'quantri', path: (k) => `/settings/stations/${k.stationOfTill}` },
  { name: 'settings-station-new', as: 'quantri', path: '/settings/stations/new' },
  { name: 'settings-integrations', as: 'quantri', path: '/settings/integrations' },
  { name: 'settings-demonstration', as: 'quantri', path: '/settings/demonstration' },
  { name: 'setup', as: 'quantri', path: '/setup' },
  { name: 'staff', as: 'quantri', path: '/staff' },
  { name: 'staff-new', as: 'quantri', path: '/staff/new' },
  { name: 'staff-person', as: 'quantri', path: (k) => `/staff/${k.staff}` },
  { name: 'staff-disabled', as: 'quantri', path: '/staff?show=disabled' },
  { name: 'staff-reset', as: 'quantri', path: (k) => `/staff/${k.staff}/reset-password` },
  { name: 'tokens', as: 'quantri', path: '/tokens' },
  { name: 'token-new', as: 'quantri', path: '/tokens/new' },
  // Of days that are over: who opens a page before this one does not change it.
  { name: 'audit', as: 'kiemsoat', path: '/audit?to=2026-11-23' },
  { name: 'audit-filtered', as: 'kiemsoat', path: '/audit?action=exam.concluded' },
  { name: 'audit-refused', as: 'kiemsoat', path: '/audit?from=2026-11-24&to=2026-11-01' },
  { name: 'figures', as: 'giamdoc', path: '/figures' },
  { name: 'figures-today', as: 'giamdoc', path: '/figures?period=today' },
  { name: 'figures-month', as: 'giamdoc', path: '/figures?period=month' },
  { name: 'figures-quarter', as: 'giamdoc', path: '/figures?period=quarter' },
  { name: 'figures-empty', as: 'giamdoc', path: '/figures?from=2026-09-01&to=2026-09-07' },
  { name: 'figures-refused', as: 'giamdoc', path: '/figures?from=24/11/2026&to=1/11/2026' },
  { name: 'figures-money', as: 'truongthungan', path: '/figures' },
  { name: 'figures-renewals', as: 'giayphep', path: '/figures' },
  { name: 'password', as: 'thungan', path: '/password' },
  { name: 'verify', path: '/verify' },
  { name: 'verify-genuine', path: (k) => `/verify/${k.verifyCode}` },
  { name: 'verify-unknown', path: '/verify/AAAA-AAAA-AAAA-AAAA-AAAA' },
  { name: 'visit-fit', path: (k) => k.links.an ?? '' },
  { name: 'visit-unfit', path: (k) => k.links.hung ?? '' },
  { name: 'visit-owing', path: (k) => k.links.loan ?? '' },
  { name: 'visit-arrived', path: (k) => k.links.binh ?? '' },
  { name: 'visit-examined', path: (k) => k.links.minh ?? '' },
  { name: 'visit-partly-paid', path: (k) => k.links.dung ?? '' },
  { name: 'visit-review', path: (k) => k.links.tam ?? '' },
  { name: 'visit-case-in-progress', path: (k) => k.links['in-progress'] ?? '' },
  { name: 'visit-case-supplement', path: (k) => k.links['on-hold'] ?? '' },
  { name: 'visit-case-completed', path: (k) => k.links.completed ?? '' },
  { name: 'visit-case-rejected', path: (k) => k.links.rejected ?? '' },
  { name: 'visit-consents', path: (k) => `${k.links.an}/consents` },
  { name: 'visit-looked', path: (k) => `${k.links.hung}/looked` },
  { name: 'visit-declaration', path: (k) => `${k.links.binh}/declaration` },
  { name: 'visit-declaration-signed', path: (k) => `${k.links.an}/declaration` },
  { name: 'visit-forgotten', path: '/v/forgotten' },
  { name: 'visit-gone', path: '/v/unknown' },
  { name: 'not-found', as: 'tiepdon', path: '/nowhere' },
  { name: 'forbidden', as: 'thungan', path: '/audit' },
  { name: 'api-reference', path: '/docs' },
  { name: 'style-guide', path: '/styleguide' },
]

export async function pathOf(furnished: Furnished, { path }: FurnishedPage): Promise<string> {
  return typeof path === 'string' ? path : path(await knownOf(furnished))
}

type Known = Pick<Furnished, 'visits' | 'bills' | 'links' | 'frontDesk'> &
  Rows & { exam(key: keyof Furnished['visits']): string }

const known = new WeakMap<Furnished, Promise<Known>>()

function knownOf(furnished: Furnished): Promise<Known> {
  const { visits, bills, links, frontDesk } = furnished
  const exam = (key: keyof typeof visits) => `/exams/${visits[key].examId}`
  const asked =
    known.get(furnished) ??
    rowsOf(furnished).then((rows) => ({ visits, bills, links, frontDesk, exam, ...rows }))
  known.set(furnished, asked)
  return asked
}

type Rows = {
  bankTransaction: string
  caseOfAn: string
  caseOfTam: string
  caseCompleted: string
  transmission: string
  transmissionOfTam: string
  caseSupplement: string
  caseRejected: string
  stationCalling: string
  stationOfTill: string
  price: string
  staff: string
  verifyCode: string
}

async function rowsOf({ clinic, visits }: Furnished): Promise<Rows> {
  const { an, tam } = visits
  const [row] = await clinic.app.deps.database.query<Rows>(sql`
    SELECT (SELECT id FROM price WHERE code = 'KSKLX' ORDER BY id LIMIT 1) AS price,
           (SELECT station_id FROM ticket WHERE state = 'called' LIMIT 1) AS "stationCalling",
           (SELECT t.station_id FROM ticket t JOIN station s ON s.id = t.station_id
            WHERE 'payment' = ANY (s.tasks) AND t.state = 'waiting' LIMIT 1) AS "stationOfTill",
           (SELECT id FROM bank_transaction ORDER BY received_at DESC, id DESC LIMIT 1)
             AS "bankTransaction",
           (SELECT id FROM renewal_case WHERE exam_id = ${an.examId}) AS "caseOfAn",
           (SELECT id FROM renewal_case WHERE exam_id = ${tam.examId}) AS "caseOfTam",
           (SELECT id FROM renewal_case WHERE state = 'completed' ORDER BY created_at, id LIMIT 1)
             AS "caseCompleted",
           (SELECT id FROM transmission WHERE exam_id = ${an.examId}) AS transmission,
           (SELECT id FROM transmission WHERE exam_id = ${tam.examId}) AS "transmissionOfTam",
           (SELECT id FROM renewal_case WHERE hold_reason = 'supplement'
            ORDER BY created_at, id LIMIT 1) AS "caseSupplement",
           (SELECT id FROM renewal_case WHERE state = 'rejected'
            ORDER BY created_at, id LIMIT 1) AS "caseRejected",
           (SELECT id FROM staff WHERE username = 'bacsi') AS staff,
           (SELECT verify_code FROM certificate WHERE exam_id = ${an.examId}) AS "verifyCode"`)
  if (!row) throw new Error('no such rows')
  return row
}
