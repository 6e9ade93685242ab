import type { Text } from '../core/text.ts'

/** The concluding doctor's page. */
export const conclusionWords = {
  outcome: { vi: 'Kết luận của bác sĩ', en: 'The doctor’s conclusion' },
  reasonHint: {
    vi: 'Bắt buộc. In trên giấy khám sức khỏe.',
    en: 'Required. It is printed on the certificate.',
  },
  reasonFromRules: {
    vi: 'Lấy từ các điều không đạt; sửa được. In trên giấy khám sức khỏe.',
    en: 'Taken from what disqualifies; you may change it. It is printed on the certificate.',
  },
  reexamineLater: {
    vi: 'Sau hôm nay, ví dụ sau 3 tháng.',
    en: 'After today, for example in three months.',
  },
  signedBy: {
    vi: 'Ký với tên {name}, số CCHN {registration}',
    en: 'Signed as {name}, registration {registration}',
  },
  unusual: { vi: 'Đáng chú ý', en: 'Worth a look' },
  nothingUnusual: {
    vi: 'Không có câu trả lời hay kết quả bất thường nào.',
    en: 'No unusual answer or result anywhere.',
  },
  password: { vi: 'Nhập lại mật khẩu của bạn để ký', en: 'Your password again, to sign' },
  sign: { vi: 'Ký kết luận', en: 'Sign the conclusion' },
  signWarning: {
    vi: 'Ký xong, mọi nội dung bị khóa, giấy khám được cấp số và gửi đi.',
    en: 'Once signed, everything is frozen, the certificate gets its number and goes out.',
  },
  cannotConclude: { vi: 'Chưa kết luận được', en: 'Cannot conclude yet' },
  unsigned: {
    vi: 'Có mục chưa có chữ ký bác sĩ: {sections}. Người kết luận chịu trách nhiệm toàn bộ.',
    en: 'Without a doctor’s signature: {sections}. Who concludes answers for all of it.',
  },
} as const satisfies Record<string, Text>
