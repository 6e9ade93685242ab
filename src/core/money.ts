import { dongSign } from './words.ts'

/** Integer đồng; ISO 4217 gives VND no minor unit. */
export type Dong = number

/** NAPAS247 refuses transfers of this amount and above. */
export const INSTANT_TRANSFER_LIMIT: Dong = 500_000_000

/** `305.000 đ`: dots between thousands, as Vietnamese bills print it. */
export function formatDong(amount: Dong): string {
  return `${groupThousands(amount)} ${dongSign}`
}

export function groupThousands(amount: Dong): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
}
