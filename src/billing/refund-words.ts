import type { Text } from '../core/text.ts'

/** Money that came in for somebody who was not examined. */
export const refundWords = {
  title: { vi: 'Phải hoàn tiền', en: 'To be refunded' },
  hint: {
    vi: 'Đã trả tiền nhưng lượt khám bị hủy. Trưởng thu ngân hoàn tiền theo phiếu thu.',
    en: 'Paid, and then not examined. The head cashier gives it back against the receipt.',
  },
  name: { vi: 'Họ tên', en: 'Name' },
  since: { vi: 'Hủy ngày', en: 'Cancelled on' },
  paid: { vi: 'Đã trả', en: 'Paid' },
} as const satisfies Record<string, Text>
