import { DomainError } from '../core/errors.ts'
import { type Dong, INSTANT_TRANSFER_LIMIT } from '../core/money.ts'
import { stripDiacritics } from '../core/text.ts'
import { crc16, writeTlv } from './emv-tlv.ts'
import { words } from './words.ts'

export const NAPAS_AID = 'A000000727'
export const serviceCodes = { account: 'QRIBFTTA', card: 'QRIBFTTC' } as const
export type TransferService = keyof typeof serviceCodes

/** What a VietQR asks for, by NAPAS' format document v1.0 (09/2021). */
export type VietQr = {
  /** `11` may be paid many times, `12` once. */
  pointOfInitiation: '11' | '12'
  bin: string
  account: string
  service: TransferService
  merchantCategory?: string
  amount?: Dong
  name?: string
  city?: string
  billNumber?: string
  reference?: string
  terminal?: string
  purpose?: string
}

/** Why a code is refused; programs branch on it. */
export type VietQrFault =
  | 'crc'
  | 'length'
  | 'duplicate'
  | 'order'
  | 'format'
  | 'point-of-initiation'
  | 'nested'
  | 'bank'
  | 'account'
  | 'service'
  | 'currency'
  | 'country'
  | 'amount'
  | 'merchant'
  | 'additional-data'

export function refused(fault: VietQrFault): DomainError {
  return new DomainError({
    kind: 'invalid',
    code: fault,
    detail: words.qrFault[fault],
    errors: [{ pointer: '/payload', code: fault, message: words.qrFault[fault] }],
  })
}

export const additionalData = [
  ['01', 'billNumber'],
  ['05', 'reference'],
  ['07', 'terminal'],
  ['08', 'purpose'],
] as const

/**
 * The payload to draw, in NAPAS' order. Emits ASCII only: diacritics go before anything is
 * measured, because banks count bytes where the document counts characters.
 */
export function encodeVietQr(code: VietQr): string {
  const body = [
    writeTlv('00', '01'),
    writeTlv('01', code.pointOfInitiation),
    writeTlv('38', beneficiary(code)),
    optional('52', code.merchantCategory, /^\d{4}$/),
    writeTlv('53', '704'),
    amount(code.amount),
    writeTlv('58', 'VN'),
    optional('59', code.name, /^.{1,25}$/),
    optional('60', code.city, /^.{1,15}$/),
    additional(code),
    '6304',
  ].join('')
  return body + crc16(body)
}

function beneficiary(code: VietQr): string {
  if (!/^\d{6}$/.test(code.bin)) throw refused('bank')
  if (!/^[A-Za-z0-9]{1,19}$/.test(code.account)) throw refused('account')
  return [
    writeTlv('00', NAPAS_AID),
    writeTlv('01', writeTlv('00', code.bin) + writeTlv('01', code.account)),
    writeTlv('02', serviceCodes[code.service]),
  ].join('')
}

function amount(dong: Dong | undefined): string {
  if (dong === undefined) return ''
  if (!Number.isSafeInteger(dong) || dong < 1 || dong >= INSTANT_TRANSFER_LIMIT) {
    throw refused('amount')
  }
  return writeTlv('54', String(dong))
}

function additional(code: VietQr): string {
  const fields = additionalData.flatMap(([id, name]) => {
    const value = plain(code[name])
    if (value === undefined) return []
    if (value.length > 25) throw refused('additional-data')
    return [writeTlv(id, value)]
  })
  const value = fields.join('')
  if (value.length > 99) throw refused('additional-data')
  return value === '' ? '' : writeTlv('62', value)
}

function optional(id: string, value: string | undefined, shape: RegExp): string {
  const text = plain(value)
  if (text === undefined) return ''
  if (!shape.test(text)) throw refused('merchant')
  return writeTlv(id, text)
}

/** Printable ASCII, or nothing when nothing printable is left. */
function plain(text: string | undefined): string | undefined {
  const ascii = stripDiacritics(text ?? '')
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
  return ascii === '' ? undefined : ascii
}
