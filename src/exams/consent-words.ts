import type { Text } from '../core/text.ts'
import type { ConsentScope } from './consent.ts'

/** What the applicant agrees to; a change of the wording is a new version. */
export const consentWording: Record<ConsentScope, { version: string; text: Text }> = {
  exam: {
    version: 'exam-2026-1',
    text: {
      vi: 'Đồng ý để cơ sở khám, ghi và lưu dữ liệu sức khỏe của tôi cho việc cấp giấy khám sức khỏe lái xe.',
      en: 'I agree that the centre examines me and records and keeps my health data for the driving health certificate.',
    },
  },
  renewal: {
    version: 'renewal-2026-1',
    text: {
      vi: 'Đồng ý để cơ sở gửi kết quả đạt và mở hồ sơ đổi giấy phép lái xe thay tôi.',
      en: 'I agree that the centre sends on a passing result and opens the licence-renewal case for me.',
    },
  },
}
