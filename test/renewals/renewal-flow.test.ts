import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/core/actor.ts'
import { sql, transact } from '../../src/platform/database.ts'
import { publish } from '../../src/platform/publish.ts'
import {
  completeCase,
  holdCase,
  releaseCase,
  resubmitCase,
  withdrawCase,
} from '../../src/renewals/case-commands.ts'
import {
  confirmTransmission,
  recheckTransmission,
  resendTransmission,
} from '../../src/renewals/transmission-commands.ts'
import { canary, conclude, type Visit, withClinic } from './clinic.ts'

const clinic = withClinic()

type CaseBody = {
  id: string
  state: string
  dossierCode?: string
  missing: string[]
  holdReason?: string
  history: { state: string; by: string; reason?: string }[]
  transmission: { state: string; attempts: number; lastAnswer?: string }
}

const desk = (): Actor => ({
  ...clinic().actor,
  kind: 'service',
  id: 'desk',
  name: 'Phòng GPLX',
  roles: ['licence-desk'],
  specialties: 'all',
})

const casesOf = async (examId: string): Promise<CaseBody[]> => {
  const caller = await clinic().app.as(['licence-desk'])
  const response = await caller.get(`/api/v1/renewal-cases?examId=${examId}`)
  expect(response.status).toBe(200)
  return ((await response.json()) as { items: CaseBody[] }).items
}

const caseOf = async (examId: string) => (await casesOf(examId))[0]

const caseIs = (examId: string, expected: object) =>
  expect.poll(() => caseOf(examId), { timeout: 15_000, interval: 100 }).toMatchObject(expected)

const transmissionOf = async (examId: string) => {
  const [row] = await clinic().app.deps.database.query<{
    id: string
    state: string
    missing: string[]
  }>(sql`SELECT id, state, missing, attempts FROM transmission WHERE exam_id = ${examId}`)
  return row
}

const transmissionIs = (examId: string, expected: object) =>
  expect
    .poll(() => transmissionOf(examId), { timeout: 15_000, interval: 100 })
    .toMatchObject(expected)

const decisionOf = async (examId: string) => {
  const [row] = await clinic().app.deps.database.query(
    sql`SELECT eligible, reason, case_id FROM renewal_decision WHERE exam_id = ${examId}`,
  )
  return row
}

const dossiersOf = async (caseId: string) => {
  const { ask, outside } = clinic()
  return (await ask(`${outside.authority.url}/_state?caseId=${caseId}`)).dossiers as {
    dossierCode: string
    body: string
  }[]
}

const report = (caseId: string, status: string, more: object = {}) =>
  fetch(`${clinic().outside.authority.url}/_report`, {
    method: 'POST',
    body: JSON.stringify({ caseId, status, ...more }),
  }).then((response) => response.json() as Promise<{ answered: number[] }>)

