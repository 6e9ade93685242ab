import type { Text } from '../core/text.ts'

/** When somebody must look before a second record of one person comes to be. */
export const duplicateWords = {
  title: { vi: 'Có thể đã có hồ sơ', en: 'There may be a record already' },
  lead: {
    vi: 'Chưa ghi gì cả. So từng mục rồi chọn: hai hồ sơ của một người sẽ làm kết quả khám bị tách rời.',
    en: 'Nothing is recorded yet. Compare, then choose: two records of one person tear the results apart.',
  },
  compare: { vi: 'So sánh từng mục', en: 'Point by point' },
  field: { vi: 'Mục', en: 'Field' },
  entered: { vi: 'Vừa nhập', en: 'Just entered' },
  fromCard: { vi: 'Trên thẻ', en: 'On the card' },
  onRecord: { vi: 'Hồ sơ đang có', en: 'On record' },
  differs: { vi: 'khác', en: 'differs' },
  notYet: { vi: 'chưa có', en: 'not yet' },
  open: { vi: 'Cùng một người: mở hồ sơ này', en: 'The same person: open this record' },
  openOf: { vi: 'Mở hồ sơ {name}', en: 'Open the record of {name}' },
  others: { vi: 'Hồ sơ giống khác', en: 'Further similar records' },
  reason: { vi: 'Giống ở', en: 'In common' },
  'same-name-and-birth-date': { vi: 'họ tên và ngày sinh', en: 'name and birth date' },
  'same-phone-and-birth-year': { vi: 'điện thoại và năm sinh', en: 'phone and birth year' },
  'same-old-id': { vi: 'số CMND cũ', en: 'old nine-digit id' },
  confirm: { vi: 'Đây là người khác: tiếp nhận mới', en: 'Someone else: register' },
  differsTitle: { vi: 'Thẻ khác với hồ sơ đã có', en: 'The card differs from the record' },
  enteredDiffersTitle: {
    vi: 'Dữ liệu nhập khác với hồ sơ đã có',
    en: 'What was entered differs from the record',
  },
  differsLead: {
    vi: 'Số này đã có hồ sơ. Chưa thay đổi gì: xem các mục khác nhau rồi chọn.',
    en: 'This number has a record. Nothing is changed yet: see what differs, then choose.',
  },
  update: { vi: 'Cập nhật hồ sơ theo thẻ', en: 'Update the record from the card' },
  leave: { vi: 'Giữ nguyên, mở hồ sơ', en: 'Leave it, open the record' },
} as const satisfies Record<string, Text>
