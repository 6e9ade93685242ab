import type { Text } from '../core/text.ts'

/** Whoever came by a kiosk, until the desk has seen their card. */
export const identityWords = {
  title: { vi: 'Chưa xác minh danh tính', en: 'Identity not verified' },
  text: {
    vi: 'Người này tự đăng ký ở ki-ốt. Xem căn cước, đối chiếu với những gì đã khai rồi xác nhận. Chưa xác nhận thì bác sĩ không ký kết luận được.',
    en: 'This person registered at a kiosk. Look at the card, compare it with what was said, then confirm. Until then no conclusion can be signed.',
  },
  said: { vi: 'Đã khai ở ki-ốt', en: 'Said at the kiosk' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  number: { vi: 'Số định danh', en: 'Personal id' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  none: { vi: 'không khai', en: 'not given' },
  seen: { vi: 'Đã xem thẻ, đúng người này', en: 'Card seen: it is them' },
  toCard: { vi: 'Xem thẻ và xác nhận', en: 'Look at the card and confirm' },
  waitsFor: { vi: 'Chờ xem căn cước', en: 'Cards to be seen' },
  waiting: { vi: 'Đã chờ', en: 'Waiting' },
  card: { vi: 'Căn cước', en: 'Card' },
  seenShort: { vi: 'Đã xem thẻ', en: 'Card seen' },
  anotherShort: { vi: 'Số của hồ sơ khác', en: 'Another’s number' },
  amend: { vi: 'Thẻ ghi khác: sửa thông tin', en: 'The card says otherwise: amend' },
  saidSeen: { vi: 'Đã xác minh danh tính.', en: 'The identity is verified.' },
  another: {
    vi: 'Số định danh này thuộc về một hồ sơ khác. Mở hồ sơ đó, đối chiếu với thẻ, rồi chuyển lượt khám sang đúng người.',
    en: 'This personal id belongs to another record. Open it, compare it with the card, and move the visit to the right person.',
  },
  toAnother: { vi: 'Mở hồ sơ đang giữ số này', en: 'Open the record that holds it' },
  unverified: {
    vi: 'Chưa ai xem thẻ căn cước của người này. Mời người khám qua quầy tiếp đón trước khi kết luận.',
    en: 'Nobody has seen this person’s card yet. Send them to reception before concluding.',
  },
} as const satisfies Record<string, Text>
