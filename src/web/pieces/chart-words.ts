import type { Text } from '../../core/text.ts'

export const chartWords = {
  table: { vi: 'Bảng số liệu', en: 'The numbers as a table' },
  download: { vi: 'Tải về (CSV)', en: 'Download (CSV)' },
  minutes: { vi: '{minutes} phút', en: '{minutes} min' },
  hours: { vi: '{hours} giờ', en: '{hours} h' },
  hoursMinutes: { vi: '{hours} giờ {minutes}', en: '{hours} h {minutes}' },
  share: { vi: '{share} %', en: '{share}%' },
  thousands: { vi: '{amount} nghìn', en: '{amount}k' },
  millions: { vi: '{amount} tr', en: '{amount}m' },
  billions: { vi: '{amount} tỷ', en: '{amount}bn' },
} as const satisfies Record<string, Text>
