import type { Dong } from '../core/money.ts'
import { crc16, type DataObject, readTlv, textOf } from './emv-tlv.ts'
import {
  additionalData,
  NAPAS_AID,
  refused,
  serviceCodes,
  type TransferService,
  type VietQr,
} from './vietqr.ts'

type Additional = { billNumber?: string; reference?: string; terminal?: string; purpose?: string }

/** A valid EMV merchant code; `vietqr` when NAPAS' beneficiary template stands in tag 38. */
export type DecodedQr = Additional & {
  scheme: 'vietqr' | 'emv'
  pointOfInitiation?: string
  bin?: string
  account?: string
  service?: TransferService
  amount?: Dong
  merchantCategory?: string
  name?: string
  city?: string
  tlv: DataObject[]
}

/**
 * Reads a payload strictly and throws a `DomainError` whose code names the first fault. The
 * checksum is looked at first, so that a damaged code is called damaged.
 */
export function decodeQr(payload: string): DecodedQr {
  checkCrc(payload)
  const tlv = topLevel(payload)
  const pointOfInitiation = textOf(tlv, '01')
  const common = {
    tlv,
    ...(pointOfInitiation === undefined ? {} : { pointOfInitiation }),
    ...additionalOf(tlv),
  }
  const template = tlv.find(({ id }) => id === '38')?.nested
  if (template && textOf(template, '00') === NAPAS_AID) {
    return { scheme: 'vietqr', ...common, ...transfer(tlv, template) }
  }
  return { scheme: 'emv', ...common, ...foreignAmount(tlv) }
}

/** The decoded code in the encoder's terms, for whoever draws it again. */
export function asVietQr(decoded: DecodedQr): VietQr | undefined {
  const { scheme, tlv: _, bin, account, service, pointOfInitiation, ...rest } = decoded
  if (scheme !== 'vietqr' || !bin || !account || !service) return undefined
  return {
    ...rest,
    bin,
    account,
    service,
    pointOfInitiation: pointOfInitiation === '12' ? '12' : '11',
  }
}

function checkCrc(payload: string): void {
  const tail = /6304([0-9A-Fa-f]{4})$/.exec(payload)
  if (tail?.[1]?.toUpperCase() !== crc16(payload.slice(0, -4))) throw refused('crc')
}

function topLevel(payload: string): DataObject[] {
  const tlv = readTlv(payload)
  if (typeof tlv === 'string') throw refused(tlv)
  if (tlv[0]?.id !== '00' || tlv.at(-1)?.id !== '63') throw refused('order')
  if (tlv[0].value !== '01') throw refused('format')
  return tlv.map((object) => (isTemplate(object.id) ? withNested(object) : object))
}

/** EMVCo: account templates 26–51, additional data 62, language 64. 80–99 hold anything. */
function isTemplate(id: string): boolean {
  return (id >= '26' && id <= '51') || id === '62' || id === '64'
}

function withNested(object: DataObject): DataObject {
  const nested = readTlv(object.value)
  if (typeof nested === 'string') throw refused(nested === 'length' ? 'nested' : nested)
  return { ...object, nested }
}

function additionalOf(tlv: readonly DataObject[]): Additional {
  const fields = tlv.find(({ id }) => id === '62')?.nested ?? []
  return Object.fromEntries(
    additionalData.flatMap(([id, name]) => {
      const value = textOf(fields, id)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function transfer(tlv: readonly DataObject[], template: DataObject[]): Partial<DecodedQr> {
  checkFrame(tlv)
  return { ...beneficiary(template), ...transferAmount(tlv), ...merchant(tlv) }
}

/** The fixed parts of a NAPAS code around its beneficiary. */
function checkFrame(tlv: readonly DataObject[]): void {
  const point = textOf(tlv, '01')
  if (point !== '11' && point !== '12') throw refused('point-of-initiation')
  if (textOf(tlv, '53') !== '704') throw refused('currency')
  if (textOf(tlv, '58') !== 'VN') throw refused('country')
  const fields = tlv.find(({ id }) => id === '62')?.nested ?? []
  if (fields.some(({ value }) => Array.from(value).length > 25)) throw refused('additional-data')
}

/**
 * 38/01 { 00 BIN, 01 account }, 38/02 service. A service code inside 38/01, which some encoders
 * write, makes the account end where it should not: refused.
 */
function beneficiary(template: DataObject[]): Pick<DecodedQr, 'bin' | 'account' | 'service'> {
  const payee = template.find(({ id }) => id === '01')
  const fields = payee ? readTlv(payee.value) : 'length'
  if (!payee || typeof fields === 'string') throw refused('nested')
  const bin = textOf(fields, '00') ?? ''
  const account = textOf(fields, '01') ?? ''
  if (fields.some(({ id }) => id === '02')) throw refused('service')
  if (fields.length !== 2 || template.length !== 3) throw refused('nested')
  if (!/^\d{6}$/.test(bin)) throw refused('bank')
  if (!/^[A-Za-z0-9]{1,19}$/.test(account)) throw refused('account')
  payee.nested = fields
  return { bin, account, service: serviceOf(textOf(template, '02')) }
}

function serviceOf(code: string | undefined): TransferService {
  if (code === serviceCodes.account) return 'account'
  if (code === serviceCodes.card) return 'card'
  throw refused('service')
}

/** Integers without a leading zero; an amount under point of initiation 11 is allowed. */
function transferAmount(tlv: readonly DataObject[]): { amount?: Dong } {
  const text = textOf(tlv, '54')
  if (text === undefined) return {}
  if (!/^[1-9]\d{0,12}$/.test(text)) throw refused('amount')
  return { amount: Number(text) }
}

/** Other schemes may write decimals and other currencies: then the tag is left to the reader. */
function foreignAmount(tlv: readonly DataObject[]): { amount?: Dong } {
  const text = textOf(tlv, '54') ?? ''
  return textOf(tlv, '53') === '704' && /^[1-9]\d{0,12}$/.test(text) ? { amount: Number(text) } : {}
}

function merchant(tlv: readonly DataObject[]): Partial<DecodedQr> {
  const [category, name, city] = ['52', '59', '60'].map((id) => textOf(tlv, id))
  if (category !== undefined && !/^\d{4}$/.test(category)) throw refused('merchant')
  if (Array.from(name ?? '').length > 25 || Array.from(city ?? '').length > 15) {
    throw refused('merchant')
  }
  return {
    ...(category === undefined ? {} : { merchantCategory: category }),
    ...(name === undefined ? {} : { name }),
    ...(city === undefined ? {} : { city }),
  }
}
