import type { Text } from '../core/text.ts'

/** Reception lets somebody who is booked arrive. */
export const arrivalWords = {
  title: { vi: 'Đến theo lịch hẹn', en: 'Arrival by appointment' },
  back: { vi: 'Lịch hẹn', en: 'Appointments' },
  booking: { vi: 'Lịch hẹn', en: 'The booking' },
  at: { vi: 'Giờ hẹn', en: 'Time' },
  name: { vi: 'Họ và tên', en: 'Name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  licenceClass: { vi: 'Hạng', en: 'Class' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  state: { vi: 'Tình trạng', en: 'State' },
  who: { vi: 'Người đến', en: 'Who has come' },
  whoHint: {
    vi: 'Cùng họ tên và ngày sinh với lịch hẹn. Không đúng người thì quét thẻ.',
    en: 'Name and birth date are those of the booking. If it is someone else, scan the card.',
  },
  byCard: { vi: 'Theo thẻ được quét ở dưới', en: 'By the card scanned below' },
  scan: { vi: 'Quét mã QR trên thẻ căn cước', en: 'Scan the QR code of the identity card' },
  scanHint: {
    vi: 'Đánh dấu đồng ý trước; quét xong là mở lượt khám ngay.',
    en: 'Tick the consents first: the scan opens the exam at once.',
  },
  consents: { vi: 'Người khám đồng ý', en: 'The patient consents' },
  submit: { vi: 'Mở lượt khám', en: 'Open the exam' },
  otherLicence: {
    vi: 'Khác hạng, khác mục đích, hoặc cần ghi giấy phép đang giữ: mở lượt khám đầy đủ',
    en: 'Another class or purpose, or the licence held to be noted: open the exam in full',
  },
  nobody: {
    vi: 'Chọn người trong hồ sơ hoặc quét thẻ.',
    en: 'Choose the person on record, or scan the card.',
  },
  accentsLost: {
    vi: 'Máy quét không gửi dấu. Chọn người này trong hồ sơ; chưa có hồ sơ thì tiếp nhận trước.',
    en: 'The scanner sent no accents. Choose the person on record; without a record, register them first.',
  },
  ofAnother: {
    vi: 'Thẻ vừa quét là của người khác, không phải người đặt lịch. Người ấy đến khám thì mở lượt khám riêng.',
    en: 'The card scanned is another’s, not of who booked. If they come for an exam, open one of their own.',
  },
  notNow: { vi: 'Lịch hẹn này không chờ ai đến nữa', en: 'Nobody is awaited by this appointment' },
  toVisit: { vi: 'Đến lượt khám', en: 'Go to the visit' },
  exists: {
    vi: 'Thẻ này thuộc về người đã có hồ sơ với dữ liệu khác. Mở hồ sơ để xem và sửa trước.',
    en: 'This card belongs to somebody on record whose data differ. Open the record and look first.',
  },
  toRecord: { vi: 'Mở hồ sơ', en: 'Open the record' },
} as const satisfies Record<string, Text>
