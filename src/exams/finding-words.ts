import type { Text } from '../core/text.ts'

/** What is wrong with a finding, beside what its type and range already say. */
export const findingWords = {
  noSuchDay: { vi: 'Không có ngày này trong lịch.', en: 'There is no such day.' },
  notANumber: { vi: 'Phải là một số.', en: 'This must be a number.' },
  dateInFuture: {
    vi: 'Ngày này sau ngày khám.',
    en: 'This date lies after the day of the exam.',
  },
  diastolicBelowSystolic: {
    vi: 'Huyết áp tâm trương phải thấp hơn tâm thu.',
    en: 'The diastolic pressure must be below the systolic.',
  },
  detailRequired: {
    vi: 'Trả lời “Có” thì phải ghi rõ.',
    en: 'A “yes” needs its detail.',
  },
} as const satisfies Record<string, Text>
