import type { Text } from '../core/text.ts'

export const words = {
  keyReused: {
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác; hãy dùng khóa mới.',
    en: 'This Idempotency-Key was used for another request; use a new one.',
  },
  inProgress: {
    vi: 'Yêu cầu đầu tiên với khóa này còn đang chạy; hãy hỏi lại sau giây lát.',
    en: 'The first request with this key is still running; ask again in a moment.',
  },
  databaseUnavailable: {
    vi: 'Cơ sở dữ liệu tạm thời không trả lời. Chưa có gì được ghi; hãy thử lại sau ít giây.',
    en: 'The database does not answer for the moment. Nothing was written; try again in a few seconds.',
  },
  starting: { vi: 'Hệ thống đang khởi động.', en: 'Starting.' },
} as const satisfies Record<string, Text>

/** The made-up house of the demonstration, as its bills and certificates name it. */
export const demonstrationHouse = {
  FACILITY_NAME: 'Trung tâm Y tế quận Ngũ Hành Sơn (minh họa)',
  FACILITY_SUPERIOR: 'Sở Y tế thành phố Đà Nẵng',
  FACILITY_ADDRESS: '582 Lê Văn Hiến, phường Ngũ Hành Sơn, thành phố Đà Nẵng',
  BANK_ACCOUNT_NAME: 'TRUNG TAM Y TE NGU HANH SON',
} as const
