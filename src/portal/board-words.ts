import type { Text } from '../core/text.ts'

export const boardWords = {
  title: { vi: 'Bảng gọi số', en: 'Board' },
  now: { vi: 'Mời số', en: 'Now calling' },
  number: { vi: 'Số', en: 'Number' },
  room: { vi: 'Phòng', en: 'Room' },
  nobody: { vi: 'chưa gọi', en: 'nobody yet' },
  nobodyYet: { vi: 'Xin chờ gọi số', en: 'Please wait for your number' },
  closed: { vi: 'Chưa mở cửa', en: 'Not open yet' },
  lost: { vi: 'Mất kết nối từ {time}', en: 'No connection since {time}' },
  lostHint: {
    vi: 'Số trên bảng là số lúc đó; xin hỏi quầy tiếp đón.',
    en: 'The numbers are of that time; please ask at reception.',
  },
  soundOn: { vi: 'Bật âm thanh', en: 'Turn the sound on' },
  soundOff: { vi: 'Tắt âm thanh', en: 'Turn the sound off' },
  soundTest: { vi: 'Âm thanh đã bật', en: 'The sound is on' },
} as const satisfies Record<string, Text>

/** Said aloud. */
export const callWords = {
  call: { vi: 'Mời số {number} đến {room}.', en: 'Number {number}, please go to {room}.' },
  callOnly: {
    vi: 'Mời số {number}.',
    en: 'Number {number}, please. The room is on the screen.',
  },
} as const satisfies Record<string, Text>
