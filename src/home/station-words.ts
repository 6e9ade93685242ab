import type { Text } from '../core/text.ts'

/** The station that somebody sits at, on their home. */
export const stationWords = {
  callNext: { vi: '{station}: gọi số {number}', en: '{station}: call {number}' },
  atStation: { vi: '{station}: đang có số {number}', en: '{station}: number {number} is here' },
  nobody: { vi: '{station}: không có ai đợi', en: '{station}: nobody waits' },
  waitHere: { vi: '{room} · {count} người đợi ở đây', en: '{room} · {count} waiting here' },
  open: { vi: 'Mở bàn của tôi', en: 'Open my station' },
  choose: { vi: 'Chọn bàn', en: 'Choose a station' },
  queue: { vi: 'Hàng chờ ở bàn của tôi', en: 'The queue at my station' },
  number: { vi: 'Số', en: 'No.' },
} as const satisfies Record<string, Text>
