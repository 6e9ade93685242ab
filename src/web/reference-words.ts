import type { Text } from '../core/text.ts'

export const referenceWords = {
  title: { vi: 'Giao diện cho máy', en: 'Machine API' },
  lead: {
    vi: 'Mọi đường dẫn mà một chương trình có thể gọi, đọc từ chính định nghĩa mà hệ thống kiểm tra.',
    en: 'Every path that a program may call, read from the very definitions that are enforced.',
  },
  document: { vi: 'Tải openapi.json', en: 'Get openapi.json' },
  contents: { vi: 'Các nhóm đường dẫn', en: 'Groups of paths' },
  request: { vi: 'Nội dung gửi lên', en: 'Request body' },
} as const satisfies Record<string, Text>
