import type { Text } from '../core/text.ts'

/** A visit's ticket on its page: where it is, what comes next, what the desk may do. */
export const ticketPageWords = {
  at: { vi: '{name} · {room}', en: '{name} · {room}' },
  calledTo: { vi: 'Đang được gọi vào', en: 'Called to' },
  servedAt: { vi: 'Đang ở', en: 'Now at' },
  waitsAt: { vi: 'Đang chờ ở', en: 'Waiting at' },
  ahead: { vi: 'còn {count} người phía trước', en: '{count} before them' },
  firstInLine: { vi: 'là người tiếp theo', en: 'next in line' },
  about: { vi: 'khoảng {long}', en: 'about {long}' },
  nowhere: { vi: 'Chưa có bàn nào mở cho việc còn lại', en: 'No open station serves what is left' },
  afterwards: { vi: 'Sau đó', en: 'After that' },
  unserved: { vi: 'Chưa có bàn: {tasks}', en: 'No station yet: {tasks}' },
  bringBack: { vi: 'Đưa trở lại hàng', en: 'Bring back into the queue' },
  giveUp: { vi: 'Hủy lượt khám', en: 'Cancel the visit' },
  giveUpHint: {
    vi: 'Người khám không khám nữa và chưa ai ký gì: phiếu khám và phiếu thu chưa trả được hủy theo; tiền đã trả vào danh sách phải hoàn.',
    en: 'They will not be examined and nobody has signed anything: exam and unpaid bill are cancelled with it; what was paid is listed to be refunded.',
  },
  saidPriority: { vi: 'Đã ghi ưu tiên', en: 'Priority set' },
  saidBack: { vi: 'Đã đưa trở lại hàng', en: 'Back in the queue' },
  saidGivenUp: { vi: 'Đã hủy lượt khám', en: 'The visit is cancelled' },
} as const satisfies Record<string, Text>
