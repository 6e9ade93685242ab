import type { Text } from '../core/text.ts'

/** The ticket: its states, its priority, and what it says when something cannot be. */
export const ticketWords = {
  ticket: { vi: 'Số thứ tự', en: 'Ticket' },
  number: { vi: 'Số {number}', en: 'No. {number}' },
  aTicket: { vi: 'số thứ tự', en: 'ticket' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  called: { vi: 'Đang gọi', en: 'Called' },
  serving: { vi: 'Đang phục vụ', en: 'Being served' },
  done: { vi: 'Đã xong', en: 'Done' },
  'no-show': { vi: 'Gọi không đến', en: 'Did not come' },
  abandoned: { vi: 'Bỏ dở', en: 'Left unfinished' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  elderly: { vi: 'Từ đủ 75 tuổi', en: '75 or older' },
  pregnant: { vi: 'Phụ nữ có thai', en: 'Pregnant' },
  disabled: { vi: 'Người khuyết tật', en: 'Disabled' },
  priority: { vi: 'Ưu tiên', en: 'Priority' },
  noPriority: { vi: 'Không ưu tiên', en: 'No priority' },
  setPriority: { vi: 'Ghi ưu tiên', en: 'Set priority' },
  visitOver: {
    vi: 'Lượt khám này đã kết thúc: mở lượt khám mới.',
    en: 'This visit is over: open a new one.',
  },
  examSigned: {
    vi: 'Đã có phần khám được ký: lượt khám không hủy được nữa, chỉ dừng và khám tiếp hôm khác.',
    en: 'Something of the exam is signed: it cannot be cancelled any more, only left and gone on with another day.',
  },
  notNow: {
    vi: 'Số này không còn ở trạng thái đó; hãy xem lại hàng chờ.',
    en: 'This ticket is no longer in that state; look at the queue again.',
  },
} as const satisfies Record<string, Text>
