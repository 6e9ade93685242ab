import type { Text } from '../core/text.ts'

const qrFault = {
  crc: {
    vi: 'Mã QR bị hỏng: mã kiểm tra (CRC) không khớp.',
    en: 'The code is damaged: its checksum does not match.',
  },
  length: {
    vi: 'Mã QR sai độ dài của một trường.',
    en: 'A field of the code has the wrong length.',
  },
  duplicate: { vi: 'Mã QR có một trường lặp lại.', en: 'A field of the code stands twice.' },
  order: {
    vi: 'Mã QR phải bắt đầu bằng trường 00 và kết thúc bằng trường 63.',
    en: 'The code must begin with tag 00 and end with tag 63.',
  },
  format: {
    vi: 'Phiên bản định dạng của mã QR phải là 01.',
    en: 'The payload format of the code must be 01.',
  },
  'point-of-initiation': {
    vi: 'Phương thức khởi tạo phải là 11 (tĩnh) hoặc 12 (động).',
    en: 'The point of initiation must be 11 (static) or 12 (dynamic).',
  },
  nested: {
    vi: 'Các trường con của mã QR không cộng đủ độ dài.',
    en: 'The lengths of nested fields do not add up.',
  },
  bank: { vi: 'Mã ngân hàng (BIN) phải gồm 6 chữ số.', en: 'The bank (BIN) must be six digits.' },
  account: {
    vi: 'Số tài khoản phải gồm 1–19 chữ cái không dấu hoặc chữ số.',
    en: 'The account must be 1–19 letters or digits.',
  },
  service: {
    vi: 'Mã dịch vụ phải là QRIBFTTA hoặc QRIBFTTC và nằm ở trường 38-02.',
    en: 'The service code must be QRIBFTTA or QRIBFTTC, in tag 38-02.',
  },
  currency: { vi: 'Tiền tệ phải là VND (704).', en: 'The currency must be VND (704).' },
  country: { vi: 'Quốc gia phải là VN.', en: 'The country must be VN.' },
  amount: {
    vi: 'Số tiền phải là số nguyên dương, không có số 0 ở đầu, dưới hạn mức chuyển nhanh.',
    en: 'The amount must be a positive integer without a leading zero, below the transfer limit.',
  },
  merchant: {
    vi: 'Tên, thành phố hoặc loại hình của đơn vị nhận không đúng quy định.',
    en: "The payee's name, city or category breaks the format.",
  },
  'additional-data': {
    vi: 'Thông tin bổ sung quá dài (mỗi mục tối đa 25 ký tự, tổng tối đa 99).',
    en: 'The additional data are too long (25 characters each, 99 in all).',
  },
} as const satisfies Record<string, Text>

const stateRefuses = {
  draft: { vi: 'Phiếu thu còn là bản nháp.', en: 'The bill is still a draft.' },
  issued: {
    vi: 'Phiếu thu đã phát hành, không làm được việc này.',
    en: 'The bill has been issued; this cannot be done.',
  },
  balanced: { vi: 'Phiếu thu đã được thanh toán đủ.', en: 'The bill is already paid in full.' },
  cancelled: { vi: 'Phiếu thu đã hủy.', en: 'The bill has been cancelled.' },
  'entered-in-error': {
    vi: 'Phiếu thu đã ghi nhầm và không còn hiệu lực.',
    en: 'The bill was entered in error.',
  },
} as const satisfies Record<string, Text>

const priceFault = {
  'unknown-price': {
    vi: 'Bảng giá không có mã “{code}”.',
    en: 'The price list has no code “{code}”.',
  },
  'price-unpublished': {
    vi: 'Giá của mã “{code}” chưa công khai nên chưa được thu.',
    en: 'The price of “{code}” is not published, so it cannot be billed.',
  },
  'price-not-in-effect': {
    vi: 'Giá của mã “{code}” chưa hoặc không còn hiệu lực.',
    en: 'The price of “{code}” is not in effect today.',
  },
} as const satisfies Record<string, Text>

const aboveTransferLimit = {
  vi: 'Số tiền từ 500.000.000 đ trở lên không chuyển nhanh qua VietQR được; hãy chuyển khoản thường hoặc trả tại quầy.',
  en: 'Amounts of 500,000,000 đ and above cannot be sent by VietQR; pay by ordinary transfer or at the counter.',
} as const satisfies Text

const refusals = {
  examCancelled: {
    vi: 'Lượt khám đã hủy nên không lập phiếu thanh toán được.',
    en: 'The exam has been cancelled; it cannot be billed.',
  },
  alreadyBilled: {
    vi: 'Dịch vụ này đã có trong phiếu {number} của cùng lượt khám.',
    en: 'Bill {number} of this exam charges this service already.',
  },
  hasPayments: {
    vi: 'Phiếu đã nhận tiền; phải hoàn tiền trước khi hủy.',
    en: 'The bill has received money; refund it before cancelling.',
  },
  tooLittle: {
    vi: 'Tiền khách đưa ít hơn số còn phải trả ({remaining}).',
    en: 'The cash given is less than what remains ({remaining}).',
  },
  notInSuspense: {
    vi: 'Giao dịch này đã được xử lý, không khớp tay được nữa.',
    en: 'This transaction has been dealt with; it cannot be matched by hand.',
  },
  unknownBill: {
    vi: 'Không có phiếu thanh toán mang mã hoặc số này.',
    en: 'There is no bill with this code or number.',
  },
  unreadable: {
    vi: 'Thông báo hợp lệ nhưng không đọc được nội dung giao dịch.',
    en: 'The notification is genuine but its transaction cannot be read.',
  },
  forged: {
    vi: 'Không chứng thực được thông báo này.',
    en: 'This notification could not be authenticated.',
  },
} as const satisfies Record<string, Text>

export const words = { qrFault, stateRefuses, priceFault, aboveTransferLimit, ...refusals }
