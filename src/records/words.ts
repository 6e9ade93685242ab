import type { ViewAction } from '../core/event.ts'
import type { Text } from '../core/text.ts'

export const words = {
  records: { vi: 'Bệnh án', en: 'Records' },
  recordOf: { vi: 'Bệnh án của {name}', en: 'Record of {name}' },
  back: { vi: 'Tất cả bệnh án', en: 'All records' },
  search: { vi: 'Tìm theo tên, số giấy tờ, điện thoại', en: 'Find by name, number, phone' },
  find: { vi: 'Tìm', en: 'Find' },
  name: { vi: 'Họ tên', en: 'Name' },
  birthDate: { vi: 'Ngày sinh', en: 'Born' },
  encounters: { vi: 'Số lần khám', en: 'Encounters' },
  lastAt: { vi: 'Lần gần nhất', en: 'Last' },
  none: { vi: 'Chưa có bệnh án nào.', en: 'No records yet.' },
  noneText: {
    vi: 'Bệnh án được ghi khi bác sĩ ký kết luận.',
    en: 'A record is written when the doctor signs the conclusion.',
  },
  noEncounter: { vi: 'Người này chưa có lần khám nào kết luận.', en: 'No concluded exam yet.' },
  driverExam: { vi: 'Khám sức khỏe lái xe hạng {class}', en: 'Driver health exam, class {class}' },
  started: { vi: 'Đến', en: 'Arrived' },
  ended: { vi: 'Kết luận lúc', en: 'Concluded at' },
  doctor: { vi: 'Bác sĩ kết luận', en: 'Concluded by' },
  certificate: { vi: 'Giấy khám số', en: 'Certificate' },
  reason: { vi: 'Lý do', en: 'Reason' },
  openExam: { vi: 'Mở lượt khám', en: 'Open the exam' },
  seal: { vi: 'Dấu vân tay nội dung', en: 'Content fingerprint' },
  intact: { vi: 'Còn nguyên như khi ký', en: 'As it was signed' },
  tampered: { vi: 'Khác nội dung đã ký', en: 'Not what was signed' },
  tamperedText: {
    vi: 'Nội dung lưu không khớp dấu vân tay lúc ký. Báo ngay người quản trị; không cấp bản sao.',
    en: 'What is kept does not match the fingerprint at signing. Tell the administrator at once; hand out no copy.',
  },
  views: { vi: 'Ai đã xem và in', en: 'Who looked and printed' },
} as const satisfies Record<string, Text>

/** What the log of views calls its entries; one it does not know is shown as it stands. */
export const viewActions: Readonly<Record<ViewAction, Text>> = {
  'record.viewed': { vi: 'Xem bệnh án', en: 'Read the record' },
  'exam.viewed': { vi: 'Xem lượt khám', en: 'Read the exam' },
  'patient.viewed': { vi: 'Xem thông tin cá nhân', en: 'Read the personal data' },
  'certificate.printed': { vi: 'In giấy khám', en: 'Printed the certificate' },
  'paper-form.printed': { vi: 'In phiếu khám ghi tay', en: 'Printed the paper form' },
  'bill.printed': { vi: 'In hóa đơn', en: 'Printed the bill' },
  'receipt.printed': { vi: 'In biên lai', en: 'Printed the receipt' },
  'invoice.viewed': { vi: 'Xem hóa đơn', en: 'Read the bill' },
  'transmission.viewed': { vi: 'Xem việc gửi giấy khám', en: 'Read the transmission' },
  'renewal-case.viewed': { vi: 'Xem hồ sơ đổi giấy phép', en: 'Read the renewal case' },
  'audit.viewed': { vi: 'Xem nhật ký', en: 'Read the audit log' },
}
