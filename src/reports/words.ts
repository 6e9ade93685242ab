import type { Text } from '../core/text.ts'

export const words = {
  audit: { vi: 'Nhật ký truy cập', en: 'Audit log' },
  lead: {
    vi: 'Ai đã làm gì, ai đã xem gì, mới nhất trước. Lần xem này cũng được ghi lại.',
    en: 'Who did what and who looked at what, newest first. Looking at it is recorded too.',
  },
  filter: { vi: 'Lọc nhật ký', en: 'Filter the log' },
  who: { vi: 'Người thực hiện', en: 'Who' },
  anyone: { vi: 'Tất cả', en: 'Everyone' },
  action: { vi: 'Việc', en: 'What' },
  anything: { vi: 'Tất cả', en: 'Everything' },
  subject: { vi: 'Mã đối tượng', en: 'Subject id' },
  subjectHint: {
    vi: 'Mã người khám, lượt khám, hóa đơn…',
    en: 'Id of a person, an exam, a bill…',
  },
  from: { vi: 'Từ ngày', en: 'From day' },
  to: { vi: 'Đến ngày', en: 'To day' },
  show: { vi: 'Lọc', en: 'Filter' },
  clear: { vi: 'Bỏ lọc', en: 'Clear' },
  at: { vi: 'Lúc', en: 'When' },
  about: { vi: 'Đối tượng', en: 'About' },
  detail: { vi: 'Chi tiết', en: 'Details' },
  open: { vi: 'Mở', en: 'Open' },
  none: { vi: 'Không có dòng nào.', en: 'No entries.' },
  noneText: { vi: 'Hãy nới bộ lọc hoặc bỏ lọc.', en: 'Widen the filter or clear it.' },
  patient: { vi: 'Người khám (trang riêng)', en: 'A patient (own page)' },
  system: { vi: 'Hệ thống', en: 'The system' },
  service: { vi: '{name} (chương trình)', en: '{name} (program)' },
  systemNamed: { vi: 'Hệ thống: {name}', en: 'System: {name}' },
  notInList: { vi: 'Chọn một mục trong danh sách.', en: 'Choose from the list.' },
  noId: {
    vi: 'Mã không đúng dạng; chép nguyên mã có 36 ký tự.',
    en: 'This is no id; copy all of its 36 characters.',
  },
  endsBefore: {
    vi: 'Ngày cuối phải không trước ngày đầu.',
    en: 'The last day must not lie before the first.',
  },
} as const satisfies Record<string, Text>
