import type { Text } from '../core/text.ts'

/** Where the patient is in the house, and how long it takes. */
export const placeWords = {
  number: { vi: 'Số của bạn', en: 'Your number' },
  waiting: { vi: 'Chờ trước {room}', en: 'Wait at {room}' },
  called: { vi: 'Mời vào {room} ngay', en: 'Please go to {room} now' },
  serving: { vi: 'Bạn đang ở {room}', en: 'You are at {room}' },
  somewhere: { vi: 'Chờ được gọi', en: 'Wait to be called' },
  somewhereNext: {
    vi: 'Chưa bàn nào mở cho việc tiếp theo; trang này sẽ báo.',
    en: 'Nothing is open yet for what comes next; this page will say.',
  },
  noShow: { vi: 'Đã gọi mà không thấy bạn', en: 'You were called and not there' },
  noShowNext: {
    vi: 'Hãy đến quầy tiếp đón để được gọi lại.',
    en: 'Go to reception to be called again.',
  },
  ahead: { vi: 'Còn {count} người trước bạn', en: '{count} people before you' },
  aheadOne: { vi: 'Còn 1 người trước bạn', en: '1 person before you' },
  aheadNone: { vi: 'Bạn là người tiếp theo', en: 'You are next' },
  aheadAndWait: { vi: '{count} · {wait}', en: '{count} · {wait}' },
  wait: { vi: 'khoảng {time}', en: 'about {time}' },
  soon: { vi: 'sắp đến lượt', en: 'any moment' },
  after: { vi: 'Sau đó: {rooms}.', en: 'Then: {rooms}.' },
  afterMore: { vi: 'Sau đó: {rooms}…', en: 'Then: {rooms}…' },
  estimate: {
    vi: 'Ước theo nhịp khám hôm nay; người ưu tiên có thể được gọi trước.',
    en: 'By today’s pace; people with priority may be called first.',
  },
} as const satisfies Record<string, Text>