describe('on the conclusion', () => {
  it('fit: the certificate goes out, then the case, which gets its dossier code', async () => {
    const { examId, number } = await conclude(clinic())
    await caseIs(examId, { state: 'requested', dossierCode: expect.stringMatching(/^MINHHOA-/) })
    const held = await caseOf(examId)
    expect(held?.history.map((step) => step.state)).toEqual(['ready', 'requested'])
    expect(held?.transmission).toEqual({ state: 'accepted', attempts: 1, lastAnswer: 'Thành công' })
    const { ask, outside } = clinic()
    const { certificates } = await ask(`${outside.gateway.url}/_state?so=${number}`)
    expect(certificates).toMatchObject([{ SO: number, HANGBANGLAI: 'B', STATE: 'ADD' }])
    expect(await dossiersOf(held?.id ?? '')).toHaveLength(1)
  })

  it.each([
    [{ outcome: 'unfit' }, 'unfit', false],
    [{ purpose: 'new' }, 'purpose-not-renewal', true],
    [{ consent: false }, 'consent-not-given', true],
    [{ licenceClass: 'A1' }, 'class-needs-no-certificate', true],
    [{ licenceClass: 'XMCD' }, 'not-a-licence', true],
  ] as [Visit, string, boolean][])(
    '%o opens no case: %s; sent: %s',
    async (visit, reason, sent) => {
      const { examId } = await conclude(clinic(), visit)
      expect(await casesOf(examId)).toEqual([])
      expect(await decisionOf(examId)).toEqual({ eligible: false, reason, case_id: null })
      if (sent) await transmissionIs(examId, { state: 'accepted' })
      else expect(await transmissionOf(examId)).toBeUndefined()
    },
  )

  it('rolls everything back when the conclusion fails', async () => {
    const { app, actor } = clinic()
    const before = await app.deps.database.query(sql`SELECT count(*) FROM transmission`)
    const { examId, patientId } = await conclude(clinic())
    const again = transact(app.deps, actor, (tx) =>
      publish(tx, {
        type: 'exam.concluded',
        examId,
        patientId,
        outcome: 'fit',
        certificateNumber: '99999/GKSKLX/48001/26',
        concludedOn: '2026-11-24' as never,
      }),
    )
    await expect(again).rejects.toThrow()
    expect(await casesOf(examId)).toHaveLength(1)
    const after = await app.deps.database.query<{ count: number }>(
      sql`SELECT count(*) FROM transmission`,
    )
    expect(after[0]?.count).toBe(Number((before[0] as { count: number }).count) + 1)
  })

  it('carries no diagnosis to the authority, under review or not', async () => {
    const { examId } = await conclude(clinic(), { outcome: 'fit-subject-to-review' })
    await caseIs(examId, { state: 'on-hold', holdReason: 'fit-subject-to-review' })
    await transmissionIs(examId, { state: 'accepted' })
    const held = await caseOf(examId)
    await releaseCase(clinic().app.deps, desk(), { id: held?.id ?? '', reason: 'Đã khám lại' })
    await caseIs(examId, { state: 'requested', dossierCode: expect.any(String) })
    const [dossier] = await dossiersOf(held?.id ?? '')
    expect(dossier?.body).toContain('NGUYỄN THỊ AN')
    expect(dossier?.body).not.toContain('CANARY')
    expect(clinic().app.logged.join('')).not.toMatch(/NGUYỄN|CANARY/)
    expect(canary).toContain('CANARY')
  })

  it('opens a case that lacks data as draft, and the desk completes it', async () => {
    const { examId } = await conclude(clinic(), { heldLicence: null })
    await caseIs(examId, { state: 'draft', missing: ['held-licence'] })
    await transmissionIs(examId, { state: 'accepted' })
    const heldLicence = {
      number: '480112345678',
      class: 'B2',
      scheme: 'pre-2025' as const,
      expiresOn: '2027-01-15' as never,
    }
    const id = (await caseOf(examId))?.id ?? ''
    await completeCase(clinic().app.deps, desk(), { id, supplied: { heldLicence } })
    await caseIs(examId, { state: 'requested', missing: [], dossierCode: expect.any(String) })
  })

  it('waits as needs-data when the ward is unknown, and goes once it is known', async () => {
    const { examId, patientId } = await conclude(clinic(), { ward: null })
    await transmissionIs(examId, { state: 'needs-data', missing: ['ward'] })
    expect(await caseOf(examId)).toMatchObject({ state: 'ready' })
    const { app } = clinic()
    const id = (await transmissionOf(examId))?.id ?? ''
    await recheckTransmission(app.deps, desk(), id)
    expect(await transmissionOf(examId)).toMatchObject({ state: 'needs-data' })
    await app.deps.database.query(
      sql`UPDATE patient SET ward_code = '20285' WHERE id = ${patientId}`,
    )
    await recheckTransmission(app.deps, desk(), id)
    await caseIs(examId, { state: 'requested', dossierCode: expect.any(String) })
  })
})

describe('exactly one case', () => {
  it('when the gateway loses its answer: unknown, never sent again until a person says so', async () => {
    await clinic().control('gateway', { lose: 1 })
    const { examId, number } = await conclude(clinic())
    await transmissionIs(examId, { state: 'unknown', attempts: 1 })
    expect(await caseOf(examId)).toMatchObject({ state: 'ready' })
    const id = (await transmissionOf(examId))?.id ?? ''
    const { app, ask, outside } = clinic()
    await confirmTransmission(app.deps, desk(), { id, reason: 'Đã tra trên cổng' })
    await caseIs(examId, { state: 'requested', dossierCode: expect.any(String) })
    expect(await casesOf(examId)).toHaveLength(1)
    expect((await ask(`${outside.gateway.url}/_state?so=${number}`)).certificates).toHaveLength(1)
  })

  it('when the gateway dies in its answer', async () => {
    await clinic().control('gateway', { crash: 1 })
    const { examId } = await conclude(clinic())
    await transmissionIs(examId, { state: 'unknown', attempts: 1 })
    const id = (await transmissionOf(examId))?.id ?? ''
    await resendTransmission(clinic().app.deps, desk(), { id, reason: 'Cổng báo chưa có' })
    // The gateway had it after all and says so; nothing is there twice.
    await transmissionIs(examId, { state: 'rejected' })
    await confirmTransmission(clinic().app.deps, desk(), { id, reason: 'Cổng đã có' })
    await caseIs(examId, { state: 'requested', dossierCode: expect.any(String) })
  })

  it('when the gateway is out of order for a while: tried again by itself', async () => {
    await clinic().control('gateway', { fail: { count: 1, status: 503 } })
    const { examId } = await conclude(clinic())
    await caseIs(examId, { state: 'requested', dossierCode: expect.any(String) })
    expect((await caseOf(examId))?.transmission.attempts).toBe(2)
  })

  it.each([
    ['loses its answer', { lose: 1 }],
    ['dies in its answer', { crash: 1 }],
    ['fails once', { fail: { count: 1, status: 500 } }],
  ])('when the authority %s', async (_name, faults) => {
    await clinic().control('authority', faults)
    const { examId } = await conclude(clinic())
    await caseIs(examId, { state: 'requested', dossierCode: expect.any(String) })
    const [held, ...others] = await casesOf(examId)
    expect(others).toEqual([])
    expect(await dossiersOf(held?.id ?? '')).toMatchObject([{ dossierCode: held?.dossierCode }])
  })
})

