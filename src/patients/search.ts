import { z } from 'zod'
import { isId } from '../core/id.ts'
import { fold } from '../core/text.ts'
import { searchFaults } from './fault-words.ts'
import type { Patient } from './patient.ts'

/**
 * How someone was found: they bear exactly the name asked for, or have all its words, or have words
 * that begin like it (or a number with these digits in it).
 */
export type Match = 'namesake' | 'words' | 'beginnings'

/** Where the last page ended. */
export type SearchMark = { match: Match; id: string }

export type PatientSearch = { words: readonly string[]; limit: number; after?: SearchMark }

export type FoundPatient = Patient & { match: Match }

const MOST_WORDS = 8

/** `?q=&limit=&after=`, all optional; without `q` the newest first. */
export const searchSchema = z.object({
  q: z
    .string()
    .max(200)
    .transform(searchWords)
    .refine((words) => words.join(' ').length >= 2, {
      params: { code: 'too-short', text: searchFaults.short },
    })
    .optional(),
  limit: z
    .string()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100, {
      params: { code: 'out-of-range', text: searchFaults.limit },
    })
    .optional(),
  after: z
    .string()
    .refine((text) => readMark(text) !== undefined, {
      params: { code: 'malformed', text: searchFaults.after },
    })
    .optional(),
})

export function searchOf(query: z.output<typeof searchSchema>): PatientSearch {
  const after = query.after === undefined ? undefined : readMark(query.after)
  return { words: query.q ?? [], limit: Number(query.limit ?? 20), ...(after && { after }) }
}

/** Folded words; `+84905…` is looked for as `0905…`, as it is kept. */
export function searchWords(text: string): string[] {
  const plain = fold(text.replace(/[\p{Cc}|,;]/gu, ' '))
  const words = plain.split(' ').filter((word) => word !== '')
  return words.slice(0, MOST_WORDS).map((word) => word.replace(/^\+84(?=\d)/, '0'))
}

/** One more than asked was fetched: it says that there is a next page, and is not shown. */
export function pageOf(
  found: readonly FoundPatient[],
  limit: number,
): { items: Patient[]; next?: string } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ match: _, ...patient }) => patient),
    ...(found.length > limit && last && { next: `${last.match[0]}${last.id}` }),
  }
}

const matches: readonly Match[] = ['namesake', 'words', 'beginnings']

function readMark(text: string): SearchMark | undefined {
  const match = matches.find((each) => each[0] === text[0])
  const id = text.slice(1)
  return match && isId(id) ? { match, id } : undefined
}
