import type { Text } from './text.ts'

/** What every feature says when it refuses. */
export const words = {
  notFound: {
    vi: 'Không tìm thấy {what}, hoặc bạn không được xem.',
    en: 'There is no such {what}, or it is not yours to see.',
  },
  staleVersion: {
    vi: 'Bản ghi đã được người khác sửa sau khi bạn mở. Hãy tải lại rồi làm tiếp; phần bạn gõ vẫn còn.',
    en: 'Someone changed this after you opened it. Reload and continue; what you typed is kept.',
  },
  invalid: {
    vi: 'Có mục chưa đúng; sửa các mục được chỉ ra rồi gửi lại.',
    en: 'Some fields are wrong; mend the ones named and send again.',
  },
  forbidden: {
    vi: 'Tài khoản của bạn không có quyền làm việc này.',
    en: 'Your account may not do this.',
  },
} as const satisfies Record<string, Text>

/** Money's sign, after the number in either language. */
export const dongSign = 'đ'
