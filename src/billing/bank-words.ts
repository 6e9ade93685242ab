import type { Text } from '../core/text.ts'
import type { Match } from './matching.ts'

export const matchWords = {
  exact: { vi: 'Khớp đúng', en: 'Exact' },
  partial: { vi: 'Thiếu tiền', en: 'Partial' },
  over: { vi: 'Thừa tiền', en: 'Over' },
  duplicate: { vi: 'Trả trùng', en: 'Duplicate' },
  late: { vi: 'Đến sau khi hủy', en: 'Late' },
  unmatched: { vi: 'Chưa rõ phiếu', en: 'Unmatched' },
  'foreign-account': { vi: 'Tài khoản khác', en: 'Foreign account' },
  outgoing: { vi: 'Tiền ra', en: 'Outgoing' },
} as const satisfies Record<Match, Text>

/** What to do about each outcome. */
export const nextStepWords = {
  exact: { vi: 'Không cần làm gì.', en: 'Nothing to do.' },
  partial: {
    vi: 'Phiếu còn thiếu tiền: mở phiếu, đưa mã QR cho phần còn lại.',
    en: 'The bill still waits: open it and show the code for the rest.',
  },
  over: {
    vi: 'Phiếu đã đủ; phần thừa đang ghi nợ người trả, cần hoàn lại.',
    en: 'The bill is settled; the rest is owed to the payer and must be refunded.',
  },
  duplicate: {
    vi: 'Phiếu đã được trả trước đó; toàn bộ số này cần hoàn lại.',
    en: 'The bill was paid before; all of this must be refunded.',
  },
  late: {
    vi: 'Phiếu đã hủy trước khi tiền đến: chuyển sang phiếu đúng, hoặc hoàn lại.',
    en: 'The bill was cancelled before: give the money to the right bill, or refund it.',
  },
  unmatched: {
    vi: 'Không có mã thanh toán, hoặc có nhiều mã: chọn phiếu đúng và ghi lý do.',
    en: 'No bill code, or more than one: choose the right bill and say why.',
  },
  'foreign-account': {
    vi: 'Không phải tài khoản của đơn vị: kiểm tra cấu hình nhà cung cấp thông báo.',
    en: "Not this centre's account: check the notifier's set-up.",
  },
  outgoing: {
    vi: 'Tiền đi ra, không tính vào phiếu nào.',
    en: 'Money going out; counted for no bill.',
  },
} as const satisfies Record<Match, Text>

export const bankWords = {
  aNotifier: { vi: 'nhà cung cấp thông báo', en: 'the notifier' },
  aTransaction: { vi: 'giao dịch ngân hàng', en: 'the bank transaction' },
  title: { vi: 'Giao dịch ngân hàng', en: 'Bank transactions' },
  oneOf: { vi: 'Giao dịch {amount}', en: 'Transaction of {amount}' },
  open: { vi: 'Cần xử lý', en: 'Needs someone' },
  all: { vi: 'Tất cả', en: 'All' },
  filters: { vi: 'Lọc theo kết quả', en: 'By outcome' },
  first: { vi: 'Xử lý giao dịch chờ lâu nhất', en: 'Take the longest waiting' },
  nothing: { vi: 'Không có giao dịch nào ở mục này', en: 'No transaction here' },
  nothingOpen: { vi: 'Mọi giao dịch đã khớp', en: 'Every transaction has found its bill' },
  nothingOpenText: {
    vi: 'Không còn gì phải xử lý. Tiền ngân hàng báo mà chưa rõ phiếu sẽ hiện ở đây.',
    en: 'Nothing to do. Money that the bank reports without a clear bill appears here.',
  },
  receivedAt: { vi: 'Nhận lúc', en: 'Received' },
  occurredAt: { vi: 'Ngân hàng ghi lúc', en: 'At the bank' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  content: { vi: 'Nội dung', en: 'Memo' },
  match: { vi: 'Kết quả', en: 'Outcome' },
  bill: { vi: 'Phiếu', en: 'Bill' },
  account: { vi: 'Tài khoản nhận', en: 'Account' },
  provider: { vi: 'Nguồn thông báo', en: 'Notifier' },
  reference: { vi: 'Tham chiếu', en: 'Reference' },
  said: { vi: 'Ngân hàng báo', en: 'What the bank said' },
  nextStep: { vi: 'Việc cần làm', en: 'Next step' },
  openBill: { vi: 'Mở phiếu {number}', en: 'Open bill {number}' },
  today: { vi: 'Đối chiếu hôm nay', en: 'Today' },
  todayReceived: { vi: 'Ngân hàng báo vào hôm nay', en: 'Reported by the bank today' },
  todayMatched: { vi: 'Đã vào phiếu', en: 'On bills' },
  todayQueued: { vi: 'Chờ xử lý hoặc hoàn lại', en: 'In the queues' },
  todayAdds: {
    vi: 'Đã vào phiếu + chờ xử lý = ngân hàng báo',
    en: 'On bills + in the queues = reported',
  },
} as const satisfies Record<string, Text>
