import type { Text } from '../core/text.ts'

/** The bills of a group, on the screen. */
export const groupBillWords = {
  title: { vi: 'Phiếu thanh toán của đoàn', en: 'Bills of the group' },
  issueTitle: { vi: 'Lập phiếu cho {count} người đã đến', en: 'Bill the {count} who have come' },
  issueHint: {
    vi: 'Mỗi người một phiếu với mã thanh toán riêng; tất cả được lập cùng lúc.',
    en: 'One bill each with a code of its own; all are issued at once.',
  },
  issue: { vi: 'Lập {count} phiếu', en: 'Issue {count} bills' },
  each: { vi: 'Mỗi phiếu', en: 'Each bill' },
  issuedSaid: { vi: 'Đã lập {count} phiếu.', en: '{count} bills are issued.' },
  print: { vi: 'In bảng kê', en: 'Print the list' },
  nobody: {
    vi: 'Không còn ai đã đến mà chưa có phiếu.',
    en: 'Nobody who has come is without a bill.',
  },
  none: { vi: 'Chưa có phiếu nào', en: 'No bills yet' },
  noneText: {
    vi: 'Phiếu được lập khi người của đoàn đã đến và mở lượt khám.',
    en: 'Bills are issued once people of the group have come and an exam is open.',
  },
  count: { vi: 'Số phiếu', en: 'Bills' },
  total: { vi: 'Tổng tiền', en: 'Total' },
  paid: { vi: 'Đã thu', en: 'Paid' },
  remaining: { vi: 'Còn phải thu', en: 'To be paid' },
  person: { vi: 'Họ tên', en: 'Name' },
  licenceClass: { vi: 'Hạng', en: 'Class' },
  number: { vi: 'Số phiếu', en: 'Number' },
  billCode: { vi: 'Mã thanh toán', en: 'Bill code' },
  noJointCode: {
    vi: 'Không có mã QR chung: ngân hàng chỉ báo một nội dung cho mỗi lần chuyển, nên mỗi phiếu trả bằng mã của phiếu đó hoặc tại quầy.',
    en: 'There is no joint QR code: the bank tells us one memo for each transfer, so each bill is paid by its own code or at the counter.',
  },
} as const satisfies Record<string, Text>

/** The same on paper. */
export const groupPaper = {
  title: 'BẢNG KÊ PHIẾU THANH TOÁN CỦA ĐOÀN',
  service: 'Dịch vụ khám sức khỏe lái xe',
  group: 'Đoàn',
  contact: 'Người liên hệ',
  count: 'Số phiếu',
  at: 'Lúc',
  position: 'STT',
  person: 'Họ và tên',
  birthDate: 'Ngày sinh',
  licenceClass: 'Hạng',
  number: 'Số phiếu',
  billCode: 'Mã thanh toán',
  total: 'Số tiền (đ)',
  paid: 'Đã thu (đ)',
  sum: 'Tổng cộng',
  paidSum: 'Đã thu',
  remaining: 'Còn phải thu',
  note: 'Bảng kê không thay phiếu thu. Mỗi phiếu có mã riêng: chuyển khoản từng phiếu với đúng mã thanh toán ấy, hoặc trả tại quầy.',
  company: 'Đại diện đoàn',
  house: 'Người lập bảng kê',
  signHint: '(Ký, ghi rõ họ tên)',
} as const
