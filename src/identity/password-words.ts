import type { Text } from '../core/text.ts'

export const passwordWords = {
  title: { vi: 'Đổi mật khẩu', en: 'Change password' },
  current: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  repeated: { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  rules: { vi: 'Mật khẩu mới', en: 'The new password' },
  ruleLength: { vi: 'Có từ {min} đến {max} ký tự', en: 'Has {min} to {max} characters' },
  ruleDiffers: { vi: 'Khác mật khẩu hiện tại', en: 'Differs from the current one' },
  ruleRepeated: { vi: 'Hai lần nhập giống nhau', en: 'Is typed the same twice' },
  ruleAdvice: {
    vi: 'Một câu ngắn dễ nhớ, có dấu cách, là tốt nhất.',
    en: 'A short sentence you remember, with its spaces, is best.',
  },
  submit: { vi: 'Đổi mật khẩu', en: 'Change password' },
  effect: {
    vi: 'Các phiên đăng nhập khác của bạn sẽ đóng.',
    en: 'Your other sessions will close.',
  },
  refused: {
    vi: 'Mật khẩu chưa đổi; mật khẩu cũ vẫn dùng được. Vì an toàn, hãy nhập lại cả ba mục.',
    en: 'The password is not changed; the old one still works. For safety, fill in all three again.',
  },
  changed: {
    vi: 'Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã đóng.',
    en: 'The password is changed. Your other sessions are closed.',
  },
  mustChange: {
    vi: 'Mật khẩu này do người khác cấp. Hãy đổi thành mật khẩu của riêng bạn trước khi làm việc.',
    en: 'Someone else issued this password. Change it to one of your own before you work.',
  },
} as const satisfies Record<string, Text>
