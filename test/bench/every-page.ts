import { qrOf } from '../../fixtures/story/pdf-picture.ts'
import { sections } from '../../src/exams/findings.ts'
import type { Bench } from './section.ts'
import { arrive, issueBill, notifyBank } from './visit.ts'

/** A page as somebody sees it; without a role, who is not signed in. */
export type MeasuredPage = { name: string; role?: string; path: string }

type Known = {
  /** A visit that is over, paid, and on its way to the authority. */
  done: Record<string, string>
  /** Ids of one that has begun: nothing examined, the bill owed. */
  begun: { examId: string; patientId: string; invoiceId: string }
  transfer: string
  staff: string
  /** The patient's own page of either. */
  links: { done: string; begun: string }
}

const homes = [
  'reception', 'examiner', 'lab', 'concluder', 'cashier', 'cashier-manager', 'licence-desk',
  'records', 'director', 'admin', 'auditor',
] // biome-ignore format: one list

/** Every page that there is, in a centre where some thousand visits have been. */
export async function everyPage(bench: Bench): Promise<MeasuredPage[]> {
  const { done, begun, transfer, staff, links } = await knownOf(bench)
  const as = (role: string, pages: Record<string, string>): MeasuredPage[] =>
    Object.entries(pages).map(([name, path]) => ({ name, role, path }))
  const open = (pages: Record<string, string>): MeasuredPage[] =>
    Object.entries(pages).map(([name, path]) => ({ name, path }))
  return [
    ...homes.map((role) => ({ name: `home of ${role}`, role, path: '/' })),
    ...as('reception', {
      people: '/patients',
      'people found': '/patients?q=nguyen',
      'person new': '/patients/new',
      person: `/patients/${done.patient_id}`,
      'person edit': `/patients/${done.patient_id}/edit`,
      visit: `/visits/${done.visit_id}`,
      slip: `/visits/${done.visit_id}/slip`,
      'exam new': `/exams/new?patient=${begun.patientId}`,
      find: '/find?q=nguyen',
      palette: '/find/palette?q=nguyen',
      password: '/password',
    }),
    ...as('examiner', {
      exams: '/exams',
      'exam begun': `/exams/${begun.examId}`,
      standards: '/standards',
      ...Object.fromEntries(
        sections
          .filter((section) => section !== 'substances')
          .map((section) => [`section ${section}`, `/exams/${begun.examId}/sections/${section}`]),
      ),
    }),
    ...as('lab', { 'section substances': `/exams/${begun.examId}/sections/substances` }),
    ...as('concluder', {
      'exam concluded': `/exams/${done.exam_id}`,
      'conclusion to draw': `/exams/${begun.examId}/conclusion`,
    }),
    ...as('cashier', {
      bills: '/bills',
      'bill new': `/bills/new?exam=${begun.examId}`,
      'bill owed': `/bills/${begun.invoiceId}`,
      'bill paid': `/bills/${done.invoice_id}`,
    }),
    ...as('cashier-manager', {
      'bank queue': '/bank-transactions',
      'bank transfer': `/bank-transactions/${transfer}`,
      'figures of money': '/figures',
    }),
    ...as('records', { records: '/records', record: `/records/${done.patient_id}` }),
    ...as('licence-desk', {
      renewals: '/renewals',
      'renewals all': '/renewals?show=all',
      'renewal case': `/renewals/${done.case_id}`,
      transmissions: '/transmissions?show=all',
      transmission: `/transmissions/${done.transmission_id}`,
      'figures of renewals': '/figures',
    }),
    ...as('director', { figures: '/figures', 'figures of a quarter': '/figures?period=quarter' }),
    ...as('admin', {
      staff: '/staff',
      'staff new': '/staff/new',
      'staff member': `/staff/${staff}`,
      tokens: '/tokens',
    }),
    ...as('auditor', { audit: '/audit', 'audit of one act': '/audit?action=exam.concluded' }),
    ...open({
      'sign-in': '/sign-in',
      verify: '/verify',
      'verify genuine': `/verify/${done.verify_code}`,
      'visit of a patient, done': links.done,
      'visit of a patient, begun': links.begun,
      'api reference': '/docs',
    }),
  ]
}

async function knownOf(bench: Bench): Promise<Known> {
  const { driver, pool, sample, serials } = bench
  const { examId, patientId } = await arrive(driver, serials())
  const { id: invoiceId } = await issueBill(driver, examId)
  await notifyBank(driver, { serial: serials(), billCode: 'of nobody', total: 120_000 })
  const { rows } = await pool.query<Record<string, string>>(
    `SELECT e.id AS exam_id, e.patient_id, e.visit_id, r.id AS case_id, t.id AS transmission_id,
            c.verify_code, $2::text AS invoice_id, b.visit_id AS begun_visit_id,
            (SELECT id FROM bank_transaction WHERE matched_at IS NULL LIMIT 1) AS transfer,
            (SELECT id FROM staff WHERE username = 'bacsi') AS staff
     FROM exam e JOIN certificate c ON c.exam_id = e.id JOIN renewal_case r ON r.exam_id = e.id
     JOIN transmission t ON t.exam_id = e.id, exam b
     WHERE e.id = $1 AND b.id = $3`,
    [sample.examId, sample.invoiceId, examId],
  )
  const [done] = rows
  if (!done) throw new Error('the sample visit has not come to its end')
  return {
    done,
    begun: { examId, patientId, invoiceId },
    transfer: done.transfer ?? '',
    staff: done.staff ?? '',
    links: {
      done: await linkOf(bench, done.visit_id),
      begun: await linkOf(bench, done.begun_visit_id),
    },
  }
}

/** The path that the printed slip's QR code leads to. */
async function linkOf({ http, driver }: Bench, visitId: string | undefined): Promise<string> {
  const headers = { authorization: `Bearer ${driver.token}` }
  const { status, body } = await http.send('POST', `/visits/${visitId}/slip.pdf`, headers)
  if (status !== 200) throw new Error(`slip: ${status}`)
  return new URL(await qrOf(new Uint8Array(body))).pathname
}
