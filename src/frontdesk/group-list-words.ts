import type { Text } from '../core/text.ts'
import type { ListField } from './group-list-columns.ts'

/** What a line of a company's list lacks, in words that its clerk can mend it by. */
export const listWords = {
  noName: { vi: 'Thiếu họ tên.', en: 'The name is missing.' },
  badName: {
    vi: 'Họ tên không đọc được: chỉ gồm chữ, nhiều nhất 100 ký tự.',
    en: 'The name cannot be read: letters only, at most 100 of them.',
  },
  badAddress: {
    vi: 'Địa chỉ quá dài hoặc có ký tự không in được.',
    en: 'The address is too long or has signs in it that cannot be printed.',
  },
  yearOnly: {
    vi: 'Chỉ có năm sinh; cần đủ ngày, tháng, năm.',
    en: 'There is only a year; day, month and year are needed.',
  },
  future: { vi: 'Ngày sinh ở tương lai.', en: 'The birth date lies in the future.' },
  noSex: {
    vi: 'Thiếu giới tính, và không có số định danh để suy ra.',
    en: 'The sex is missing, and there is no personal id that says it.',
  },
  badSex: {
    vi: 'Không đọc được giới tính: ghi Nam hoặc Nữ.',
    en: 'The sex cannot be read: write Nam or Nữ.',
  },
  maleByNumber: {
    vi: 'Giới tính lấy theo số định danh: Nam.',
    en: 'The sex is taken from the personal id: male.',
  },
  femaleByNumber: {
    vi: 'Giới tính lấy theo số định danh: Nữ.',
    en: 'The sex is taken from the personal id: female.',
  },
  noNumber: {
    vi: 'Không có số định danh; quét thẻ khi đến.',
    en: 'There is no personal id; scan the card at arrival.',
  },
  oldNumber: {
    vi: 'Đây là CMND 9 số, không còn giá trị; cần số định danh 12 số.',
    en: 'This is a nine-digit id, which is no longer valid; the 12-digit one is needed.',
  },
  badNumber: {
    vi: 'Số định danh phải có đúng 12 chữ số.',
    en: 'The personal id must have exactly 12 digits.',
  },
  exponent: {
    vi: 'Bảng tính đã đổi số định danh thành dạng 1,2E+11 và mất chữ số: đặt cột là Văn bản rồi nhập lại.',
    en: 'The spreadsheet turned the personal id into the form 1.2E+11 and lost digits: make the column Text and enter it again.',
  },
  noughts: {
    vi: 'Bảng tính đã bỏ số 0 ở đầu; đọc là {number}.',
    en: 'The spreadsheet dropped the first nought; read as {number}.',
  },
  phoneNought: {
    vi: 'Đã thêm số 0 ở đầu số điện thoại.',
    en: 'The first nought of the phone number was put back.',
  },
  badPhone: {
    vi: 'Số điện thoại không phải di động Việt Nam (10 số, bắt đầu 03, 05, 07, 08, 09).',
    en: 'The phone number is no Vietnamese mobile one (10 digits, from 03, 05, 07, 08 or 09).',
  },
  badClass: { vi: 'Không có hạng “{class}”.', en: 'There is no class “{class}”.' },
  badPurpose: {
    vi: 'Không hiểu mục đích “{purpose}”: ghi Cấp mới, Đổi, Cấp lại hoặc Nâng hạng.',
    en: 'The purpose “{purpose}” is not understood: write new, renewal, reissue or upgrade.',
  },
  namesake: {
    vi: 'Cùng họ tên và ngày sinh với dòng {line} nhưng khác số định danh: xem lại.',
    en: 'Name and birth date are those of line {line}, the personal id is another: look again.',
  },
  repeats: {
    vi: 'Trùng với dòng {line} trong danh sách này.',
    en: 'The same person as in line {line}.',
  },
} as const satisfies Record<string, Text>

export const listFieldNames: Record<ListField, Text> = {
  name: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  identityNumber: { vi: 'Số CCCD', en: 'Personal id' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  licenceClass: { vi: 'Hạng', en: 'Class' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
}
