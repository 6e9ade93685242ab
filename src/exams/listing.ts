import { z } from 'zod'
import { isId } from '../core/id.ts'
import { fold } from '../core/text.ts'
import { type Exam, examStates } from './exam.ts'
import type { Section } from './findings.ts'
import { listingWords } from './listing-words.ts'

/** An exam in a list: who, what for, how far; no findings. */
export type ListedExam = Pick<
  Exam,
  'id' | 'version' | 'patientId' | 'visitId' | 'licenceClass' | 'purpose' | 'state' | 'createdAt'
> & {
  disabledApplicant: boolean
  patientName: string
  birthDate: string
  sections: Partial<Record<Section, 'draft' | 'signed'>>
}

/** How many open exams wait: for the reader's own sections, for a conclusion, at all. */
export type Waiting = { mine: number; conclude: number; open: number }

export type ExamListing = {
  words: readonly string[]
  state?: Exam['state'] | undefined
  open?: boolean | undefined
  /** Only where one of these sections is not recorded yet. */
  waitingFor?: readonly Section[] | undefined
  /** Only where every section is recorded. */
  complete?: boolean | undefined
  /** Who waits longest first; otherwise the newest first. */
  oldestFirst?: boolean | undefined
  patientId?: string | undefined
  after?: string | undefined
  limit: number
}

const id = z.string().refine(isId, { params: { code: 'malformed' } })

/** `?q=&state=&patientId=&limit=&after=`; newest first, `next` goes back as `after`. */
export const listingSchema = z.object({
  q: z
    .string()
    .max(200)
    .refine((text) => fold(text).length >= 2, {
      params: {
        code: 'too-short',
        text: listingWords.tooShort,
      },
    })
    .optional(),
  state: z.enum(examStates).optional(),
  patientId: id.optional(),
  after: id.optional(),
  limit: z
    .string()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100, {
      params: {
        code: 'out-of-range',
        text: listingWords.limit,
      },
    })
    .optional(),
})

export function listingOf(query: z.output<typeof listingSchema>): ExamListing {
  const { q, limit, ...rest } = query
  return { ...rest, words: q ? fold(q).split(' ') : [], limit: Number(limit ?? 20) }
}

/** One more than asked was fetched: it says that there is a next page, and is not shown. */
export function pageOf(
  found: readonly ListedExam[],
  limit: number,
): { items: ListedExam[]; next?: string } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(found.length > limit && last && { next: last.id }) }
}
