import type { Text } from '../core/text.ts'

/** What is wrong with a field of an account, and what would be right. */
export const faults = {
  username: {
    vi: 'Dùng 3–30 ký tự: chữ thường không dấu, số, dấu chấm, gạch dưới, gạch nối.',
    en: 'Use 3–30 characters: lower-case letters, digits, dot, underscore, hyphen.',
  },
  'username-taken': { vi: 'Tên đăng nhập này đã có người dùng.', en: 'This username is taken.' },
  name: { vi: 'Nhập họ và tên (2–100 ký tự).', en: 'Enter the full name (2–100 characters).' },
  grants: { vi: 'Chọn ít nhất một vai trò.', en: 'Choose at least one role.' },
  registration: {
    vi: 'Số giấy phép hành nghề có dạng 0012345/HCM-CCHN hoặc 0012345/BYT-GPHN.',
    en: 'A practising licence number looks like 0012345/HCM-CCHN or 0012345/BYT-GPHN.',
  },
  'registration-needed': {
    vi: 'Bác sĩ kết luận phải có số giấy phép hành nghề.',
    en: 'A concluding doctor must have a practising licence number.',
  },
  'registration-taken': {
    vi: 'Số giấy phép hành nghề này đã thuộc về một tài khoản khác.',
    en: 'This practising licence number belongs to another account.',
  },
  'password-length': {
    vi: 'Dùng từ 10 đến 128 ký tự.',
    en: 'Use 10 to 128 characters.',
  },
  'password-same': {
    vi: 'Mật khẩu mới phải khác mật khẩu đang dùng.',
    en: 'The new password must differ from the current one.',
  },
  'password-repeated': {
    vi: 'Hai lần nhập mật khẩu mới không giống nhau.',
    en: 'The two new passwords are not the same.',
  },
  'password-wrong': {
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The current password is wrong.',
  },
} as const satisfies Record<string, Text>
