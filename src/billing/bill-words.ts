import type { Text } from '../core/text.ts'
import type { InvoiceState } from './invoice.ts'

/** What the pages of one bill say. */
export const billWords = {
  aBill: { vi: 'phiếu thanh toán', en: 'the bill' },
  anExam: { vi: 'lượt khám', en: 'the exam' },
  aReceipt: { vi: 'phiếu thu', en: 'the receipt' },
  newTitle: { vi: 'Lập phiếu thanh toán', en: 'New bill' },
  newTotal: { vi: 'Tổng cộng', en: 'Total' },
  quantities: { vi: 'Dịch vụ và số lượng', en: 'Services and quantities' },
  quantitiesHint: {
    vi: 'Để trống mục không dùng. Phím ↑ ↓ đi giữa các dòng, Enter phát hành phiếu.',
    en: 'Leave what is not used empty. ↑ ↓ move between the rows, Enter issues the bill.',
  },
  quantityOf: { vi: 'Số lượng: {name}', en: 'Quantity: {name}' },
  each: { vi: '{amount} / {unit}', en: '{amount} / {unit}' },
  issue: { vi: 'Phát hành phiếu', en: 'Issue the bill' },
  issueHint: {
    vi: 'Phiếu có số ngay khi phát hành; người khám trả bằng mã QR hoặc tiền mặt.',
    en: 'The bill gets its number at once; it is paid by QR code or in cash.',
  },
  issued: { vi: 'Đã phát hành phiếu {number}', en: 'Bill {number} is issued' },
  undoReason: { vi: 'Hoàn tác ngay sau khi phát hành', en: 'Undone right after issuing' },
  nothingChosen: { vi: 'Chọn ít nhất một dịch vụ.', en: 'Choose at least one service.' },
  wholeNumber: {
    vi: 'Số lượng phải là số nguyên từ 1 trở lên.',
    en: 'The quantity must be a whole number from 1.',
  },
  alreadyBilled: { vi: 'Lượt khám này đã có phiếu', en: 'This exam has a bill already' },
  alreadyBilledText: {
    vi: 'Chỉ lập phiếu thứ hai nếu có dịch vụ làm thêm.',
    en: 'Issue a second one only for services that were added.',
  },
  openIt: { vi: 'Mở phiếu {number}', en: 'Open bill {number}' },
  illustrative: {
    vi: 'Giá minh họa, chưa có quyết định của cơ quan có thẩm quyền.',
    en: 'Illustrative prices, decided by no authority.',
  },
  noPrices: { vi: 'Chưa có giá nào được công khai', en: 'No price is published yet' },
  noPricesText: {
    vi: 'Chưa công khai giá thì chưa được thu. Báo người quản trị nạp bảng giá.',
    en: 'Nothing may be charged without a published price. Ask the administrator to load the list.',
  },
  title: { vi: 'Phiếu thanh toán', en: 'Bill' },
  lines: { vi: 'Nội dung thu', en: 'Charges' },
  service: { vi: 'Dịch vụ', en: 'Service' },
  quantity: { vi: 'Số lượng', en: 'Quantity' },
  price: { vi: 'Đơn giá', en: 'Price' },
  amount: { vi: 'Thành tiền', en: 'Amount' },
  inWords: { vi: 'Bằng chữ', en: 'In Vietnamese words' },
  issuedBy: { vi: 'Người lập', en: 'Issued by' },
  print: { vi: 'In phiếu', en: 'Print the bill' },
  printReceipt: { vi: 'In phiếu thu', en: 'Print the receipt' },
  onRoll: { vi: 'In cuộn 80 mm', en: 'Print on 80 mm roll' },
  back: { vi: 'Thu phí', en: 'Bills' },
} as const satisfies Record<string, Text>

export const invoiceStateWords = {
  draft: { vi: 'Nháp', en: 'Draft' },
  issued: { vi: 'Chờ thanh toán', en: 'Waiting for money' },
  balanced: { vi: 'Đã thu đủ', en: 'Paid in full' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  'entered-in-error': { vi: 'Ghi nhầm', en: 'Entered in error' },
} as const satisfies Record<InvoiceState, Text>
