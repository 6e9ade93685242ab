import type { Text } from '../core/text.ts'

/** Where a visit stands on its way, and the slip that leads the patient along it. */
export const wayWords = {
  way: { vi: 'Đang ở bước nào', en: 'Where it stands' },
  arrived: { vi: 'Tiếp nhận', en: 'Registered' },
  examined: { vi: 'Khám các chuyên khoa', en: 'Examined' },
  paid: { vi: 'Thu phí', en: 'Fee' },
  concluded: { vi: 'Kết luận', en: 'Concluded' },
  renewal: { vi: 'Hồ sơ đổi giấy phép', en: 'Licence renewal case' },
  at: { vi: 'lúc {at}', en: 'at {at}' },
  between: { vi: '{from} – {to}', en: '{from} – {to}' },
  sections: { vi: '{signed}/{total} mục đã ký', en: '{signed} of {total} sections signed' },
  waiting: { vi: 'đã chờ {long}', en: 'waiting for {long}' },
  notBegun: { vi: 'chưa mục nào bắt đầu', en: 'no section is begun' },
  noBill: { vi: 'chưa lập phiếu thanh toán', en: 'no bill yet' },
  billIssued: { vi: 'phiếu lập lúc {at}, chưa đủ tiền', en: 'billed at {at}, not paid in full' },
  openBill: { vi: 'Mở phiếu thanh toán', en: 'Open the bill' },
  makeBill: { vi: 'Lập phiếu thanh toán', en: 'Make the bill' },
  billPaid: { vi: 'đủ tiền lúc {at}', en: 'paid in full at {at}' },
  slip: { vi: 'Phiếu cho người khám', en: 'Slip for the patient' },
  slipNone: {
    vi: 'Chưa in phiếu. Phiếu có mã QR để người khám theo dõi trên điện thoại.',
    en: 'No slip yet. Its QR code lets the patient follow along on a phone.',
  },
  slipUntil: {
    vi: 'Đã in; mã QR trên phiếu mở được đến {at}.',
    en: 'Printed; its QR code opens until {at}.',
  },
  slipAgain: {
    vi: 'In lại sẽ thay mã: phiếu cũ không mở được nữa.',
    en: 'Printing again replaces the code: the old slip stops opening.',
  },
  print: { vi: 'In phiếu', en: 'Print the slip' },
  printAgain: { vi: 'In lại phiếu', en: 'Print it again' },
  withoutPhone: {
    vi: 'Phiếu cho người không có điện thoại',
    en: 'Slip for someone without a phone',
  },
  linkRefused: {
    vi: 'Lượt khám này đã hủy nên không cấp liên kết được nữa.',
    en: 'This visit is cancelled, so it has no link any more.',
  },
} as const satisfies Record<string, Text>
