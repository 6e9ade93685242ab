import type { Dong } from './money.ts'

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const scales = ['', ' nghìn', ' triệu'] as const
const BILLION = 1_000_000_000

/** `Ba trăm lẻ năm nghìn đồng`, as bills and receipts print their total. */
export function amountInWords(amount: Dong): string {
  const words = `${numberInWords(amount)} đồng`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A non-negative integer the northern accounting way: nghìn, lẻ, tỷ, `không trăm` inside. */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not an amount: ${value}`)
  return value === 0 ? digits[0] : spell(value, true)
}

/** `leading`: nothing stands before it, so its first group is not padded to hundreds. */
function spell(value: number, leading: boolean): string {
  const billions = Math.floor(value / BILLION)
  const parts = billions > 0 ? [`${spell(billions, leading)} tỷ`] : []
  let first = leading && billions === 0
  for (const power of [2, 1, 0] as const) {
    const group = Math.floor((value % BILLION) / 1000 ** power) % 1000
    if (group === 0) continue
    parts.push(spellGroup(group, first) + scales[power])
    first = false
  }
  return parts.join(' ')
}

function spellGroup(group: number, leading: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const words = leading && hundreds === 0 ? [] : [`${digits[hundreds]} trăm`]
  if (tens > 1) words.push(`${digits[tens]} mươi`)
  if (tens === 1) words.push('mười')
  if (tens === 0 && ones > 0 && words.length > 0) words.push('lẻ')
  if (ones > 0) words.push(spellOnes(ones, tens))
  return words.join(' ')
}

/** `mốt` and `tư` only after two tens or more, `lăm` after any ten. */
function spellOnes(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt'
  if (ones === 4 && tens > 1) return 'tư'
  if (ones === 5 && tens > 0) return 'lăm'
  return digits[ones] ?? ''
}
