import type { Text } from '../core/text.ts'

/** The words on the card itself, which are Vietnamese whoever reads it. */
export const onTheCard = { male: 'Nam', female: 'Nữ' } as const

/** Who issued cards, before and since July 2024. */
export const issuers = { before: 'Cục CS QLHC về TTXH', since: 'Bộ Công an' } as const

/** How the machine API's page shows a card. */
export const exampleCard = {
  qr: '048185001234|201234567|Nguyễn Thị An|12031985|Nữ|12 Lê Văn Hiến, phường Ngũ Hành Sơn, thành phố Đà Nẵng|15082024',
  name: 'Nguyễn Thị An',
  address: '12 Lê Văn Hiến',
} as const

/** What is wrong with what a scanner read. */
export const cardFaults = {
  empty: { vi: 'Chưa đọc được mã QR nào.', en: 'No QR text was read.' },
  encoding: {
    vi: 'Máy quét gửi chữ có dấu bị lỗi; đặt máy quét sang UTF-8 rồi quét lại.',
    en: 'The scanner garbles accented letters; set it to UTF-8 and scan again.',
  },
  'too-few-fields': {
    vi: 'Mã QR này không phải của thẻ căn cước, hoặc quét chưa hết.',
    en: 'This QR code is not an identity card’s, or the scan is not complete.',
  },
  number: {
    vi: 'Số định danh phải có đúng 12 chữ số.',
    en: 'The personal id must have 12 digits.',
  },
  'old-number': {
    vi: 'Số CMND cũ phải có 9 chữ số hoặc để trống.',
    en: 'The old id must have 9 digits or be empty.',
  },
  name: { vi: 'Mã QR không có họ tên.', en: 'The QR code has no name in it.' },
  'birth-date': {
    vi: 'Ngày sinh trong mã QR không phải ngày có thật.',
    en: 'The birth date in the QR code is not a day that exists.',
  },
  sex: {
    vi: 'Giới tính trong mã QR phải là Nam hoặc Nữ.',
    en: 'The sex in the QR code must be Nam or Nữ.',
  },
  'issued-on': {
    vi: 'Ngày cấp trong mã QR không phải ngày có thật.',
    en: 'The issue date in the QR code is not a day that exists.',
  },
} as const satisfies Record<string, Text>

/** What to do about it. */
export const cardRefusal: Text = {
  vi: '{fault} Quét lại thẻ, hoặc nhập tay.',
  en: '{fault} Scan the card again, or type the details in.',
}
