import type { DomainEvent } from '../core/event.ts'
import type { Text } from '../core/text.ts'

type KeyOf<Event> = Event extends DomainEvent ? keyof Event : never

/** An exam's outcome is the patient's health: whoever audits acts has no need of it. */
export type DetailKey = Exclude<KeyOf<DomainEvent>, 'type' | 'outcome'>

/** What of an event's detail is shown, and what it is called. */
export const detailWords: Readonly<Record<DetailKey, Text>> = {
  formerPatientId: { vi: 'Mã người bị nhầm', en: 'Id of the wrong person' },
  patientId: { vi: 'Mã người khám', en: 'Person id' },
  stationId: { vi: 'Mã bàn', en: 'Station id' },
  number: { vi: 'Số thứ tự', en: 'Ticket number' },
  priority: { vi: 'Ưu tiên', en: 'Priority' },
  ending: { vi: 'Kết thúc', en: 'Ending' },
  visitId: { vi: 'Mã lượt đến', en: 'Visit id' },
  groupId: { vi: 'Mã đoàn', en: 'Group id' },
  slotId: { vi: 'Mã giờ hẹn', en: 'Slot id' },
  appointmentId: { vi: 'Mã lịch hẹn', en: 'Appointment id' },
  messageId: { vi: 'Mã tin nhắn', en: 'Message id' },
  templateId: { vi: 'Mã mẫu tin', en: 'Template id' },
  added: { vi: 'Đã ghi', en: 'Added' },
  left: { vi: 'Chưa ghi', en: 'Left' },
  count: { vi: 'Số lượng', en: 'Count' },
  source: { vi: 'Nguồn', en: 'Source' },
  examId: { vi: 'Mã phiếu khám', en: 'Exam id' },
  invoiceId: { vi: 'Mã hóa đơn', en: 'Bill id' },
  paymentId: { vi: 'Mã khoản thu', en: 'Payment id' },
  bankTransactionId: { vi: 'Mã giao dịch', en: 'Transfer id' },
  transmissionId: { vi: 'Mã lần gửi', en: 'Transmission id' },
  caseId: { vi: 'Mã hồ sơ đổi', en: 'Case id' },
  staffId: { vi: 'Mã tài khoản', en: 'Account id' },
  deviceId: { vi: 'Thiết bị', en: 'Device' },
  tokenId: { vi: 'Mã khóa', en: 'Token id' },
  facilityId: { vi: 'Mã cơ sở', en: 'Facility id' },
  sections: { vi: 'Mục khám', en: 'Sections' },
  signed: { vi: 'Có ký', en: 'Signed' },
  certificateNumber: { vi: 'Giấy khám số', en: 'Certificate' },
  concludedOn: { vi: 'Ngày kết luận', en: 'Concluded on' },
  consent: { vi: 'Đồng ý cho', en: 'Consent to' },
  codes: { vi: 'Mã dịch vụ', en: 'Service codes' },
  code: { vi: 'Mã dịch vụ', en: 'Service code' },
  change: { vi: 'Thay đổi', en: 'Change' },
  version: { vi: 'Lần lưu', en: 'Version' },
  payeeChangeId: { vi: 'Mã yêu cầu đổi tài khoản', en: 'Payee request' },
  integration: { vi: 'Kết nối', en: 'Integration' },
  finding: { vi: 'Kết quả kiểm tra', en: 'What was found' },
  total: { vi: 'Tổng tiền', en: 'Total' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  reason: { vi: 'Lý do', en: 'Reason' },
  match: { vi: 'Kết quả khớp', en: 'Match' },
  state: { vi: 'Trạng thái', en: 'State' },
}

export const furtherWords = {
  subjectId: { vi: 'Mã đối tượng', en: 'Subject id' },
  requestId: { vi: 'Mã yêu cầu', en: 'Request id' },
} as const satisfies Record<string, Text>

export const consentWords = {
  exam: { vi: 'khám', en: 'the exam' },
  renewal: { vi: 'đổi giấy phép', en: 'the renewal' },
} as const satisfies Record<string, Text>
