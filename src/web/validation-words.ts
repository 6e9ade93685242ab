import type { Text } from '../core/text.ts'

/** What is wrong with a field, and what would be right. */
export const validationWords = {
  unknownProperty: {
    vi: 'Không có mục nào tên này; hãy bỏ đi hoặc sửa tên.',
    en: 'There is no property of this name; remove it or mend the name.',
  },
  unprintable: {
    vi: 'Có ký tự không lưu được; xóa và gõ lại mục này.',
    en: 'There is a character in it that cannot be kept; type it again.',
  },
  tooDeep: { vi: 'Lồng quá nhiều tầng.', en: 'This is nested too deeply.' },
  notChosen: { vi: 'Chưa chọn.', en: 'Nothing is chosen yet.' },
  notValid: { vi: 'Giá trị không hợp lệ.', en: 'The value is not valid.' },
  required: { vi: 'Bắt buộc phải có.', en: 'This is required.' },
  wrongType: { vi: 'Sai kiểu; cần {expected}.', en: 'Wrong type; {expected} is needed.' },
  wrongFormat: { vi: 'Sai định dạng.', en: 'The format is wrong.' },
  oneOf: { vi: 'Phải là một trong: {list}.', en: 'Must be one of: {list}.' },
} as const satisfies Record<string, Text>

type Sizes = Readonly<Record<'min' | 'max', Text>>

export const sizeWords = {
  string: {
    min: { vi: 'Phải có ít nhất {bound} ký tự.', en: 'Needs at least {bound} characters.' },
    max: { vi: 'Phải có nhiều nhất {bound} ký tự.', en: 'Needs at most {bound} characters.' },
  },
  array: {
    min: { vi: 'Phải có ít nhất {bound} mục.', en: 'Needs at least {bound} items.' },
    max: { vi: 'Phải có nhiều nhất {bound} mục.', en: 'Needs at most {bound} items.' },
  },
  number: {
    min: { vi: 'Phải là số từ {bound} trở lên.', en: 'Must be at least {bound}.' },
    max: { vi: 'Phải là số không quá {bound}.', en: 'Must be at most {bound}.' },
  },
} as const satisfies Record<string, Sizes>
