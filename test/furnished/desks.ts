import { createHmac } from 'node:crypto'
import { fitFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import type { Section } from '../../src/exams/findings.ts'
import { sha256 } from '../../src/platform/storage.ts'
import type { TestApp } from '../support/app.ts'

export type Arrival = { patientId: string; examId: string; visitId: string }
export type Bill = { id: string; number: string; total: number; billCode: string }

type Applicant = {
  cardQr?: string | undefined
  demographics?: object
  phone?: string
  licenceClass: string
  purpose: string
  heldLicence?: object | undefined
  consentsToRenewal?: boolean
}

/** Every desk of the centre, as programs with names that pages show. */
export type ClinicDesks = Awaited<ReturnType<typeof openClinicDesks>>

export async function openClinicDesks(app: TestApp) {
  const reception = await app.as(['reception'], { name: 'Nguyễn Thị Hòa' })
  const doctor = await app.as(['examiner'], { name: 'Trần Quốc Bảo', signsAs: true })
  const lab = await app.as(['lab'], { name: 'Phạm Văn Dũng', signsAs: true })
  const concluder = await app.as(['concluder'], { name: 'Đặng Minh Châu', signsAs: true })
  const cashier = await app.as(['cashier-manager'], { name: 'Võ Thị Lan' })
  const today = () => calendarDateOf(app.clock.now())
  let transfers = 0

  async function transfer(amount: number, content: string): Promise<void> {
    transfers += 1
    const { env, clock } = app.deps
    const at = new Date(clock.now().getTime() + 7 * 3_600_000).toISOString()
    await taken(
      await app.request('/webhooks/bank/sepay', {
        method: 'POST',
        headers: {
          authorization: `Apikey ${env.SEPAY_API_KEY}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          id: 71_000_000 + transfers,
          gateway: 'Vietcombank',
          transactionDate: `${at.slice(0, 10)} ${at.slice(11, 19)}`,
          accountNumber: env.BANK_ACCOUNT,
          code: null,
          content,
          transferType: 'in',
          transferAmount: amount,
          accumulated: 0,
          subAccount: null,
          referenceCode: `FT26${sha256(String(transfers)).slice(0, 8)}`,
          description: '',
        }),
      }),
    )
  }

  return {
    reception,
    doctor,
    lab,
    concluder,
    cashier,
    transfer,
    async arrive(applicant: Applicant): Promise<Arrival> {
      const { id: patientId } = await taken<{ id: string }>(
        await reception.post('/api/v1/patients', {
          ...(applicant.cardQr
            ? { identityCardQr: applicant.cardQr, phone: applicant.phone }
            : applicant.demographics),
          confirmNew: true,
        }),
      )
      const exam = await taken<{ id: string; visitId: string }>(
        await reception.post('/api/v1/exams', {
          patientId,
          licenceClass: applicant.licenceClass,
          purpose: applicant.purpose,
          heldLicence: applicant.heldLicence,
          consents: { exam: true, renewal: applicant.consentsToRenewal ?? true },
        }),
      )
      return { patientId, examId: exam.id, visitId: exam.visitId }
    },
    /** Signs these sections, all of them when none is named. */
    async examine({ examId }: Arrival, only?: readonly Section[], fit = true): Promise<void> {
      const all = fit ? fitFindings(today()) : unfitFindings(today())
      const { substances, ...others } = Object.fromEntries(
        Object.entries(all).filter(([name]) => !only || only.includes(name as Section)),
      )
      const path = `/api/v1/exams/${examId}/sections`
      if (Object.keys(others).length > 0) await taken(await doctor.put(path, others))
      if (substances) await taken(await lab.put(`${path}/substances`, substances))
    },
    async issue({ examId }: Arrival): Promise<Bill> {
      const items = [{ code: 'KSKLX', quantity: 1 }]
      return taken(await cashier.post('/api/v1/invoices', { examId, items }))
    },
    async payCash({ id, total: tendered }: Bill): Promise<void> {
      await taken(
        await cashier.post(`/api/v1/invoices/${id}/payments`, { method: 'cash', tendered }),
      )
    },
    async payByQr({ total, billCode }: Bill, amount = total): Promise<void> {
      await transfer(amount, `MBVCB.${transfers + 1}.${billCode}.CT tu 0905000000`)
    },
    async conclude({ examId }: Arrival, outcome: string, further: object = {}): Promise<void> {
      await taken(
        await concluder.post(`/api/v1/exams/${examId}/conclusion`, { outcome, ...further }),
      )
    },
    /** The licence authority's call-back, at the time that the clinic's clock shows. */
    async report(
      held: { id: string; dossierCode: string },
      status: string,
      ground?: string,
    ): Promise<void> {
      const { env, clock } = app.deps
      const { id: caseId, dossierCode } = held
      const now = clock.now()
      const body = { eventId: clock.id(), caseId, dossierCode, status, at: now, ground }
      const raw = JSON.stringify(body)
      const timestamp = String(Math.floor(now.getTime() / 1_000))
      const signature = createHmac('sha256', env.AUTHORITY_WEBHOOK_SECRET)
        .update(`${timestamp}.${raw}`)
        .digest('hex')
      const headers = {
        'content-type': 'application/json',
        'x-lienthong-timestamp': timestamp,
        'x-lienthong-signature': `sha256=${signature}`,
      }
      const init = { method: 'POST', headers, body: raw }
      await taken(await app.request('/webhooks/licence-authority', init))
    },
    /** The path that the slip's QR code leads to. */
    async linkOf({ visitId }: Arrival, read: (pdf: Uint8Array) => Promise<string>) {
      const answer = await reception.post(`/visits/${visitId}/slip.pdf`, '')
      return new URL(await read(new Uint8Array(await answer.arrayBuffer()))).pathname
    },
  }
}

async function taken<T>(answer: Response): Promise<T> {
  if (answer.status < 300) return (await answer.json()) as T
  throw new Error(`${answer.status}: ${await answer.text()}`)
}
