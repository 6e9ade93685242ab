import { sql } from '../../src/platform/database.ts'
import type { Furnished } from './clinic.ts'

/** A page in a state worth looking at, and whose eyes to look with (nobody's: not signed in). */
export type FurnishedPage = { name: string; as?: string; path: string }

/** Every page there is, each at least once. */
export async function pagesOf(furnished: Furnished): Promise<FurnishedPage[]> {
  const { visits, bills, links } = furnished
  const known = await rowsOf(furnished)
  const exam = (key: keyof typeof visits) => `/exams/${visits[key].examId}`
  return [
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
    { name: 'patients', as: 'tiepdon', path: '/patients' },
    { name: 'patients-found', as: 'tiepdon', path: '/patients?q=nguyen' },
    { name: 'patient-new', as: 'tiepdon', path: '/patients/new' },
    { name: 'patient', as: 'tiepdon', path: `/patients/${visits.an.patientId}` },
    { name: 'patient-edit', as: 'tiepdon', path: `/patients/${visits.an.patientId}/edit` },
    { name: 'visit', as: 'tiepdon', path: `/visits/${visits.an.visitId}` },
    { name: 'slip', as: 'tiepdon', path: `/visits/${visits.an.visitId}/slip` },
    { name: 'exams', as: 'bacsi', path: '/exams' },
    { name: 'exam-new', as: 'tiepdon', path: `/exams/new?patient=${visits.binh.patientId}` },
    { name: 'exam-arrived', as: 'bacsi', path: exam('binh') },
    { name: 'exam-in-progress', as: 'bacsi', path: exam('khoa') },
    { name: 'exam-concluded', as: 'ketluan', path: exam('an') },
    { name: 'section-declaration', as: 'tiepdon', path: `${exam('binh')}/sections/declaration` },
    { name: 'section-eyes', as: 'bacsi', path: `${exam('loan')}/sections/eyes` },
    { name: 'section-neurology', as: 'bacsi', path: `${exam('loan')}/sections/neurology` },
    {
      name: 'section-cardiovascular',
      as: 'bacsi',
      path: `${exam('khoa')}/sections/cardiovascular`,
    },
    { name: 'section-substances', as: 'xetnghiem', path: `${exam('loan')}/sections/substances` },
    { name: 'section-signed', as: 'bacsi', path: `${exam('dung')}/sections/eyes` },
    { name: 'conclusion', as: 'ketluan', path: `${exam('dung')}/conclusion` },
    { name: 'conclusion-incomplete', as: 'ketluan', path: `${exam('khoa')}/conclusion` },
    { name: 'standards', as: 'bacsi', path: '/standards' },
    { name: 'bills', as: 'thungan', path: '/bills' },
    { name: 'bill-new', as: 'thungan', path: `/bills/new?exam=${visits.minh.examId}` },
    { name: 'bill-issued', as: 'thungan', path: `/bills/${bills.loan?.id}` },
    { name: 'bill-partial', as: 'truongthungan', path: `/bills/${bills.dung?.id}` },
    { name: 'bill-paid', as: 'thungan', path: `/bills/${bills.an?.id}` },
    { name: 'bank-transactions', as: 'truongthungan', path: '/bank-transactions' },
    {
      name: 'bank-transaction',
      as: 'truongthungan',
      path: `/bank-transactions/${known.bankTransaction}`,
    },
    { name: 'records', as: 'hoso', path: '/records' },
    { name: 'record', as: 'hoso', path: `/records/${visits.an.patientId}` },
    { name: 'renewals', as: 'giayphep', path: '/renewals' },
    { name: 'renewals-all', as: 'giayphep', path: '/renewals?show=all' },
    { name: 'transmissions', as: 'giayphep', path: '/transmissions?show=all' },
    { name: 'case-requested', as: 'giayphep', path: `/renewals/${known.caseOfAn}` },
    { name: 'case-on-hold', as: 'giayphep', path: `/renewals/${known.caseOfTam}` },
    { name: 'case-completed', as: 'giayphep', path: `/renewals/${known.caseCompleted}` },
    { name: 'transmission', as: 'giayphep', path: `/transmissions/${known.transmission}` },
    { name: 'staff', as: 'quantri', path: '/staff' },
    { name: 'staff-new', as: 'quantri', path: '/staff/new' },
    { name: 'staff-person', as: 'quantri', path: `/staff/${known.staff}` },
    { name: 'tokens', as: 'quantri', path: '/tokens' },
    { name: 'audit', as: 'kiemsoat', path: '/audit' },
    { name: 'password', as: 'thungan', path: '/password' },
    { name: 'verify', path: '/verify' },
    { name: 'verify-genuine', path: `/verify/${known.verifyCode}` },
    { name: 'verify-unknown', path: '/verify/AAAA-AAAA-AAAA-AAAA-AAAA' },
    { name: 'visit-fit', path: links.an ?? '' },
    { name: 'visit-unfit', path: links.hung ?? '' },
    { name: 'visit-owing', path: links.loan ?? '' },
    { name: 'visit-arrived', path: links.binh ?? '' },
    { name: 'visit-gone', path: '/v/unknown' },
    { name: 'not-found', as: 'tiepdon', path: '/nowhere' },
    { name: 'forbidden', as: 'thungan', path: '/audit' },
    { name: 'api-reference', path: '/docs' },
  ]
}

type Known = {
  bankTransaction: string
  caseOfAn: string
  caseOfTam: string
  caseCompleted: string
  transmission: string
  staff: string
  verifyCode: string
}

async function rowsOf({ clinic, visits }: Furnished): Promise<Known> {
  const { an, tam } = visits
  const [row] = await clinic.app.deps.database.query<Known>(sql`
    SELECT (SELECT id FROM bank_transaction ORDER BY received_at DESC, id DESC LIMIT 1)
             AS "bankTransaction",
           (SELECT id FROM renewal_case WHERE exam_id = ${an.examId}) AS "caseOfAn",
           (SELECT id FROM renewal_case WHERE exam_id = ${tam.examId}) AS "caseOfTam",
           (SELECT id FROM renewal_case WHERE state = 'completed' ORDER BY created_at, id LIMIT 1)
             AS "caseCompleted",
           (SELECT id FROM transmission WHERE exam_id = ${an.examId}) AS transmission,
           (SELECT id FROM staff WHERE username = 'bacsi') AS staff,
           (SELECT verify_code FROM certificate WHERE exam_id = ${an.examId}) AS "verifyCode"`)
  if (!row) throw new Error('no such rows')
  return row
}
