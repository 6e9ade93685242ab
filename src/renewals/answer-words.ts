import type { Text } from '../core/text.ts'

/** What an outside system's answer means when it is no sentence of its own. */
export const answerWords = {
  notLetIn: {
    vi: 'không cho đăng nhập (mã {status}): nhờ quản trị kiểm tra tài khoản kết nối',
    en: 'did not let us in (code {status}): have the administrator check the account',
  },
  busy: {
    vi: 'đang quá tải (mã {status}); phần mềm tự thử lại',
    en: 'is overloaded (code {status}); it is tried again by itself',
  },
  down: {
    vi: 'đang ngừng phục vụ (mã {status}); phần mềm tự thử lại',
    en: 'is out of service (code {status}); it is tried again by itself',
  },
  broken: { vi: 'gặp lỗi bên trong (mã {status})', en: 'had a fault of its own (code {status})' },
  refused: { vi: 'không nhận (mã {status})', en: 'refused it (code {status})' },
  unreadable: { vi: 'trả lời không đọc được', en: 'gave an answer that cannot be read' },
} as const satisfies Record<string, Text>