describe('call-backs of the authority', () => {
  const open = async () => {
    const { examId } = await conclude(clinic())
    await caseIs(examId, { dossierCode: expect.any(String) })
    return { examId, held: (await caseOf(examId)) as CaseBody }
  }

  const post = (body: object | string, { secret, at }: { secret?: string; at?: number } = {}) => {
    const raw = typeof body === 'string' ? body : JSON.stringify(body)
    const timestamp = String(at ?? Math.floor(Date.now() / 1_000))
    const key = secret ?? clinic().app.deps.env.AUTHORITY_WEBHOOK_SECRET
    const signature = createHmac('sha256', key).update(`${timestamp}.${raw}`).digest('hex')
    return clinic().app.request('/webhooks/licence-authority', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-lienthong-timestamp': timestamp,
        'x-lienthong-signature': `sha256=${signature}`,
      },
      body: raw,
    })
  }

  const body = (held: CaseBody, status: string, more: object = {}) => ({
    eventId: crypto.randomUUID(),
    caseId: held.id,
    dossierCode: held.dossierCode,
    status,
    at: new Date().toISOString(),
    ...more,
  })

  it('move the case, each once, doubled or not', async () => {
    const { examId, held } = await open()
    expect((await report(held.id, 'duoc-tiep-nhan', { twice: true })).answered).toEqual([200, 200])
    await report(held.id, 'dang-xu-ly')
    await report(held.id, 'da-tra-ket-qua')
    const done = await caseOf(examId)
    expect(done?.state).toBe('completed')
    expect(done?.history.map((step) => step.state)).toEqual([
      'ready',
      'requested',
      'accepted',
      'in-progress',
      'completed',
    ])
  })

  it('never move it back', async () => {
    const { examId, held } = await open()
    expect((await post(body(held, 'dang-xu-ly'))).status).toBe(200)
    const earlier = { at: new Date(Date.now() - 60_000).toISOString() }
    expect((await post(body(held, 'duoc-tiep-nhan', earlier))).status).toBe(200)
    expect((await post(body(held, 'yeu-cau-bo-sung', earlier))).status).toBe(200)
    expect(await caseOf(examId)).toMatchObject({ state: 'in-progress' })
  })

  it('are answered again when the same event comes again at once', async () => {
    const { examId, held } = await open()
    const same = body(held, 'duoc-tiep-nhan')
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(same)))
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200))
    const steps = (await caseOf(examId))?.history.filter((step) => step.state === 'accepted')
    expect(steps).toHaveLength(1)
  })

  it('are refused when forged, stale, malformed, or about nobody', async () => {
    const { examId, held } = await open()
    const good = body(held, 'da-co-ket-qua')
    const now = Math.floor(Date.now() / 1_000)
    expect((await post(good, { secret: 'someone-else' })).status).toBe(401)
    expect((await post(good, { at: now - 301 })).status).toBe(401)
    expect((await post(good, { at: now + 302 })).status).toBe(401)
    expect((await post('{')).status).toBe(400)
    expect((await post({ ...good, status: 'banana' })).status).toBe(422)
    expect((await post({ ...good, extra: 1 })).status).toBe(422)
    expect((await post({ ...good, at: 'yesterday' })).status).toBe(422)
    expect((await post({ ...good, dossierCode: 'OTHER' })).status).toBe(422)
    expect((await post({ ...good, caseId: crypto.randomUUID() })).status).toBe(404)
    expect((await post({ ...good, caseId: 'x' })).status).toBe(404)
    const unsigned = await clinic().app.request('/webhooks/licence-authority', {
      method: 'POST',
      body: JSON.stringify(good),
    })
    expect(unsigned.status).toBe(401)
    expect(await caseOf(examId)).toMatchObject({ state: 'requested' })
  })

  it('that ask for a supplement hold the case until the desk has answered', async () => {
    const { examId, held } = await open()
    await report(held.id, 'duoc-tiep-nhan')
    await report(held.id, 'yeu-cau-bo-sung', { ground: 'Ảnh mờ' })
    const waiting = await caseOf(examId)
    expect(waiting).toMatchObject({ state: 'on-hold', holdReason: 'supplement' })
    expect(waiting?.history.at(-1)?.reason).toBe('Ảnh mờ')
    const input = { id: held.id, reason: 'Đã nộp ảnh mới' }
    await releaseCase(clinic().app.deps, desk(), input)
    await caseIs(examId, { state: 'in-progress' })
  })

  it('that refuse close it, with the ground', async () => {
    const { examId, held } = await open()
    await report(held.id, 'tu-choi', { ground: 'Vi phạm chưa giải quyết' })
    const refused = await caseOf(examId)
    expect(refused).toMatchObject({ state: 'rejected' })
    expect(refused?.history.at(-1)?.reason).toBe('Vi phạm chưa giải quyết')
    const again = resubmitCase(clinic().app.deps, desk(), { id: held.id, reason: 'x' })
    await expect(again).rejects.toMatchObject({ code: 'case-decided' })
  })
})

