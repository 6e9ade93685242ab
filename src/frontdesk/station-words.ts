import type { Text } from '../core/text.ts'

/** Stations: what they refuse, and what stands on their pages. */
export const stationWords = {
  aStation: { vi: 'bàn', en: 'station' },
  nameTaken: {
    vi: 'Đã có một bàn tên như vậy.',
    en: 'There is a station of this name already.',
  },
  busy: {
    vi: 'Đang có người ở bàn này: kết thúc hoặc chuyển người đó trước.',
    en: 'Somebody is at this station: finish or transfer them first.',
  },
  taken: {
    vi: '{name} đang ngồi ở bàn này. Nhận bàn rồi mới gọi được.',
    en: '{name} sits at this station. Take it over before you call.',
  },
  closed: { vi: 'Bàn này đang đóng.', en: 'This station is shut.' },
  notHere: {
    vi: 'Số này không còn ở bàn này.',
    en: 'This ticket is not at this station any more.',
  },
  notOnDuty: {
    vi: 'Anh/chị không ngồi ở bàn này.',
    en: 'You do not sit at this station.',
  },
  nobodyHere: { vi: 'Bàn này chưa gọi ai.', en: 'Nobody is called to this station.' },
  sameStation: { vi: 'Số này đang ở bàn đó.', en: 'The ticket is at that station already.' },
} as const satisfies Record<string, Text>
