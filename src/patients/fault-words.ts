import type { Text } from '../core/text.ts'

/** What is wrong with what was entered, and what would be right. */
export const faultWords = {
  'not-a-date': {
    vi: 'Không có ngày này. Ví dụ đúng: 03/04/1985 (trong API: 1985-04-03).',
    en: 'There is no such day. A right one: 03/04/1985 (in the API: 1985-04-03).',
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

/** Why a registration or an amendment is refused. */
export const refusalWords = {
  duplicate: {
    vi: 'Số này đã đăng ký với dữ liệu khác; mở hồ sơ đã có để xem và sửa.',
    en: 'This number is registered with other data; open the record that is there.',
  },
  possible: {
    vi: 'Có thể người này đã có hồ sơ. Xem các hồ sơ giống nhau; nếu là người khác, gửi lại với confirmNew.',
    en: 'This person may have a record. Look at the candidates; if it is someone else, send again with confirmNew.',
  },
  taken: {
    vi: 'Số này thuộc về một hồ sơ khác; kiểm tra lại số.',
    en: 'This number belongs to another record; check the number.',
  },
  future: { vi: 'Ngày này còn ở tương lai.', en: 'This day is still to come.' },
} as const satisfies Record<string, Text>

export const searchFaults = {
  short: { vi: 'Gõ ít nhất 2 ký tự để tìm.', en: 'Type at least 2 characters to search.' },
  limit: { vi: 'limit là số từ 1 đến 100.', en: 'limit is a number from 1 to 100.' },
  after: {
    vi: 'Trang tiếp theo không đúng; tìm lại từ đầu.',
    en: 'This is no next page; search again from the start.',
  },
} as const satisfies Record<string, Text>

export const portraitFaults = {
  tooLarge: {
    vi: 'Ảnh lớn hơn 2 MB; hãy chọn hoặc chụp ảnh nhỏ hơn.',
    en: 'The picture is larger than 2 MB; choose or take a smaller one.',
  },
  notAPicture: {
    vi: 'Ảnh phải là tệp JPEG hoặc PNG.',
    en: 'The picture must be a JPEG or PNG file.',
  },
  missing: { vi: 'Chưa chọn tệp ảnh nào.', en: 'No picture was chosen.' },
} as const satisfies Record<string, Text>
