import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import {
  type CertificateFacts,
  cutBytes,
  gatewayRecord,
} from '../../src/renewals/gateway-record.ts'
import { configuredRules, gatewayRules } from '../../src/renewals/gateway-rules.ts'
import { an, recordOf } from './certificate-facts.ts'

const person = (change: Partial<CertificateFacts['person']>): CertificateFacts => ({
  ...an,
  person: { ...an.person, ...change },
})

describe('the record for the health-insurance gateway', () => {
  it('holds every field of the format, all of them text', () => {
    expect(recordOf(an)).toEqual({
      SO: '00001/GKSKLX/48001/26',
      HOTEN: 'NGUYỄN THỊ AN',
      GIOITINHVAL: '1',
      NGAYSINH: '02/03/1985',
      DIACHITHUONGTRU: '12 Lê Văn Hiến, phường Ngũ Hành Sơn, thành phố Đà Nẵng',
      MATINH_THUONGTRU: '48',
      MAXA_THUONGTRU: '20285',
      SOCMND_PASSPORT: '048185001234',
      NGAYTHANGNAMCAPCMND: '01/05/2021',
      NOICAP: 'Cục CS QLHC về TTXH',
      IDBENHVIEN: '48001',
      BENHVIEN: 'Trung tâm Y tế Ngũ Hành Sơn',
      NONGDOCON: '0',
      DVINONGDOCON: '1',
      MATUY: '0',
      NGAYKETLUAN: '24/11/2026',
      BACSYKETLUAN: 'Lê Minh Hoàng',
      KETLUAN: 'A0-1',
      HANGBANGLAI: 'B',
      NGAYKHAMLAI: '',
      LYDO: '',
      TINHTRANGBENH: '',
      STATE: 'ADD',
    })
  })

  it.each([
    ['male', '0'],
    ['female', '1'],
  ] as const)('writes %s as %s', (sex, code) => {
    expect(recordOf(person({ sex })).GIOITINHVAL).toBe(code)
  })

  it.each([
    ['fit', 'A0-1'],
    ['unfit', 'A0-2'],
    ['fit-subject-to-review', 'A0-3'],
  ] as const)('writes the conclusion %s as %s', (outcome, code) => {
    expect(recordOf({ ...an, outcome }).KETLUAN).toBe(code)
  })

  it.each([
    ['B.01', false, 'B0.1'],
    ['A', true, 'A.03'],
    ['A', false, 'A'],
    ['A1', false, 'A1'],
    ['D1E', false, 'D1E'],
    ['C1', false, 'C1'],
  ])('writes class %s (converted from A1: %s) as %s', (licenceClass, convertedFromA1, code) => {
    expect(recordOf({ ...an, licenceClass, convertedFromA1 }).HANGBANGLAI).toBe(code)
  })

  it.each([
    [{ value: 0.12, unit: 'mg/l-breath' }, '0.12', '1'],
    [{ value: 35, unit: 'mg/100ml-blood' }, '35', '0'],
    [null, '0', '1'],
  ] as const)('sends alcohol %o as %s in unit %s', (alcohol, value, unit) => {
    const record = recordOf({ ...an, alcohol })
    expect([record.NONGDOCON, record.DVINONGDOCON]).toEqual([value, unit])
  })

  it('sends the configured filler when alcohol was not tested', () => {
    const rules = {
      ...gatewayRules,
      alcohol: { ...gatewayRules.alcohol, filler: { value: '-1', unit: '0' } },
    }
    expect(gatewayRecord(an, 'ADD', rules)).toMatchObject({
      record: { NONGDOCON: '-1', DVINONGDOCON: '0' },
    })
  })

  it('says 1 for drugs when any of the five is positive', () => {
    expect(recordOf({ ...an, drugsPositive: true }).MATUY).toBe('1')
  })

  it('keeps or strips the leading zeros of area codes by configuration', () => {
    const facts = person({ provinceCode: '01', wardCode: '00004' })
    expect(recordOf(facts)).toMatchObject({ MATINH_THUONGTRU: '01', MAXA_THUONGTRU: '00004' })
    expect(gatewayRecord(facts, 'ADD', { ...gatewayRules, areaCodeLeadingZeros: false })).toEqual({
      record: expect.objectContaining({ MATINH_THUONGTRU: '1', MAXA_THUONGTRU: '4' }),
    })
  })

  it('cuts the issuing place at 30 bytes and the address at 255, between characters', () => {
    const record = recordOf(
      person({
        identityIssuedPlace: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
        address: 'Đường '.repeat(60),
      }),
    )
    expect(record.NOICAP).toBe('Cục Cảnh sát quản lý h')
    expect(Buffer.byteLength(record.DIACHITHUONGTRU)).toBeLessThanOrEqual(255)
    expect(record.DIACHITHUONGTRU).not.toContain('\uFFFD')
  })

  it('carries the reason and the date of the re-examination', () => {
    const record = recordOf({
      ...an,
      outcome: 'fit-subject-to-review',
      reason: 'Theo dõi huyết áp',
      reexamineOn: calendarDate('2027-02-01'),
    })
    expect([record.LYDO, record.NGAYKHAMLAI]).toEqual(['Theo dõi huyết áp', '01/02/2027'])
  })

  it('flattens line breaks and drops what XML cannot carry', () => {
    expect(recordOf(person({ address: ' 12\r\nLê\u0000 Lợi ' })).DIACHITHUONGTRU).toBe('12 Lê Lợi')
  })

  it.each([
    [{ address: undefined }, 'address'],
    [{ address: '  ' }, 'address'],
    [{ provinceCode: undefined }, 'province'],
    [{ wardCode: 'x' }, 'ward'],
    [{ identityNumber: undefined }, 'identity-number'],
    [{ identityNumber: '04818500123' }, 'identity-number'],
    [{ identityIssuedOn: undefined }, 'identity-issued-on'],
    [{ identityIssuedPlace: undefined }, 'identity-issued-place'],
  ] as const)('answers with what is missing: %o → %s', (change, code) => {
    expect(gatewayRecord(person(change), 'ADD')).toEqual({ missing: [code] })
  })

  it('names everything that is missing at once', () => {
    expect(gatewayRecord(person({ address: '', wardCode: undefined }), 'ADD')).toEqual({
      missing: ['address', 'ward'],
    })
  })

  it.each(['048185001234', '123456789', 'C1234567', 'B12345678901'])('takes the number %s', (n) => {
    expect(recordOf(person({ identityNumber: n })).SOCMND_PASSPORT).toBe(n)
  })

  it('refuses a certificate number over 21 characters', () => {
    expect(gatewayRecord({ ...an, certificateNumber: `${an.certificateNumber}/` }, 'ADD')).toEqual({
      missing: ['certificate-number'],
    })
  })

  it.each([
    [{}, ['fit', 'fit-subject-to-review'], '0', true],
    [{ GATEWAY_SEND_UNFIT: true }, ['fit', 'fit-subject-to-review', 'unfit'], '0', true],
    [
      { GATEWAY_AREA_ZEROS: 'strip', GATEWAY_ALCOHOL_FILLER: '-1' },
      ['fit', 'fit-subject-to-review'],
      '-1',
      false,
    ],
  ] as const)(
    'takes the insurer’s answers from the settings: %o',
    (change, sent, filler, zeros) => {
      const rules = configuredRules({
        GATEWAY_AREA_ZEROS: 'keep',
        GATEWAY_ALCOHOL_FILLER: '0',
        GATEWAY_SEND_UNFIT: false,
        GATEWAY_DEADLINE_HOURS: 4,
        ...change,
      })
      expect([...rules.sentOutcomes]).toEqual(sent)
      expect(rules.alcohol.filler.value).toBe(filler)
      expect(rules.areaCodeLeadingZeros).toBe(zeros)
    },
  )

  it('cuts any text to a beginning of it that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, max) => {
        const cut = cutBytes(text, max)
        expect(text.startsWith(cut)).toBe(true)
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(max)
        const next = [...text.slice(cut.length)][0]
        if (next) expect(Buffer.byteLength(cut + next)).toBeGreaterThan(max)
      }),
    )
  })
})
