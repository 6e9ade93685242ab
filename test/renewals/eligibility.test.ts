import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import {
  decideRenewal,
  missingForCase,
  type RenewalFacts,
  retest,
} from '../../src/renewals/eligibility.ts'

const on = calendarDate('2026-11-24')

const an: RenewalFacts = {
  outcome: 'fit',
  purpose: 'renewal',
  licenceClass: 'B',
  consent: 'given',
  identityNumber: '048185001234',
  heldLicence: {
    number: '480112345678',
    class: 'B2',
    scheme: 'pre-2025',
    expiresOn: calendarDate('2026-12-15'),
  },
}

const expiring = (expiresOn: string): RenewalFacts => ({
  ...an,
  heldLicence: {
    number: '480112345678',
    class: 'B2',
    scheme: 'pre-2025',
    expiresOn: calendarDate(expiresOn),
  },
})

describe('whether a conclusion opens a renewal case', () => {
  it('opens it ready when everything is there', () => {
    expect(decideRenewal(an, on)).toEqual({ eligible: true, state: 'ready', missing: [] })
  })

  it.each([
    [{ outcome: 'unfit' }, 'unfit'],
    [{ purpose: 'new' }, 'purpose-not-renewal'],
    [{ purpose: 'upgrade' }, 'purpose-not-renewal'],
    [{ licenceClass: 'A1' }, 'class-needs-no-certificate'],
    [{ licenceClass: 'A' }, 'class-needs-no-certificate'],
    [{ licenceClass: 'B1' }, 'class-needs-no-certificate'],
    [{ licenceClass: 'XMCD' }, 'not-a-licence'],
    [{ consent: 'not-given' }, 'consent-not-given'],
    [{ consent: 'withdrawn' }, 'consent-withdrawn'],
    [{ consent: 'withdrawn', outcome: 'fit-subject-to-review' }, 'consent-withdrawn'],
    [{ consent: 'not-given', heldLicence: undefined }, 'consent-not-given'],
  ] as const)('opens none for %o: %s', (change, reason) => {
    expect(decideRenewal({ ...an, ...change } as RenewalFacts, on)).toEqual({
      eligible: false,
      reason,
    })
  })

  it.each(['B', 'C1', 'C', 'D1', 'D2', 'D', 'BE', 'C1E', 'CE', 'D1E', 'D2E', 'DE'])(
    'opens one for class %s, renewal and reissue alike',
    (licenceClass) => {
      for (const purpose of ['renewal', 'reissue'] as const) {
        expect(decideRenewal({ ...an, licenceClass, purpose }, on)).toMatchObject({
          eligible: true,
          state: 'ready',
        })
      }
    },
  )

  it('opens conclusion (3) on hold', () => {
    expect(decideRenewal({ ...an, outcome: 'fit-subject-to-review' }, on)).toEqual({
      eligible: true,
      state: 'on-hold',
      holdReason: 'fit-subject-to-review',
      missing: [],
    })
  })

  it.each([
    ['2026-12-15', 'ready'],
    ['2026-11-24', 'ready'],
    ['2026-10-26', 'ready'], // 29 days
    ['2026-10-25', 'on-hold'], // 30 days
    ['2025-11-25', 'on-hold'],
    ['2025-11-24', 'on-hold'], // one year
  ])('a licence that expired on %s opens it %s', (expiresOn, state) => {
    const decision = decideRenewal(expiring(expiresOn), on)
    expect(decision).toMatchObject({ eligible: true, state })
    if (state === 'on-hold') expect(decision).toMatchObject({ holdReason: 'retest-needed' })
  })

  it.each([
    [{ heldLicence: undefined }, ['held-licence']],
    [{ heldLicence: { number: '1', class: 'B2', scheme: 'pre-2025' } }, ['held-licence-expiry']],
    [{ identityNumber: undefined }, ['identity-number']],
    [{ delivery: { method: 'post' } }, ['delivery-address']],
    [{ heldLicence: undefined, identityNumber: undefined }, ['held-licence', 'identity-number']],
  ] as const)('opens it as draft when %o', (change, missing) => {
    expect(decideRenewal({ ...an, ...change } as RenewalFacts, on)).toEqual({
      eligible: true,
      state: 'draft',
      missing,
    })
  })

  it('does not want portrait, phone or delivery', () => {
    expect(missingForCase({ ...an, delivery: undefined })).toEqual([])
    expect(missingForCase({ ...an, delivery: { method: 'collect' } })).toEqual([])
    expect(missingForCase({ ...an, delivery: { method: 'post', address: '1 Lê Lợi' } })).toEqual([])
  })

  it('lists what is missing on a held case too', () => {
    const decision = decideRenewal(
      { ...an, outcome: 'fit-subject-to-review', heldLicence: undefined },
      on,
    )
    expect(decision).toMatchObject({ state: 'on-hold', missing: ['held-licence'] })
  })
})

describe('how long overdue means which test again', () => {
  it.each([
    ['2026-11-24', 'none'],
    ['2026-10-26', 'none'],
    ['2026-10-25', 'theory'],
    ['2025-11-25', 'theory'],
    ['2025-11-24', 'full'],
    ['2020-01-01', 'full'],
  ])('expired %s on 2026-11-24: %s', (expiresOn, test) => {
    expect(retest(calendarDate(expiresOn), on)).toBe(test)
  })

  it('takes one year as the same day, clamped at the end of February', () => {
    expect(retest(calendarDate('2024-02-29'), calendarDate('2025-02-27'))).toBe('theory')
    expect(retest(calendarDate('2024-02-29'), calendarDate('2025-02-28'))).toBe('full')
  })
})
