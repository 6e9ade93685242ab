import type { Text } from '../core/text.ts'

const faults = {
  'not-a-date': {
    vi: 'Ngày không có thật; viết dạng năm-tháng-ngày.',
    en: 'Not a day that exists; write year-month-day.',
  },
  name: { vi: 'Họ tên phải có chữ cái.', en: 'The name must have letters in it.' },
  'personal-id': {
    vi: 'Số định danh phải có đúng 12 chữ số; CMND 9 số không còn giá trị.',
    en: 'The personal id must have 12 digits; the nine-digit id is no longer valid.',
  },
  'old-number': { vi: 'Số CMND cũ có 9 chữ số.', en: 'The old id has nine digits.' },
  passport: {
    vi: 'Hộ chiếu gồm một chữ cái rồi 6–11 chữ cái hoặc chữ số.',
    en: 'A passport number is one letter, then 6–11 letters or digits.',
  },
  phone: {
    vi: 'Số di động Việt Nam bắt đầu bằng 03, 05, 07, 08 hoặc 09 và có 10 chữ số.',
    en: 'A Vietnamese mobile number begins with 03, 05, 07, 08 or 09 and has 10 digits.',
  },
  'control-character': {
    vi: 'Có ký tự điều khiển không in được; gõ lại trên một dòng.',
    en: 'There is a control character in it; type it again on one line.',
  },
  email: { vi: 'Địa chỉ thư điện tử chưa đúng.', en: 'The e-mail address is not valid.' },
  missing: {
    vi: 'Bắt buộc khi nhập tay, không có mã QR của thẻ.',
    en: 'This is required when there is no card QR.',
  },
  'issued-with-card': {
    vi: 'Đã có thẻ căn cước thì bỏ trống ngày cấp và nơi cấp hộ chiếu.',
    en: 'With an identity card, leave out when and where the passport was issued.',
  },
  'not-with-card': {
    vi: 'Mục này đã có trong mã QR của thẻ; bỏ đi hoặc nhập tay toàn bộ.',
    en: 'The card’s QR says this already; leave it out, or give everything by hand.',
  },
} as const satisfies Record<string, Text>

type Fault = keyof typeof faults

/** For a check whose refusal speaks in our own words. */
export function own(code: Fault): { params: { code: Fault; text: Text } } {
  return { params: { code, text: faults[code] } }
}
