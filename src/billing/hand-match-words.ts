import type { Text } from '../core/text.ts'

/** Giving money that stands in suspense to the bill it was meant for. */
export const handMatchWords = {
  title: { vi: 'Khớp với một phiếu', en: 'Match to a bill' },
  candidates: { vi: 'Phiếu đang chờ tiền', en: 'Bills waiting for money' },
  order: {
    vi: 'Cùng số tiền trước, rồi gần thời điểm nhất. Phím ↑ ↓ để chọn.',
    en: 'Same amount first, then nearest in time. ↑ ↓ choose.',
  },
  noCandidates: {
    vi: 'Không có phiếu nào đang chờ tiền. Nhập mã nếu biết phiếu.',
    en: 'No bill is waiting for money. Type its code if you know the bill.',
  },
  sameAmount: { vi: 'Đúng số tiền', en: 'Same amount' },
  less: { vi: 'Thiếu {amount}', en: '{amount} short' },
  more: { vi: 'Thừa {amount}', en: '{amount} too much' },
  remaining: { vi: 'Còn phải trả', en: 'Remaining' },
  nearness: { vi: 'Lập lúc', en: 'Issued' },
  before: { vi: '{time} trước khi tiền đến', en: '{time} before the money' },
  after: { vi: '{time} sau khi tiền đến', en: '{time} after the money' },
  other: { vi: 'Hoặc mã / số phiếu khác', en: 'Or another bill code or number' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Ví dụ: người trả đưa ảnh chụp giao dịch tại quầy.',
    en: 'For example: the payer showed the transfer at the counter.',
  },
  final: {
    vi: 'Không hoàn tác được: khớp xong, phiếu thu có số ngay. Đối chiếu trước khi bấm.',
    en: 'It cannot be undone: the receipt gets its number at once. Compare before you press.',
  },
  submit: { vi: 'Khớp vào phiếu này', en: 'Match to this bill' },
  chooseBill: { vi: 'Chọn một phiếu hoặc nhập mã phiếu.', en: 'Choose a bill or type its code.' },
  done: { vi: 'Đã khớp vào phiếu {number}', en: 'Matched to bill {number}' },
  matchedBy: { vi: 'Khớp tay bởi', en: 'Matched by hand by' },
  notYours: {
    vi: 'Khớp tay là việc của trưởng thu ngân.',
    en: 'Matching by hand is the head cashier’s.',
  },
} as const satisfies Record<string, Text>
