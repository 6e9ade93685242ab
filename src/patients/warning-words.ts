import type { Text } from '../core/text.ts'

/** What a person should look at once more. */
export const warningWords = {
  provinceUnknown: {
    vi: 'Ba số đầu {province} của số định danh không phải mã tỉnh nào; kiểm tra lại số.',
    en: 'The first three digits, {province}, are no province’s code; check the number.',
  },
  yearMismatch: {
    vi: 'Số định danh ghi năm sinh {year}, hồ sơ ghi {given}; kiểm tra lại thẻ.',
    en: 'The personal id says born in {year}, the record says {given}; check the card.',
  },
  numberOfMan: {
    vi: 'Số định danh là của nam, hồ sơ ghi nữ; kiểm tra lại thẻ.',
    en: 'The personal id is a man’s, the record says female; check the card.',
  },
  numberOfWoman: {
    vi: 'Số định danh là của nữ, hồ sơ ghi nam; kiểm tra lại thẻ.',
    en: 'The personal id is a woman’s, the record says male; check the card.',
  },
  areaUnmatched: {
    vi: 'Chưa nhận ra phường/xã trong địa chỉ; hãy chọn để gửi được giấy khám.',
    en: 'The ward in the address was not recognised; choose it so that the certificate can be sent.',
  },
  districtName: {
    vi: 'Địa chỉ có thể ghi theo quận/huyện cũ; kiểm tra lại phường/xã.',
    en: 'The address may name a former district; check the ward.',
  },
  formerUnit: {
    vi: 'Địa chỉ ghi phường/xã cũ, đã đổi sang phường/xã mới; kiểm tra lại.',
    en: 'The address names a former ward; the ward that took it in was chosen. Check it.',
  },
} as const satisfies Record<string, Text>
