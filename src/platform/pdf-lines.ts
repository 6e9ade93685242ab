import { type Face, textWidth } from './pdf-fonts.ts'

export type Glyphs = { text: string; face: Face; size: number; colour: string }
export type Piece = Glyphs & { width: number }
/** `inked` leaves out the spaces at the end: what alignment and fitting count. */
export type Line = { pieces: Piece[]; width: number; inked: number }

/** What must not be broken: a word, perhaps of several faces, with the spaces behind it. */
type Atom = Line & { newLine: boolean }

const token = /\n|[^ \t\r\n]+[ \t\r]*|[ \t\r]+/g

/** Greedy line breaking at spaces; a no-break space holds, a word wider than the line is cut. */
export function breakLines(runs: readonly Glyphs[], width: number): Line[] {
  let line: Line = emptyLine()
  const lines = [line]
  for (const atom of atomsOf(runs, width)) {
    const full = line.pieces.length > 0 && line.width + atom.inked > width + 0.01
    if (atom.newLine || full) {
      line = emptyLine()
      lines.push(line)
    }
    append(line, atom)
  }
  return lines
}

function* atomsOf(runs: readonly Glyphs[], width: number): Generator<Atom> {
  let atom: Atom | undefined
  let newLine = false
  for (const run of runs) {
    for (const part of run.text.normalize('NFC').match(token) ?? []) {
      if (part === '\n') {
        if (atom) yield atom
        else if (newLine) yield { ...emptyLine(), newLine }
        ;[atom, newLine] = [undefined, true]
        continue
      }
      const pieces = cut(measured({ ...run, text: part }), width)
      for (const piece of pieces) {
        if (atom && (pieces.length > 1 || endsInSpace(atom))) {
          yield atom
          atom = undefined
        }
        atom ??= { ...emptyLine(), newLine }
        newLine = false
        append(atom, piece)
      }
    }
  }
  if (atom) yield atom
}

/** A word wider than the line in as many pieces as it takes, else the word. */
function cut(word: Line, width: number): Line[] {
  const glyphs = word.pieces[0]
  if (!glyphs || word.inked <= width) return [word]
  const parts: string[] = []
  let start = ''
  for (const character of glyphs.text) {
    if (start !== '' && textWidth(glyphs.face, glyphs.size, start + character) > width) {
      parts.push(start)
      start = ''
    }
    start += character
  }
  return [...parts, start].map((text) => measured({ ...glyphs, text }))
}

function measured(run: Glyphs): Line {
  const width = textWidth(run.face, run.size, run.text)
  const bare = run.text.trimEnd()
  const inked = bare === run.text ? width : textWidth(run.face, run.size, bare)
  return { pieces: [{ ...run, width }], width, inked }
}

function append(line: Line, next: Line): void {
  if (next.inked > 0) line.inked = line.width + next.inked
  line.width += next.width
  for (const piece of next.pieces) {
    const last = line.pieces.at(-1)
    if (last && sameStyle(last, piece)) {
      last.text += piece.text
      last.width += piece.width
    } else line.pieces.push({ ...piece })
  }
}

function sameStyle(a: Glyphs, b: Glyphs): boolean {
  return a.face === b.face && a.size === b.size && a.colour === b.colour
}

function endsInSpace(atom: Atom): boolean {
  return /[ \t\r]$/.test(atom.pieces.at(-1)?.text ?? '')
}

function emptyLine(): Line {
  return { pieces: [], width: 0, inked: 0 }
}
