import type { Text } from '../core/text.ts'

/** What the homes of those say who take money. */
export const tillWords = {
  billNext: { vi: 'Lập phiếu tiếp: {name}', en: 'Make the next bill: {name}' },
  makeBill: { vi: 'Lập phiếu thanh toán', en: 'Make the bill' },
  takeNext: { vi: 'Thu tiếp: {name}', en: 'Take payment next: {name}' },
  take: { vi: 'Thu {amount}', en: 'Take {amount}' },
  nobodyToPay: { vi: 'Không có ai chờ thu phí', en: 'Nobody is waiting to pay' },
  unbilled: { vi: 'Chưa lập phiếu thanh toán', en: 'No bill yet' },
  nobodyUnbilled: { vi: 'Mọi người đều đã có phiếu thanh toán', en: 'Everybody has a bill' },
  unpaid: { vi: 'Chờ thu hôm nay', en: 'To be paid today' },
  nothingUnpaid: { vi: 'Không có phiếu nào chờ thu', en: 'No bill waits for money' },
  number: { vi: 'Số', en: 'Number' },
  due: { vi: 'Còn phải thu', en: 'Due' },
  takings: { vi: 'Đã thu hôm nay', en: 'Taken today' },
  cash: { vi: 'Tiền mặt', en: 'Cash' },
  transfer: { vi: 'Chuyển khoản', en: 'Transfer' },
  allBills: { vi: 'Quầy thu phí', en: 'The counter' },
  bank: { vi: 'Chuyển khoản cần xem', en: 'Transfers that need a hand' },
  content: { vi: 'Nội dung', en: 'Memo' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  earlier: { vi: 'Chưa thu từ những ngày trước', en: 'Unpaid from earlier days' },
  owedInAll: { vi: '{count} phiếu, còn {amount}', en: '{count} bills, {amount} due' },
  matchNext: { vi: 'Khớp tiếp một khoản {amount}', en: 'Match the next transfer: {amount}' },
  match: { vi: 'Khớp vào phiếu', en: 'Match it' },
} as const satisfies Record<string, Text>
