import type { Text } from '../core/text.ts'

export const liveWords = {
  tooManyStreams: {
    vi: 'Quá nhiều trang cùng mở từ nơi này. Trang này vẫn dùng được nhưng không tự cập nhật; hãy đóng bớt trang.',
    en: 'Too many pages are open from here. This one works but does not renew itself; close some others.',
  },
  stopping: {
    vi: 'Hệ thống đang khởi động lại; trang sẽ tự cập nhật tiếp sau ít giây.',
    en: 'The system is restarting; this page goes on renewing itself in a few seconds.',
  },
} as const satisfies Record<string, Text>
