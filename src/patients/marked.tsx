import { stripDiacritics } from '../core/text.ts'

/** A text with what was searched for marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const ranges = matchedRanges(text, words)
  if (ranges.length === 0) return <>{text}</>
  const parts = ranges.map(([start, end], index) => (
    <>
      {text.slice(ranges[index - 1]?.[1] ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
    </>
  ))
  return (
    <>
      {parts}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  )
}

type Range = readonly [start: number, end: number]

/**
 * Where the folded words stand in a text as search finds them: letters at the beginning of a word,
 * three digits or more anywhere. In order, none inside another.
 */
export function matchedRanges(text: string, words: readonly string[]): Range[] {
  const folded = [...text.normalize('NFC')].map(foldedLetter).join('')
  const found = words
    .flatMap((word) => {
      const anywhere = /^\d{3,}$/.test(word)
      const pattern = new RegExp(`${anywhere ? '' : '(?<![\\p{L}\\p{N}])'}${escaped(word)}`, 'gu')
      return [...folded.matchAll(pattern)].map(({ index }) => [index, index + word.length] as const)
    })
    .sort(([a, endA], [b, endB]) => a - b || endB - endA)
  const apart: Range[] = []
  for (const range of found) if (range[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(range)
  return apart
}

/** One letter for one letter, so that places in the folded text are places in the text. */
function foldedLetter(letter: string): string {
  const plain = stripDiacritics(letter).toLowerCase()
  return plain.length === letter.length ? plain : letter
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
