import type { Text } from '../core/text.ts'

export const cancelWords = {
  title: { vi: 'Hủy phiếu', en: 'Cancel the bill' },
  hint: {
    vi: 'Phiếu đã hủy không mở lại được; có thể lập phiếu mới. Tiền đến sau khi hủy sẽ vào hàng chờ.',
    en: 'A cancelled bill is not revived; a new one can be issued. Money that comes later goes to the queue.',
  },
  reason: { vi: 'Lý do hủy', en: 'Reason' },
  reasonHint: {
    vi: 'Ít nhất 5 ký tự, ví dụ: lập nhầm người.',
    en: 'At least 5 letters, such as: wrong person.',
  },
  notAllowed: {
    vi: 'Cần hủy phiếu này? Việc của trưởng thu ngân.',
    en: 'To cancel this bill, ask the head cashier.',
  },
  hasMoney: {
    vi: 'Không hủy được nữa: phiếu đã nhận tiền. Phải hoàn tiền trước.',
    en: 'It cannot be cancelled any more: money has come in and must be given back first.',
  },
  cancelled: { vi: 'Phiếu đã hủy', en: 'The bill has been cancelled' },
  cancelledText: {
    vi: 'Đừng nhận tiền cho phiếu này. Tiền chuyển đến sau sẽ nằm ở hàng chờ của ngân hàng.',
    en: 'Take no money for it. What is transferred later stands in the bank queue.',
  },
  again: { vi: 'Lập phiếu mới', en: 'Issue a new bill' },
  visitGivenUp: { vi: 'Lượt khám không thực hiện', en: 'The visit came to nothing' },
  done: { vi: 'Đã hủy phiếu {number}', en: 'Bill {number} is cancelled' },
} as const satisfies Record<string, Text>
