import type { Text } from '../core/text.ts'

/** What is on record of a person, and what the form says about each. */
export const fieldWords = {
  person: { vi: 'Người khám', en: 'Person' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  card: { vi: 'Thẻ căn cước', en: 'Identity card' },
  passportGroup: { vi: 'Hộ chiếu (người nước ngoài)', en: 'Passport (for foreigners)' },
  residence: { vi: 'Địa chỉ', en: 'Address' },
  contact: { vi: 'Liên lạc', en: 'Contact' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  identityNumber: { vi: 'Số định danh (CCCD)', en: 'Personal id (CCCD)' },
  identityHint: { vi: '12 chữ số trên thẻ', en: 'The 12 digits of the card' },
  oldNumber: { vi: 'Số CMND cũ', en: 'Old nine-digit id' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  issuedPlace: { vi: 'Nơi cấp', en: 'Issued by' },
  issuedPlaceHint: {
    vi: 'Để trống: tự điền theo ngày cấp',
    en: 'Leave empty: filled in from the issue date',
  },
  passport: { vi: 'Số hộ chiếu', en: 'Passport number' },
  passportIssuedOn: { vi: 'Ngày cấp hộ chiếu', en: 'Passport issued on' },
  passportIssuedPlace: { vi: 'Nơi cấp hộ chiếu', en: 'Passport issued by' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  addressHint: {
    vi: 'Số nhà, đường, phường/xã, tỉnh/thành phố; phường và tỉnh sẽ tự nhận ra.',
    en: 'House, street, ward, province; ward and province are recognised.',
  },
  area: {
    vi: 'Chọn phường/xã khi địa chỉ không ghi rõ',
    en: 'Choose the ward where it is not clear',
  },
  ward: { vi: 'Phường/xã', en: 'Ward' },
  otherWard: { vi: 'Mã phường/xã khác', en: 'Another ward’s code' },
  otherWardHint: { vi: '5 chữ số, khi danh sách chưa có', en: '5 digits, where the list lacks it' },
  province: { vi: 'Tỉnh/thành phố', en: 'Province' },
  phone: { vi: 'Điện thoại di động', en: 'Mobile phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  issued: { vi: 'cấp ngày', en: 'issued' },
} as const satisfies Record<string, Text>

/** What the form says of a field that has to be there and is not. */
export const missingWords: Readonly<Record<string, Text>> = {
  name: { vi: 'Nhập họ và tên.', en: 'Enter the full name.' },
  sex: { vi: 'Chọn nam hoặc nữ.', en: 'Choose male or female.' },
}
