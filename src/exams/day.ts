import { z } from 'zod'
import { parseCalendarDate } from '../core/calendar-date.ts'
import { findingWords } from './finding-words.ts'

/** `YYYY-MM-DD`, a day that exists. */
export const daySchema = z.iso
  .date({ abort: true })
  .refine((text) => parseCalendarDate(text) !== undefined, {
    params: { code: 'malformed', text: findingWords.noSuchDay },
  })
