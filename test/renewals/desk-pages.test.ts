import { describe, expect, it } from 'vitest'
import { sql, transact } from '../../src/platform/database.ts'
import { publish } from '../../src/platform/publish.ts'
import type { Caller } from '../support/app.ts'
import { conclude, type Visit, withClinic } from './clinic.ts'

const clinic = withClinic()

const opened = async (visit: Visit = {}) => {
  const made = await conclude(clinic(), visit)
  const [row] = await clinic().app.deps.database.query<{ case_id: string; id: string }>(
    sql`SELECT c.id AS case_id, t.id FROM transmission t
        LEFT JOIN renewal_case c ON c.exam_id = t.exam_id WHERE t.exam_id = ${made.examId}`,
  )
  return { ...made, caseId: row?.case_id ?? '', transmissionId: row?.id ?? '' }
}

const pageOf = async (caller: Caller, path: string) => {
  const response = await caller.get(path, { accept: 'text/html' })
  return { status: response.status, html: await response.text() }
}

const submit = async (caller: Caller, path: string, fields: Record<string, string>) => {
  const response = await clinic().app.request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${caller.token}`,
      'accept-language': 'en',
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  })
  return {
    status: response.status,
    html: await response.text(),
    to: response.headers.get('location'),
  }
}

const stateOf = async (caseId: string) => {
  const [row] = await clinic().app.deps.database.query<{ state: string }>(
    sql`SELECT state FROM renewal_case WHERE id = ${caseId}`,
  )
  return row?.state
}

const desk = () => clinic().app.as(['licence-desk'])

describe('the licence desk', () => {
  it('sees what needs a hand, with why', async () => {
    await opened({ heldLicence: null })
    await opened({ outcome: 'fit-subject-to-review' })
    const { html } = await pageOf(await desk(), '/renewals')
    expect(html).toContain('Missing: the licence held')
    expect(html).toContain('Fit, but to be examined again')
  })

  it('sees certificates that wait for data, those without a case too', async () => {
    const { transmissionId } = await opened({ ward: null, purpose: 'new' })
    const list = await pageOf(await desk(), '/transmissions')
    expect(list.html).toContain(`/transmissions/${transmissionId}`)
    expect(list.html).toContain('no case')
    const { html } = await pageOf(await desk(), `/transmissions/${transmissionId}`)
    expect(html).toContain('Missing: ward code')
    expect(html).toContain('Check again')
  })

  it('completes a draft by a form that names each fault and keeps what was typed', async () => {
    const { caseId } = await opened({ heldLicence: null })
    const caller = await desk()
    const path = `/renewals/${caseId}/data`
    const wrong = await submit(caller, path, {
      number: '480112345678',
      class: 'FB2',
      scheme: '2025',
      expiresOn: '2027-02-30',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="480112345678"')
    // Only one scheme knows a B2.
    const right = { number: '480112345678', class: 'B2', scheme: '' }
    const done = await submit(caller, path, { ...right, expiresOn: '2027-02-28' })
    expect([done.status, done.to]).toEqual([303, `/renewals/${caseId}?said=data`])
    await expect.poll(() => stateOf(caseId), { timeout: 10_000 }).toBe('requested')
  })

  it('must say why it releases, and releases once', async () => {
    const { caseId } = await opened({ outcome: 'fit-subject-to-review' })
    const caller = await desk()
    const path = `/renewals/${caseId}/release`
    const silent = await submit(caller, path, { reason: ' ' })
    expect(silent.status).toBe(422)
    expect(silent.html).toContain('Say why')
    const fields = { reason: 'Seen again', _once: 'one' }
    expect((await submit(caller, path, fields)).status).toBe(303)
    expect((await submit(caller, path, fields)).status).toBe(303)
    expect((await submit(caller, path, { ...fields, _once: 'two' })).status).toBe(409)
    const { html } = await pageOf(caller, `/renewals/${caseId}`)
    expect(html).toContain('Seen again')
  })

  it('finds a wait for data ended when reception mends the person', async () => {
    const { examId, patientId, caseId } = await opened({ ward: null })
    const { app, actor } = clinic()
    await app.deps.database.query(
      sql`UPDATE patient SET ward_code = '20285' WHERE id = ${patientId}`,
    )
    await transact(app.deps, actor, (tx) => publish(tx, { type: 'patient.amended', patientId }))
    await expect.poll(() => stateOf(caseId), { timeout: 10_000 }).toBe('requested')
    expect(examId).toBeTruthy()
  })

  it('pages through all of them, newest first', async () => {
    const { caseId } = await opened()
    const all = await pageOf(await desk(), '/renewals?show=all')
    expect(all.html.indexOf(caseId)).toBeGreaterThan(0)
    const older = await pageOf(await desk(), `/renewals?show=all&before=${caseId}`)
    expect(older.html).not.toContain(`href="/renewals/${caseId}`)
    expect(older.html).toContain('NGUYỄN THỊ AN')
    const fuzzed = await pageOf(await desk(), "/renewals?show=all&before=';--&state=x")
    expect(fuzzed.status).toBe(200)
    for (const path of [
      '/transmissions?show=open',
      '/transmissions?show=all',
      '/renewals?state=ready',
    ])
      expect((await pageOf(await desk(), path)).status).toBe(200)
  })

  it('writes into the read log whose case was looked at', async () => {
    const { caseId, patientId } = await opened()
    await pageOf(await desk(), `/renewals/${caseId}`)
    const rows = await clinic().app.deps.database.query(
      sql`SELECT 1 FROM audit_entry WHERE action = 'renewal-case.viewed' AND patient_id = ${patientId}`,
    )
    expect(rows).toHaveLength(1)
  })
})

describe('everyone else', () => {
  it.each(['/renewals', '/transmissions'])('cashier and admin do not see %s', async (path) => {
    for (const role of ['cashier', 'admin', 'examiner']) {
      expect((await pageOf(await clinic().app.as([role]), path)).status).toBe(403)
    }
  })

  it('reception reads a case and has no button', async () => {
    const { caseId } = await opened({ outcome: 'fit-subject-to-review' })
    const reception = await clinic().app.as(['reception'])
    const { status, html } = await pageOf(reception, `/renewals/${caseId}`)
    expect(status).toBe(200)
    expect(html).not.toMatch(/<form[^>]+action="\/renewals/)
    const refused = await submit(reception, `/renewals/${caseId}/release`, { reason: 'x' })
    expect(refused.status).toBe(403)
  })

  it('leads a director to no page that a director may not open', async () => {
    const { caseId, transmissionId } = await opened({})
    const director = await clinic().app.as(['director'])
    for (const path of [`/renewals/${caseId}`, `/transmissions/${transmissionId}`]) {
      const { status, html } = await pageOf(director, path)
      expect(status).toBe(200)
      expect(html).not.toMatch(/href="\/(exams|patients)/)
      expect((await pageOf(await desk(), path)).html).toMatch(/href="\/exams\//)
    }
  })

  it('another facility finds neither case nor transmission', async () => {
    const { caseId, transmissionId } = await opened()
    const other = await clinic().app.as(['licence-desk'], { facility: '48002' })
    expect((await pageOf(other, `/renewals/${caseId}`)).status).toBe(404)
    expect((await pageOf(other, `/transmissions/${transmissionId}`)).status).toBe(404)
    expect((await pageOf(other, '/renewals/nonsense')).status).toBe(404)
    expect((await submit(other, `/renewals/${caseId}/hold`, { reason: 'x' })).status).toBe(404)
    const list = await pageOf(other, '/renewals?show=all')
    expect(list.html).not.toContain(caseId)
  })
})
