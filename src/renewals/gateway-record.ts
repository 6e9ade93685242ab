import type { CalendarDate } from '../core/calendar-date.ts'
import { formatDayMonthYear } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import { type GatewayRules, gatewayRules } from './gateway-rules.ts'

export type AlcoholResult = { value: number; unit: 'mg/l-breath' | 'mg/100ml-blood' }

/** What the clinic knows about one concluded exam, as far as the gateway asks for it. */
export type CertificateFacts = {
  certificateNumber: string
  licenceClass: string
  /** A pre-2025 A1 exchanged for A goes out as the restricted A.03 (Đ89.3 Luật 36/2024). */
  convertedFromA1: boolean
  person: {
    name: string
    sex: 'male' | 'female'
    birthDate: CalendarDate
    address?: string | undefined
    provinceCode?: string | undefined
    wardCode?: string | undefined
    identityNumber?: string | undefined
    identityIssuedOn?: CalendarDate | undefined
    identityIssuedPlace?: string | undefined
  }
  facility: { code: string; name: string }
  /** `null`: not ordered, hence not performed. */
  alcohol: AlcoholResult | null
  drugsPositive: boolean
  concludedOn: CalendarDate
  concludedBy: string
  outcome: ExamOutcome
  reason?: string | undefined
  disease?: string | undefined
  reexamineOn?: CalendarDate | undefined
}

export const recordActions = ['ADD', 'EDIT'] as const
export type RecordAction = (typeof recordActions)[number]

/** The flat JSON object of `POST {base}/api/hssk/gksk`, before `SIGNDATA`. */
export type GatewayRecord = {
  SO: string
  HOTEN: string
  GIOITINHVAL: string
  NGAYSINH: string
  DIACHITHUONGTRU: string
  MATINH_THUONGTRU: string
  MAXA_THUONGTRU: string
  SOCMND_PASSPORT: string
  NGAYTHANGNAMCAPCMND: string
  NOICAP: string
  IDBENHVIEN: string
  BENHVIEN: string
  NONGDOCON: string
  DVINONGDOCON: string
  MATUY: string
  NGAYKETLUAN: string
  BACSYKETLUAN: string
  KETLUAN: string
  HANGBANGLAI: string
  NGAYKHAMLAI: string
  LYDO: string
  TINHTRANGBENH: string
  STATE: RecordAction
}

/** A datum the gateway wants that is absent or of a shape it refuses. */
export type MissingDatum =
  | 'name'
  | 'address'
  | 'province'
  | 'ward'
  | 'identity-number'
  | 'identity-issued-on'
  | 'identity-issued-place'
  | 'facility-code'
  | 'certificate-number'
  | 'doctor'

export type RecordAnswer = { record: GatewayRecord } | { missing: MissingDatum[] }

export function gatewayRecord(
  facts: CertificateFacts,
  action: RecordAction,
  rules: GatewayRules = gatewayRules,
): RecordAnswer {
  const missing = missingData(facts, rules)
  if (missing.length > 0) return { missing }
  return { record: { ...personFields(facts, rules), ...resultFields(facts, rules), STATE: action } }
}

type Wanted = Pick<CertificateFacts, 'person' | 'facility' | 'certificateNumber' | 'concludedBy'>

/** Known already when the doctor signs, so that nothing is queued that could not be sent. */
export function missingData(facts: Wanted, rules: GatewayRules): MissingDatum[] {
  const { person, facility } = facts
  const wanted: [MissingDatum, boolean][] = [
    ['name', clean(person.name) !== ''],
    ['address', clean(person.address) !== ''],
    ['province', /^\d{1,3}$/.test(person.provinceCode ?? '')],
    ['ward', /^\d{1,6}$/.test(person.wardCode ?? '')],
    ['identity-number', rules.identityNumber.some((p) => p.test(person.identityNumber ?? ''))],
    ['identity-issued-on', person.identityIssuedOn !== undefined],
    ['identity-issued-place', clean(person.identityIssuedPlace) !== ''],
    ['facility-code', /^[0-9A-Z]{5}$/.test(facility.code)],
    ['certificate-number', fitsNumber(facts.certificateNumber, rules)],
    ['doctor', clean(facts.concludedBy) !== ''],
  ]
  return wanted.filter(([, present]) => !present).map(([code]) => code)
}

function personFields({ person, facility }: CertificateFacts, rules: GatewayRules) {
  return {
    HOTEN: clean(person.name),
    GIOITINHVAL: rules.sex[person.sex],
    NGAYSINH: formatDayMonthYear(person.birthDate),
    DIACHITHUONGTRU: cutBytes(clean(person.address), rules.maxBytes.address),
    MATINH_THUONGTRU: areaCode(person.provinceCode, rules),
    MAXA_THUONGTRU: areaCode(person.wardCode, rules),
    SOCMND_PASSPORT: person.identityNumber ?? '',
    NGAYTHANGNAMCAPCMND: optionalDate(person.identityIssuedOn),
    NOICAP: cutBytes(clean(person.identityIssuedPlace), rules.maxBytes.issuedPlace),
    IDBENHVIEN: facility.code,
    BENHVIEN: clean(facility.name),
  }
}

function resultFields(facts: CertificateFacts, rules: GatewayRules) {
  const alcohol = facts.alcohol
    ? { value: String(facts.alcohol.value), unit: rules.alcohol.unit[facts.alcohol.unit] }
    : rules.alcohol.filler
  return {
    SO: facts.certificateNumber,
    NONGDOCON: alcohol.value,
    DVINONGDOCON: alcohol.unit,
    MATUY: facts.drugsPositive ? rules.drugs.positive : rules.drugs.negative,
    NGAYKETLUAN: formatDayMonthYear(facts.concludedOn),
    BACSYKETLUAN: clean(facts.concludedBy),
    KETLUAN: rules.conclusion[facts.outcome],
    HANGBANGLAI: gatewayClass(facts, rules),
    NGAYKHAMLAI: optionalDate(facts.reexamineOn),
    LYDO: cutBytes(clean(facts.reason), rules.maxBytes.reason),
    TINHTRANGBENH: cutBytes(clean(facts.disease), rules.maxBytes.disease),
  }
}

function fitsNumber(number: string, rules: GatewayRules): boolean {
  return number.length > 0 && number.length <= rules.certificateNumberMaxLength
}

function gatewayClass(facts: CertificateFacts, rules: GatewayRules): string {
  const ours = facts.convertedFromA1 && facts.licenceClass === 'A' ? 'A.03' : facts.licenceClass
  return rules.licenceClass[ours] ?? ours
}

function areaCode(code: string | undefined, rules: GatewayRules): string {
  if (code === undefined) return ''
  return rules.areaCodeLeadingZeros ? code : code.replace(/^0+(?=\d)/, '')
}

function optionalDate(date: CalendarDate | undefined): string {
  return date === undefined ? '' : formatDayMonthYear(date)
}

/** One line of characters that XML can carry, so that the JSON and the signed XML are equal. */
function clean(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .trim()
}

/** The longest beginning that fits, never half a character. */
export function cutBytes(text: string, maxBytes: number): string {
  let used = 0
  let kept = ''
  for (const character of text) {
    used += utf8Length(character.codePointAt(0) ?? 0)
    if (used > maxBytes) break
    kept += character
  }
  return kept
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
