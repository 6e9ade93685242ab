import type { ViewAction } from '../core/event.ts'
import type { Text } from '../core/text.ts'

/** What the log of views calls its entries; one it does not know is shown as it stands. */
export const viewActions: Readonly<Record<ViewAction, Text>> = {
  'record.viewed': { vi: 'Xem bệnh án', en: 'Read the record' },
  'exam.viewed': { vi: 'Xem lượt khám', en: 'Read the exam' },
  'visit.viewed': { vi: 'Mở trang của người khám', en: 'Opened the patient’s page' },
  'patient.viewed': { vi: 'Xem thông tin cá nhân', en: 'Read the personal data' },
  'certificate.printed': { vi: 'In giấy khám', en: 'Printed the certificate' },
  'paper-form.printed': { vi: 'In phiếu khám ghi tay', en: 'Printed the paper form' },
  'bill.printed': { vi: 'In phiếu thanh toán', en: 'Printed the bill' },
  'receipt.printed': { vi: 'In phiếu thu', en: 'Printed the receipt' },
  'slip.printed': { vi: 'In phiếu đi khám', en: 'Printed the slip' },
  'invoice.viewed': { vi: 'Xem phiếu thanh toán', en: 'Read the bill' },
  'group-bills.printed': { vi: 'In bảng kê của đoàn', en: 'Printed the bills of the group' },
  'transmission.viewed': { vi: 'Xem việc gửi giấy khám', en: 'Read the transmission' },
  'renewal-case.viewed': { vi: 'Xem hồ sơ đổi giấy phép', en: 'Read the renewal case' },
  'audit.viewed': { vi: 'Xem nhật ký', en: 'Read the audit log' },
}
