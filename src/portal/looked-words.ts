import type { DomainEvent, ViewAction } from '../core/event.ts'
import type { Text } from '../core/text.ts'

/** What each entry of the log means to the person whom it is about. */
export const deedWords: Readonly<Partial<Record<DomainEvent['type'] | ViewAction, Text>>> = {
  'patient.registered': { vi: 'Ghi thông tin cá nhân của bạn', en: 'Wrote down your details' },
  'patient.amended': { vi: 'Sửa thông tin cá nhân của bạn', en: 'Changed your details' },
  'patient.portrait-set': { vi: 'Lưu ảnh chân dung của bạn', en: 'Kept your portrait' },
  'patient.viewed': { vi: 'Xem thông tin cá nhân của bạn', en: 'Read your details' },
  'visit.opened': { vi: 'Ghi nhận bạn đến khám', en: 'Noted that you arrived' },
  'visit.link-issued': { vi: 'Cấp liên kết mở trang này', en: 'Made the link to this page' },
  'visit.viewed': { vi: 'Mở trang này', en: 'Opened this page' },
  'visit.given-up': { vi: 'Kết thúc lượt khám dở dang', en: 'Ended your visit unfinished' },
  'slip.printed': { vi: 'In phiếu đi khám', en: 'Printed your slip' },
  'exam.opened': { vi: 'Mở phiếu khám', en: 'Opened your exam' },
  'exam.viewed': { vi: 'Xem phiếu khám', en: 'Read your exam' },
  'exam.sections-recorded': { vi: 'Ghi vào phiếu khám', en: 'Wrote in your exam' },
  'exam.cancelled': { vi: 'Hủy phiếu khám', en: 'Cancelled your exam' },
  'exam.concluded': { vi: 'Ký kết luận', en: 'Signed the conclusion' },
  'certificate.printed': {
    vi: 'In hoặc tải giấy khám sức khỏe',
    en: 'Took a copy of the certificate',
  },
  'paper-form.printed': { vi: 'In phiếu khám ghi tay', en: 'Printed the paper form' },
  'record.viewed': { vi: 'Xem bệnh án', en: 'Read your medical record' },
  'consent.given': { vi: 'Ghi lại sự đồng ý', en: 'Recorded a consent' },
  'consent.withdrawn': { vi: 'Rút lại đồng ý', en: 'Took back a consent' },
  'invoice.issued': { vi: 'Lập phiếu thanh toán', en: 'Made the bill' },
  'invoice.cancelled': { vi: 'Hủy phiếu thanh toán', en: 'Cancelled the bill' },
  'invoice.viewed': { vi: 'Xem phiếu thanh toán', en: 'Read the bill' },
  'bill.printed': { vi: 'In hoặc tải phiếu thanh toán', en: 'Took a copy of the bill' },
  'receipt.printed': { vi: 'In hoặc tải phiếu thu', en: 'Took a copy of the receipt' },
  'payment.taken': { vi: 'Ghi nhận tiền bạn trả', en: 'Recorded your payment' },
  'transmission.updated': {
    vi: 'Gửi kết quả đến cổng giám định bảo hiểm y tế',
    en: 'Sent the result to the health-insurance gateway',
  },
  'transmission.viewed': { vi: 'Xem việc gửi kết quả', en: 'Read how the sending stands' },
  'renewal-case.opened': { vi: 'Mở hồ sơ đổi giấy phép', en: 'Opened your renewal' },
  'renewal-case.updated': { vi: 'Cập nhật hồ sơ đổi giấy phép', en: 'Moved your renewal on' },
  'renewal-case.viewed': { vi: 'Xem hồ sơ đổi giấy phép', en: 'Read your renewal' },
}

export const lookedWords = {
  title: { vi: 'Ai đã xem dữ liệu của bạn', en: 'Who looked at your data' },
  lead: {
    vi: 'Mọi lần xem, ghi và in đều để lại dấu vết ở đây. Bác sĩ hiện theo tên, người khác theo công việc.',
    en: 'Whoever reads, writes or prints leaves a trace here: doctors by name, others by their work.',
  },
  list: { vi: 'Các lần xem và ghi, mới nhất trước', en: 'Reads and writes, newest first' },
  you: { vi: 'Bạn, hoặc ai có liên kết của bạn', en: 'You, or whoever has your link' },
  system: { vi: 'Hệ thống, tự động', en: 'The system, by itself' },
  program: { vi: 'Phần mềm được cho phép: {name}', en: 'A program let in: {name}' },
  doctor: { vi: 'Bác sĩ {name}', en: 'Doctor {name}' },
  doctorBy: {
    vi: 'Bác sĩ {name}, qua phần mềm {program}',
    en: 'Doctor {name}, by the program {program}',
  },
  former: { vi: 'Nhân viên', en: 'Staff' },
  several: { vi: '{times} lần, {first}–{last}', en: '{times} times, {first}–{last}' },
  more: {
    vi: 'Còn những lần cũ hơn; hỏi quầy tiếp đón để xem đủ.',
    en: 'There are older entries; ask at reception to see all.',
  },
  wrong: {
    vi: 'Thấy điều lạ? Hãy hỏi quầy tiếp đón. Cơ sở phải trả lời bạn trong 2 ngày làm việc.',
    en: 'Something looks odd? Ask at reception. The centre must answer within 2 working days.',
  },
  back: { vi: 'Lượt khám của bạn', en: 'Your visit' },
} as const satisfies Record<string, Text>
