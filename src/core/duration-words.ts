import type { Text } from './text.ts'

export const durationWords = {
  short: { vi: 'dưới 1 phút', en: 'less than a minute' },
  minute: { vi: '{count} phút', en: '{count} minute' },
  minutes: { vi: '{count} phút', en: '{count} minutes' },
  hour: { vi: '{count} giờ', en: '{count} hour' },
  hours: { vi: '{count} giờ', en: '{count} hours' },
  day: { vi: '{count} ngày', en: '{count} day' },
  days: { vi: '{count} ngày', en: '{count} days' },
} as const satisfies Record<string, Text>
