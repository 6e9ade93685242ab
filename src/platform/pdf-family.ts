import { type Box, columns, pad, rule, space, stack, whole } from './pdf-box.ts'
import { emblem } from './pdf-marks.ts'
import { ink, type Run, type TextStyle, text } from './pdf-text.ts'

/** The sizes that every paper of the house is set in, in points; nothing stands between them. */
export const scale = {
  title: 16,
  lead: 12,
  heading: 10.5,
  body: 9,
  small: 8,
  tiny: 7.2,
  /** The figure that a paper is about. */
  figure: 19,
} as const

const small = { size: scale.small, colour: ink.muted } as const

export type Letterhead = {
  name: string
  superior?: string | undefined
  /** What to find the house by: address, telephone, tax code, a line each. */
  lines?: readonly string[]
  /** PNG or JPEG that was looked through (`readPicture`) when it was set. */
  logo?: Uint8Array | undefined
}

const LOGO = { width: 44, height: 40 }

/** The top of a paper: whose it is, at the right what it is filed by, and the family's rule. */
export function letterhead({ name, superior, lines = [], logo }: Letterhead, filed?: Box): Box {
  const house = stack([
    ...(superior ? [text(superior.toUpperCase(), { size: scale.small })] : []),
    text(name.toUpperCase(), { face: 'semibold', size: scale.heading }),
    ...lines.filter(Boolean).map((line) => text(line, small)),
  ])
  return stack([
    columns(
      [
        ...(logo ? [{ width: LOGO.width, box: emblem(logo, LOGO) }] : []),
        { width: 'rest' as const, box: house },
        ...(filed ? [{ width: 112, box: filed }] : []),
      ],
      10,
    ),
    space(5),
    tabbedRule(),
  ])
}

/** The family's mark: a hair line across the paper that begins as a bar. */
export function tabbedRule(): Box {
  return {
    height: () => 2.4,
    draw(pdf, x, y, width) {
      rule(ink.text, 2.4).draw(pdf, x, y, 30)
      rule(ink.line).draw(pdf, x + 30, y, width - 30)
    },
  }
}

/** What a paper is filed by, in the letterhead's right corner: `Số` over its number. */
export function filedBy(lines: readonly (readonly [label: string, value: string])[]): Box {
  const right = { align: 'right' } as const
  return stack(
    lines.map(([label, value]) =>
      text(
        [
          { text: `${label} `, colour: ink.muted },
          { text: value, face: 'semibold' },
        ],
        { size: scale.small, ...right },
      ),
    ),
  )
}

/** Two centred blocks side by side, each over a short line: the head that the law prescribes. */
export function nationalHead(issuer: readonly Run[], country: readonly Run[], under?: Box): Box {
  const block = (lines: readonly Run[], line: number) =>
    stack([...lines.map((each) => text(each, { align: 'center' })), shortRule(line)])
  return columns(
    [
      { width: 'rest', box: stack([block(issuer, 46), ...(under ? [under] : [])]) },
      { width: 249, box: block(country, 96) },
    ],
    10,
  )
}

function shortRule(length: number): Box {
  return {
    height: () => 7,
    draw: (pdf, x, y, width) => rule(ink.text).draw(pdf, x + (width - length) / 2, y + 2.5, length),
  }
}

/** What the paper is called, in the middle; under it the words that narrow it down. */
export function documentTitle(title: string, under?: Run | readonly Run[]): Box {
  return pad(
    stack([
      text(title, { face: 'semibold', size: scale.title, align: 'center', leading: 1.3 }),
      ...(under ? [text(under, { size: scale.body, align: 'center', colour: ink.muted })] : []),
    ]),
    { top: 12, bottom: 9 },
  )
}

/** Begins a part of the paper. */
export function heading(words: string): Box {
  return pad(text(words, { face: 'semibold', size: scale.heading }), { top: 8, bottom: 3 })
}

export type Fact = readonly [label: string, value: string] | false | undefined

/** Labels in one column, what they say in the next; what is not known is left out. */
export function facts(rows: readonly Fact[], width: number, style: Partial<TextStyle> = {}): Box {
  const known = rows.filter((row) => row !== false && row !== undefined)
  return stack(
    known.map(([label, value]) =>
      columns(
        [
          { width, box: text(`${label}:`, { colour: ink.muted, ...style }) },
          { width: 'rest', box: text(value, { ...style, face: 'medium' }) },
        ],
        4,
      ),
    ),
    1.5,
  )
}

export type Signer = {
  title: string
  hint?: string
  /** Over the title: the place and day that the law wants there. */
  over?: string
  name?: string
  under?: readonly string[]
}

/** Where people sign, side by side, each with room for a hand. */
export function signatures(signers: readonly Signer[], room = 36): Box {
  return whole(columns(signers.map((signer) => ({ width: 'rest', box: signature(signer, room) }))))
}

export function signature({ title, hint, over, name = '', under = [] }: Signer, room: number): Box {
  const centred = { align: 'center' } as const
  return stack([
    ...(over ? [text(over, { ...centred, face: 'italic' })] : []),
    text(title, { ...centred, face: 'semibold' }),
    ...(hint ? [text(hint, { ...centred, ...small })] : []),
    space(room),
    text(name, { ...centred, face: 'semibold' }),
    ...under.map((line) => text(line, { ...centred, ...small })),
  ])
}

/** What the whole paper is about: a figure on a ground of its own, and under it what explains it. */
export function figurePanel(label: string, figure: string, under: readonly Box[] = []): Box {
  const large = { face: 'semibold', size: scale.figure, align: 'right', leading: 1.2 } as const
  // As much lower as puts both on one line of writing.
  const named = pad(text(label, { face: 'semibold', size: scale.lead }), { top: 5 })
  const shown = columns([
    { width: 'rest', box: named },
    { width: 190, box: text(figure, large) },
  ])
  return whole(grounded(stack([shown, ...under])))
}

/** On a light ground that a black and white printer keeps light. */
export function grounded(box: Box): Box {
  const inner = pad(box, { top: 6, right: 9, bottom: 7, left: 9 })
  return {
    height: inner.height,
    draw(pdf, x, y, width) {
      const height = inner.height(pdf, width)
      pdf.roundedRect(x, y, width, height, 4).fill(ink.fill)
      inner.draw(pdf, x, y, width)
    },
  }
}
