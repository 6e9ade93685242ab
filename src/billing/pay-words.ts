import type { Text } from '../core/text.ts'

/** How a bill is paid, and what becomes of it. */
export const payWords = {
  scan: { vi: 'Chuyển khoản bằng mã QR', en: 'Pay by QR code' },
  toPay: { vi: 'Còn phải trả', en: 'To pay' },
  qrAlt: {
    vi: 'Mã VietQR trả {amount} vào tài khoản {account}, nội dung {code}',
    en: 'VietQR paying {amount} to account {account}, memo {code}',
  },
  payee: { vi: 'Người nhận', en: 'Payee' },
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  account: { vi: 'Số tài khoản', en: 'Account' },
  memo: { vi: 'Nội dung', en: 'Memo' },
  waitingForBank: { vi: 'Đang chờ ngân hàng báo tiền về', en: 'Waiting for the bank’s news' },
  waitingHint: {
    vi: 'Trang tự đổi khi tiền về; không cần tải lại.',
    en: 'The page turns by itself when the money comes.',
  },
  byTransfer: { vi: 'Trả bằng chuyển khoản thường', en: 'Pay by ordinary transfer' },
  noQr: { vi: 'Không có mã QR', en: 'No QR code' },
  partly: { vi: 'Đã nhận {paid} trong {total}', en: '{paid} of {total} received' },
  partlyText: {
    vi: 'Mã QR này chỉ cho phần còn lại; phần đã nhận vẫn nằm trên phiếu.',
    en: 'This code is for the rest only; what came in stays on the bill.',
  },
  allPaid: { vi: 'Đã thu đủ', en: 'Paid in full' },
  byCash: { vi: 'Tiền mặt, {name} thu', en: 'Cash, taken by {name}' },
  byBank: { vi: 'Chuyển khoản', en: 'By transfer' },
  change: { vi: 'Tiền thối lại', en: 'Change' },
  short: { vi: 'Còn thiếu', en: 'Still short' },
  overpaid: { vi: 'Trả thừa {amount}', en: '{amount} too much' },
  overpaidText: {
    vi: 'Phần thừa đang ghi nợ người trả. Báo trưởng thu ngân để hoàn lại; đừng trả tiền mặt từ ngăn kéo.',
    en: 'The rest is owed to the payer. Tell the head cashier to refund it; give no cash from the drawer.',
  },
  paidWrongly: { vi: 'Thu nhầm?', en: 'Taken by mistake?' },
  paidWronglyText: {
    vi: 'Không hoàn tác được: tiền đã vào sổ và phiếu thu đã có số. Báo trưởng thu ngân; mọi sửa đổi được ghi thành bút toán mới.',
    en: 'It cannot be undone: the money is booked and the receipt has its number. Tell the head cashier; whatever is put right becomes an entry of its own.',
  },
  dong: { vi: 'đ', en: 'đ' },
  cashTitle: { vi: 'Thu tiền mặt', en: 'Take cash' },
  tendered: { vi: 'Tiền khách đưa', en: 'Cash given' },
  takeCash: { vi: 'Thu {amount}', en: 'Take {amount}' },
  tenderedHint: {
    vi: 'Gõ ngay số tiền, không cần bấm vào ô; Enter để thu.',
    en: 'Just type the amount, wherever you are on the page; Enter takes it.',
  },
  cashGiven: { vi: 'Khách đưa {amount}', en: 'Given {amount}' },
  notAnAmount: {
    vi: 'Nhập số tiền bằng chữ số, ví dụ 300000. Chưa thu gì cả.',
    en: 'Type the amount in digits, such as 300000. Nothing has been taken.',
  },
  payments: { vi: 'Các lần nhận tiền', en: 'Payments' },
  receipt: { vi: 'Số phiếu thu', en: 'Receipt' },
  method: { vi: 'Cách trả', en: 'Method' },
  takenAt: { vi: 'Lúc', en: 'At' },
  takenBy: { vi: 'Người thu', en: 'Taken by' },
  reference: { vi: 'Tham chiếu ngân hàng', en: 'Bank reference' },
  paid: { vi: 'Đã nhận', en: 'Received' },
  received: { vi: 'Số tiền', en: 'Amount' },
} as const satisfies Record<string, Text>
