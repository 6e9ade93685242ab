import type { Text } from '../core/text.ts'

/** The way of a renewal as its owner follows it. */
export const wayWords = {
  title: { vi: 'Hồ sơ đổi giấy phép lái xe', en: 'Licence renewal' },
  steps: { vi: 'Các bước đổi giấy phép', en: 'Steps of the renewal' },
  code: { vi: 'Mã hồ sơ của cơ quan cấp phép', en: 'The authority’s dossier code' },
  codeHint: {
    vi: 'Đọc mã này khi hỏi cơ quan cấp giấy phép.',
    en: 'Give this code when you ask the licence authority.',
  },
  history: { vi: 'Diễn biến chi tiết', en: 'Everything that happened' },
  prepared: { vi: 'Chuẩn bị hồ sơ', en: 'Preparing the dossier' },
  sent: { vi: 'Gửi cơ quan cấp giấy phép', en: 'Sent to the licence authority' },
  received: { vi: 'Cơ quan tiếp nhận', en: 'Received by the authority' },
  processed: { vi: 'Cơ quan xử lý', en: 'Processed by the authority' },
  done: { vi: 'Có giấy phép mới', en: 'New licence' },
  sending: {
    vi: 'Phần mềm tự gửi ngay sau khi giấy khám được cổng bảo hiểm nhận.',
    en: 'It goes by itself once the insurance gateway has the certificate.',
  },
  receiving: {
    vi: 'Đã gửi, đang chờ tiếp nhận.',
    en: 'Sent, waiting to be received.',
  },
  processing: {
    vi: 'Thường mất 5 ngày làm việc từ khi hồ sơ hợp lệ.',
    en: 'Usually 5 working days from a valid dossier.',
  },
} as const satisfies Record<string, Text>
