import type { Text } from '../core/text.ts'

/** What a program is told whose question about exams cannot be answered. */
export const listingWords = {
  tooShort: { vi: 'Gõ ít nhất 2 ký tự để tìm.', en: 'Type at least 2 characters to search.' },
  limit: { vi: 'limit là số từ 1 đến 100.', en: 'limit is a number from 1 to 100.' },
} as const satisfies Record<string, Text>
