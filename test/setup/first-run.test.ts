import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { createStaff } from '../../src/identity/commands.ts'
import { findFacilityId } from '../../src/identity/repository.ts'
import {
  missingSteps,
  nextStep,
  type SetupFacts,
  setupSteps,
  staffGaps,
} from '../../src/setup/first-run.ts'
import { type Browser, openBrowser } from '../identity/browser.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

const nothing: SetupFacts = {
  facilitySaved: false,
  examPriced: false,
  staff: [],
  hoursSaved: false,
  stations: 0,
  testedFine: [],
  concluded: 0,
}

describe('the way to the first exam', () => {
  test('begins with the facility, and asks for what only helps after what is needed', () => {
    const steps = setupSteps(nothing)
    expect(nextStep(steps)?.name).toBe('facility')
    expect(missingSteps(steps).map(({ name }) => name)).toEqual(['facility', 'prices', 'staff'])
    const staffed = setupSteps({ ...nothing, facilitySaved: true, examPriced: true, staff: whole })
    expect(missingSteps(staffed)).toEqual([])
    expect(nextStep(staffed)?.name).toBe('connections')
  })

  const doctor = { roles: ['examiner', 'concluder'], specialties: 'all', registered: true } as const
  const desk = { roles: ['reception', 'cashier'], specialties: [], registered: false } as const
  const whole = [doctor, desk]

  test('one doctor for everything and one at the desk are enough; a second approver is only wished', () => {
    expect(staffGaps(whole)).toEqual([{ kind: 'second-approver' }])
  })

  test('a doctor without a licence signs nothing, and an eye doctor only the eyes', () => {
    const unlicensed = { ...doctor, registered: false }
    expect(staffGaps([unlicensed, desk])).toContainEqual({ kind: 'concluder' })
    const eyes = { ...doctor, specialties: ['eyes'] } as const
    const gaps = staffGaps([eyes, desk])
    expect(gaps).toContainEqual({ kind: 'specialty', specialty: 'ent' })
    expect(gaps).not.toContainEqual({ kind: 'specialty', specialty: 'eyes' })
    const lab = { roles: ['lab'], specialties: [], registered: false } as const
    expect(staffGaps([eyes, desk, lab])).not.toContainEqual({
      kind: 'specialty',
      specialty: 'substances',
    })
  })
})

describe('a new installation', () => {
  let app: TestApp
  let admin: Browser

  async function account(username: string, grants: string[], registration?: string) {
    const facilityId = (await findFacilityId(app.deps.database, app.deps.env.FACILITY_CODE)) ?? ''
    const actor = { kind: 'system', id: 'command-line', name: 'command line', facilityId } as const
    const doctorRegistration = registration ? { doctorRegistration: registration } : {}
    const made = await createStaff(app.deps, actor, {
      ...{ username, name: `Người ${username}`, grants },
      ...doctorRegistration,
    })
    const browser = openBrowser(app)
    await browser.post('/sign-in', { username, password: made.password })
    const own = 'mat-khau-rieng-1'
    await browser.post('/password', { current: made.password, next: own, repeated: own })
    return browser
  }

  beforeAll(async () => {
    app = await openTestApp({ demo: false })
    admin = await account('quantri', ['admin'])
  })
  afterAll(() => app?.close())

  const home = async (browser: Browser) => (await browser.get('/')).text()

  test('leads its administrator from step to step, and tells everybody else', async () => {
    expect(await home(admin)).toContain('/settings/facility?from=setup')
    const reception = await account('tiepdon', ['reception', 'cashier'])
    expect(await home(reception)).toContain('chưa thiết lập xong')

    const { env } = app.deps
    const saved = await admin.post('/settings/facility', {
      name: env.FACILITY_NAME,
      superior: env.FACILITY_SUPERIOR,
      address: env.FACILITY_ADDRESS,
      version: '0',
      from: 'setup',
    })
    expect(saved.headers.get('location')).toBe('/setup')
    expect(await home(admin)).toContain('href="/settings/prices/new?from=setup"')

    const form = await (await admin.get('/settings/prices/new?from=setup')).text()
    expect(form).toContain('value="KSKLX"')
    const priced = await admin.post('/settings/prices', {
      code: 'KSKLX',
      name: 'Khám sức khỏe của người lái xe',
      unit: 'lần',
      amount: '250.000',
      legalSource: 'Nghị quyết 12/2026/NQ-HĐND',
      effectiveFrom: calendarDateOf(app.clock.now()),
      published: 'on',
      from: 'setup',
    })
    expect(priced.headers.get('location')).toBe('/setup')

    await account('bacsi', ['examiner', 'concluder'], '0004812/DNA-CCHN')
    expect(await home(reception)).not.toContain('chưa thiết lập xong')
    expect(await home(admin)).not.toContain('/settings/facility?from=setup')
    const page = await (await admin.get('/setup')).text()
    expect(page).toContain('/settings/integrations')
  })
})
