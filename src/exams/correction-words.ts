import type { Text } from '../core/text.ts'

/** An exam opened under somebody else’s name, put right. */
export const correctionWords = {
  title: { vi: 'Nhầm người khám', en: 'The wrong person' },
  lead: {
    vi: 'Lượt khám này mở nhầm cho {name}. Chọn đúng người: phiếu khám, phiếu thanh toán và số thứ tự đi theo.',
    en: 'This exam was opened for {name} by mistake. Choose the right person: exam, bill and ticket follow.',
  },
  open: { vi: 'Nhầm người?', en: 'Wrong person?' },
  findTitle: { vi: 'Ai mới đúng', en: 'Who it really is' },
  find: { vi: 'Tên, số căn cước hoặc điện thoại', en: 'Name, personal id or phone' },
  findHint: {
    vi: 'Hoặc quét thẻ căn cước của người đang đứng trước quầy.',
    en: 'Or scan the identity card of the person at the desk.',
  },
  search: { vi: 'Tìm', en: 'Search' },
  none: { vi: 'Không tìm thấy ai', en: 'Nobody was found' },
  noneText: {
    vi: 'Người này chưa có hồ sơ? Tiếp nhận trước, rồi quay lại đây.',
    en: 'No record yet? Register the person first, then come back here.',
  },
  register: { vi: 'Tiếp nhận người mới', en: 'Register a new person' },
  person: { vi: 'Người khám đúng', en: 'The right person' },
  reason: { vi: 'Vì sao nhầm', en: 'How it came about' },
  reasonHint: {
    vi: 'Ghi vào nhật ký của cả hai người, ví dụ: trùng tên, quét nhầm thẻ.',
    en: 'Goes into both people’s log, for example: same name, another’s card.',
  },
  personMissing: { vi: 'Chọn người khám đúng.', en: 'Choose the right person.' },
  reasonMissing: { vi: 'Ghi lý do, ít nhất 3 ký tự.', en: 'Say why, in 3 characters or more.' },
  submit: { vi: 'Chuyển sang người này', en: 'Move it to this person' },
  after: {
    vi: 'Liên kết trên phiếu đã in sẽ ngừng mở. In lại phiếu, và biên lai nếu đã thu tiền.',
    en: 'The link on the printed slip stops opening. Print the slip again, and the receipt if money was taken.',
  },
  done: {
    vi: 'Đã chuyển sang đúng người. In lại phiếu cho người khám.',
    en: 'Moved to the right person. Print the slip again.',
  },
  signed: {
    vi: 'Đã có mục được ký cho người này nên không chuyển được nữa. Hủy lượt khám và mở lượt mới cho đúng người.',
    en: 'A section is signed for this person, so the exam cannot move any more. Cancel it and open one for the right person.',
  },
  same: {
    vi: 'Lượt khám đã là của người này.',
    en: 'The exam is this person’s already.',
  },
} as const satisfies Record<string, Text>