describe('consent taken back', () => {
  it('cancels a case that never left', async () => {
    const { examId, patientId } = await conclude(clinic(), { outcome: 'fit-subject-to-review' })
    const { app, actor } = clinic()
    await transact(app.deps, actor, (tx) =>
      publish(tx, { type: 'consent.withdrawn', patientId, examId, consent: 'renewal' }),
    )
    expect(await caseOf(examId)).toMatchObject({ state: 'cancelled' })
  })

  it('withdraws at the authority what was handed in', async () => {
    const { examId } = await conclude(clinic())
    await caseIs(examId, { dossierCode: expect.any(String) })
    const id = (await caseOf(examId))?.id ?? ''
    await withdrawCase(clinic().app.deps, desk(), { id, reason: 'Người dân đổi ý' })
    await caseIs(examId, { state: 'cancelled' })
    const release = releaseCase(clinic().app.deps, desk(), { id, reason: 'x' })
    await expect(release).rejects.toMatchObject({ code: 'case-state' })
  })

  it('is not gone around by releasing', async () => {
    const { examId } = await conclude(clinic())
    await caseIs(examId, { dossierCode: expect.any(String) })
    const id = (await caseOf(examId))?.id ?? ''
    await holdCase(clinic().app.deps, desk(), { id, reason: 'Chờ gọi lại' })
    expect(await caseOf(examId)).toMatchObject({ state: 'on-hold', holdReason: 'manual' })
    await releaseCase(clinic().app.deps, desk(), { id, reason: 'Đã gọi' })
    await caseIs(examId, { state: 'accepted' })
  })
})

describe('who may see and do what', () => {
  it.each([
    ['licence-desk', 200],
    ['reception', 200],
    ['concluder', 200],
    ['cashier', 403],
    ['examiner', 403],
    ['admin', 403],
    ['auditor', 403],
  ])('%s reading cases: %i', async (role, status) => {
    const caller = await clinic().app.as([role])
    expect((await caller.get('/api/v1/renewal-cases')).status).toBe(status)
  })

  it('nobody without a token', async () => {
    expect((await clinic().app.request('/api/v1/renewal-cases')).status).toBe(401)
  })

  it("another facility's case is not there", async () => {
    const { examId } = await conclude(clinic())
    const id = (await caseOf(examId))?.id
    const other = await clinic().app.as(['licence-desk'], { facility: '48002' })
    expect((await other.get(`/api/v1/renewal-cases/${id}`)).status).toBe(404)
    expect((await other.get(`/api/v1/renewal-cases?examId=${examId}`)).status).toBe(404)
    const own = await clinic().app.as(['licence-desk'])
    expect((await own.get(`/api/v1/renewal-cases/${id}`)).status).toBe(200)
    expect((await own.get('/api/v1/renewal-cases/not-an-id')).status).toBe(404)
  })

  it('only the licence desk manages', async () => {
    const { examId } = await conclude(clinic(), { outcome: 'fit-subject-to-review' })
    const id = (await caseOf(examId))?.id ?? ''
    const release = async () => releaseCase(clinic().app.deps, clinic().actor, { id, reason: 'x' })
    await expect(release()).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
