import type { Text } from '../core/text.ts'

/** Why a request is refused before any feature has seen it. */
export const requestWords = {
  aPage: { vi: 'trang', en: 'page' },
  aRecord: { vi: 'bản ghi', en: 'record' },
  unauthenticated: {
    vi: 'Cần đăng nhập hoặc một mã truy cập (token) còn hiệu lực.',
    en: 'Sign in, or send a token that is valid.',
  },
  foreignOrigin: {
    vi: 'Yêu cầu này không đến từ trang của hệ thống. Hãy mở lại trang và làm lại.',
    en: 'This request did not come from our own page. Open the page again and repeat.',
  },
  unreadableForm: {
    vi: 'Biểu mẫu gửi lên bị cắt hoặc hỏng; hãy mở lại trang và gửi lại.',
    en: 'The form that was sent is cut or damaged; open the page again and send it again.',
  },
  invalidContent: {
    vi: 'Nội dung gửi lên chưa đúng; xem từng mục trong errors.',
    en: 'The content is wrong; see each item in errors.',
  },
  tooLarge: {
    vi: 'Nội dung gửi lên lớn hơn 3 MB; hãy gửi bản nhỏ hơn.',
    en: 'The content is larger than 3 MB; send a smaller one.',
  },
  keyMissing: {
    vi: 'Thiếu đầu mục Idempotency-Key (1–255 ký tự in được).',
    en: 'The Idempotency-Key header is missing (1–255 printable characters).',
  },
  keyMalformed: {
    vi: 'Idempotency-Key phải gồm 1–255 ký tự ASCII in được.',
    en: 'Idempotency-Key must be 1–255 printable ASCII characters.',
  },
} as const satisfies Record<string, Text>
