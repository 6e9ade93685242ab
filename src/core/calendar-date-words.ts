import type { TypedDateFault } from './calendar-date.ts'
import type { Text } from './text.ts'

/** What to type instead. */
export const typedDateWords = {
  missing: { vi: 'Nhập ngày, ví dụ 03/04/1985.', en: 'Type a date, for example 03/04/1985.' },
  unreadable: {
    vi: 'Không đọc được ngày. Gõ ngày, tháng rồi năm, ví dụ 03/04/1985.',
    en: 'This is not a date that can be read. Type day, month and year, for example 03/04/1985.',
  },
  'short-year': {
    vi: 'Gõ đủ bốn số của năm, ví dụ 03/04/1985.',
    en: 'Type all four digits of the year, for example 03/04/1985.',
  },
  'no-such-day': {
    vi: 'Không có ngày này. Gõ ngày trước, tháng sau, ví dụ 03/04/1985 là mồng 3 tháng 4.',
    en: 'There is no such day. Type the day before the month: 03/04/1985 is 3 April.',
  },
} as const satisfies Record<TypedDateFault | 'missing', Text>
