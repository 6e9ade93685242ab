import type { Text } from '../core/text.ts'
import type { InvoiceState } from './invoice.ts'
import type { Match } from './matching.ts'

/** What the cashier's pages say. */
export const counterWords = {
  title: { vi: 'Thu phí', en: 'Bills' },
  lead: {
    vi: 'Người khám chờ lập phiếu, phiếu chờ tiền và tiền đã thu trong ngày.',
    en: 'Who waits for a bill, which bills wait for money, and what came in today.',
  },
  search: { vi: 'Tìm', en: 'Find' },
  searchLabel: {
    vi: 'Tên người khám, số phiếu hoặc mã phiếu',
    en: 'Patient, bill number or bill code',
  },
  clear: { vi: 'Bỏ tìm', en: 'Show all' },
  unbilled: { vi: 'Chờ lập phiếu', en: 'Waiting for a bill' },
  nobodyUnbilled: { vi: 'Không còn ai chờ lập phiếu.', en: 'Nobody is waiting for a bill.' },
  waiting: { vi: 'Chờ thanh toán', en: 'Waiting for money' },
  nothingWaiting: { vi: 'Không có phiếu nào chờ tiền.', en: 'No bill is waiting for money.' },
  settled: { vi: 'Đã thu hôm nay', en: 'Settled today' },
  nothingSettled: { vi: 'Hôm nay chưa thu phiếu nào.', en: 'No bill was settled today.' },
  patient: { vi: 'Người khám', en: 'Patient' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  licenceClass: { vi: 'Hạng', en: 'Class' },
  since: { vi: 'Từ lúc', en: 'Since' },
  number: { vi: 'Số phiếu', en: 'Bill' },
  billCode: { vi: 'Mã phiếu', en: 'Bill code' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  remaining: { vi: 'Còn phải trả', en: 'Remaining' },
  issuedAt: { vi: 'Lập lúc', en: 'Issued' },
  settledAt: { vi: 'Đủ tiền lúc', en: 'Settled' },
  cash: { vi: 'Tiền mặt', en: 'Cash' },
  transfer: { vi: 'Chuyển khoản', en: 'Transfer' },
  bankQueue: { vi: 'Giao dịch cần xử lý', en: 'Bank queue' },
} as const satisfies Record<string, Text>

export const billWords = {
  newTitle: { vi: 'Lập phiếu thanh toán', en: 'New bill' },
  newTotal: { vi: 'Tổng cộng', en: 'Total' },
  quantities: { vi: 'Dịch vụ và số lượng', en: 'Services and quantities' },
  quantitiesHint: {
    vi: 'Để trống mục không dùng. Enter để phát hành.',
    en: 'Leave what is not used empty. Enter issues the bill.',
  },
  issue: { vi: 'Phát hành phiếu', en: 'Issue the bill' },
  nothingChosen: { vi: 'Chọn ít nhất một dịch vụ.', en: 'Choose at least one service.' },
  wholeNumber: {
    vi: 'Số lượng phải là số nguyên từ 1 trở lên.',
    en: 'The quantity must be a whole number from 1.',
  },
  alreadyBilled: { vi: 'Lượt khám này đã có phiếu', en: 'This exam has a bill already' },
  openIt: { vi: 'Mở phiếu {number}', en: 'Open bill {number}' },
  illustrative: {
    vi: 'Giá minh họa, chưa có quyết định của cơ quan có thẩm quyền.',
    en: 'Illustrative prices, decided by no authority.',
  },
  title: { vi: 'Phiếu thanh toán', en: 'Bill' },
  lines: { vi: 'Nội dung thu', en: 'Charges' },
  service: { vi: 'Dịch vụ', en: 'Service' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  quantity: { vi: 'Số lượng', en: 'Quantity' },
  price: { vi: 'Đơn giá', en: 'Price' },
  amount: { vi: 'Thành tiền', en: 'Amount' },
  inWords: { vi: 'Bằng chữ', en: 'In Vietnamese words' },
  paid: { vi: 'Đã nhận', en: 'Received' },
  overpaid: { vi: 'Trả thừa', en: 'Overpaid' },
  scan: { vi: 'Quét để trả {amount}', en: 'Scan to pay {amount}' },
  qrAlt: {
    vi: 'Mã VietQR trả {amount} vào tài khoản {account}, nội dung {code}',
    en: 'VietQR paying {amount} to account {account}, memo {code}',
  },
  payee: { vi: 'Người nhận', en: 'Payee' },
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  account: { vi: 'Số tài khoản', en: 'Account' },
  memo: { vi: 'Nội dung chuyển khoản', en: 'Memo' },
  waitingForMoney: {
    vi: 'Trang tự báo khi ngân hàng báo có tiền.',
    en: 'This page tells by itself when the bank reports the money.',
  },
  noQr: { vi: 'Không có mã QR', en: 'No QR code' },
  allPaid: { vi: 'Đã thanh toán đủ', en: 'Paid in full' },
  toRefund: {
    vi: 'Người trả đã chuyển thừa {amount}; phải hoàn lại.',
    en: '{amount} too much has come in and must be given back.',
  },
  partly: {
    vi: 'Đã nhận một phần; mã QR bên dưới chỉ cho phần còn lại.',
    en: 'Part has come in; the code below is for the rest only.',
  },
  cashTitle: { vi: 'Thu tiền mặt', en: 'Take cash' },
  tendered: { vi: 'Tiền khách đưa', en: 'Cash given' },
  change: { vi: 'Tiền thối lại', en: 'Change' },
  takeCash: { vi: 'Thu tiền', en: 'Take the money' },
  tenderedHint: {
    vi: 'Gõ ngay số tiền, không cần bấm vào ô; Enter để thu.',
    en: 'Just type the amount, wherever you are on the page; Enter takes it.',
  },
  notAnAmount: { vi: 'Nhập số tiền bằng chữ số.', en: 'Type the amount in digits.' },
  payments: { vi: 'Các lần nhận tiền', en: 'Payments' },
  receipt: { vi: 'Số phiếu thu', en: 'Receipt' },
  method: { vi: 'Cách trả', en: 'Method' },
  takenAt: { vi: 'Lúc', en: 'At' },
  takenBy: { vi: 'Người thu', en: 'Taken by' },
  reference: { vi: 'Tham chiếu ngân hàng', en: 'Bank reference' },
  print: { vi: 'In phiếu (PDF)', en: 'Print the bill (PDF)' },
  printReceipt: { vi: 'In phiếu thu (PDF)', en: 'Print the receipt (PDF)' },
  cancelTitle: { vi: 'Hủy phiếu', en: 'Cancel the bill' },
  cancelHint: {
    vi: 'Chỉ hủy được khi chưa nhận tiền. Tiền đến sau khi hủy sẽ vào hàng chờ.',
    en: 'Only while no money has come in. Money that comes later goes to the queue.',
  },
  cancelReason: { vi: 'Lý do hủy', en: 'Reason' },
  cancelled: { vi: 'Phiếu đã hủy', en: 'The bill has been cancelled' },
  back: { vi: 'Thu phí', en: 'Bills' },
  issuedBy: { vi: 'Người lập', en: 'Issued by' },
} as const satisfies Record<string, Text>

export const invoiceStateWords = {
  draft: { vi: 'Nháp', en: 'Draft' },
  issued: { vi: 'Chờ thanh toán', en: 'Waiting for money' },
  balanced: { vi: 'Đã thanh toán đủ', en: 'Balanced' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  'entered-in-error': { vi: 'Ghi nhầm', en: 'Entered in error' },
} as const satisfies Record<InvoiceState, Text>

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
    vi: 'Không có mã phiếu, hoặc có nhiều mã: chọn phiếu đúng và ghi lý do.',
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
  title: { vi: 'Giao dịch ngân hàng', en: 'Bank transactions' },
  oneOf: { vi: 'Giao dịch {amount}', en: 'Transaction of {amount}' },
  lead: {
    vi: 'Mọi thông báo của ngân hàng đều được giữ; việc cần người xử lý nằm ở mục đầu.',
    en: 'Every notification is kept; what needs a person comes first.',
  },
  open: { vi: 'Cần xử lý', en: 'Needs someone' },
  all: { vi: 'Tất cả', en: 'All' },
  filters: { vi: 'Lọc theo kết quả', en: 'By outcome' },
  nothing: { vi: 'Không có giao dịch nào ở mục này.', en: 'No transaction here.' },
  nothingOpen: {
    vi: 'Mọi giao dịch đã khớp; không còn gì phải xử lý.',
    en: 'Every transaction has found its bill; nothing to do.',
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
  nextStep: { vi: 'Việc cần làm', en: 'Next step' },
  matchTitle: { vi: 'Khớp với một phiếu', en: 'Match to a bill' },
  candidates: {
    vi: 'Phiếu đang chờ tiền (cùng số tiền trước, rồi gần thời điểm nhất)',
    en: 'Bills waiting for money (same amount first, then nearest in time)',
  },
  candidate: {
    vi: '{number} · {name} · còn {amount}',
    en: '{number} · {name} · {amount} remaining',
  },
  sameAmount: { vi: 'Đúng số tiền', en: 'Same amount' },
  otherBill: { vi: 'Hoặc mã / số phiếu khác', en: 'Or another bill code or number' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Ví dụ: người trả đưa ảnh chụp giao dịch tại quầy.',
    en: 'For example: the payer showed the transfer at the counter.',
  },
  doMatch: { vi: 'Khớp', en: 'Match' },
  chooseBill: { vi: 'Chọn một phiếu hoặc nhập mã phiếu.', en: 'Choose a bill or type its code.' },
  matchedBy: { vi: 'Khớp tay bởi', en: 'Matched by hand by' },
  today: { vi: 'Đối chiếu hôm nay', en: 'Today' },
  todayReceived: { vi: 'Ngân hàng báo vào', en: 'Reported by the bank' },
  todayMatched: { vi: 'Đã vào phiếu', en: 'On bills' },
  todayQueued: { vi: 'Chờ xử lý hoặc hoàn lại', en: 'In the queues' },
} as const satisfies Record<string, Text>
