import { type Box, columns, pad, space, stack, whole } from '../platform/pdf-box.ts'
import { scale } from '../platform/pdf-family.ts'
import { table } from '../platform/pdf-table.ts'
import { ink, type Run, text } from '../platform/pdf-text.ts'
import type { SectionField } from './fields/field.ts'
import type { PaperSection } from './paper-form.ts'
import {
  asked,
  DATE_WIDTH,
  dateComb,
  LINE,
  onLine,
  SIZE,
  ticks,
  ticksWidth,
  widthOf,
  writingBox,
  writingLine,
} from './paper-form-marks-drawing.ts'
import { paper, paperTitles } from './paper-form-words.ts'

const SIGNER = 108
const GAP = 12
const HALF = 200
const WHOLE = 2 * HALF + GAP

/** The sections of one part, each on one page with its limits and its doctor's signature. */
export function drawPaperSections(parts: readonly PaperSection[], signer: string): Box {
  const heads = [{ width: 'rest' }, { width: SIGNER }] as const
  const cell = { top: 3, bottom: 4, left: 6, right: 6 }
  return stack(
    parts.map((part) => whole(table(heads, [[drawSection(part), drawSigner(signer)]], { cell }))),
  )
}

function drawSection({ section, fields, limits }: PaperSection): Box {
  const groups = groupsOf(fields.filter(({ name }) => name !== 'note'))
  const note = fields.find(({ name }) => name === 'note')
  const own = columns([
    { width: widthOf(paper.own) + 16, box: onLine(paper.own, { face: 'semibold' }) },
    { width: ticksWidth([paper.passed]), box: ticks([[paper.passed, false]]) },
    { width: ticksWidth([paper.failed], SIZE, 4), box: ticks([[paper.failed, false]]) },
    { width: 'rest', box: writingLine() },
  ])
  return stack([
    text(paperTitles[section], { face: 'semibold', size: 9.6 }),
    ...drawLimits(limits),
    ...groups.map(drawGroup),
    ...(note ? [asked(note.label.vi, writingLine())] : []),
    own,
  ])
}

function drawLimits(limits: readonly string[]): Box[] {
  if (limits.length === 0) return []
  const runs: Run[] = [{ text: `${paper.limits}: `, face: 'medium' }, `${limits.join('; ')}.`]
  const style = { size: scale.tiny, leading: 1.26, colour: ink.muted }
  return [pad(text(runs, style), { bottom: 0.6 })]
}

function drawSigner(signer: string): Box {
  const centred = { align: 'center' } as const
  return stack([
    text(signer, { ...centred, face: 'semibold', size: 8.2 }),
    text(paper.sign, { ...centred, size: 7, colour: ink.muted }),
    space(34),
    text(paper.signedAt, { ...centred, size: 7.4, colour: ink.muted }),
  ])
}

function groupsOf(fields: readonly SectionField[]): SectionField[][] {
  const groups: SectionField[][] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (last && last[0]?.legend?.vi === field.legend?.vi) last.push(field)
    else groups.push([field])
  }
  return groups
}

/** In the order of the screen: a small table, halves of short questions, long ones on lines of their own. */
function drawGroup(fields: readonly SectionField[]): Box {
  const legend = fields[0]?.legend?.vi
  const runs: SectionField[][] = []
  for (const field of fields) {
    const last = runs.at(-1)
    if (last?.[0] && lookOf(last[0]) === lookOf(field)) last.push(field)
    else runs.push([field])
  }
  return stack([
    ...(legend ? [pad(text(legend, { size: scale.small, face: 'medium' }), { top: 2 })] : []),
    ...runs.map((run) => {
      const look = run[0] && lookOf(run[0])
      if (look === 'cell') return drawCells(run)
      return look === 'short' ? inHalves(run.map(drawField)) : stack(run.map(drawField))
    }),
  ])
}

function lookOf(field: SectionField): 'cell' | 'short' | 'long' {
  if (field.cell) return 'cell'
  if (field.kind === 'line' || field.kind === 'text') return 'long'
  return widthOf(field.label.vi) + answersWidth(field) > HALF - 4 ? 'long' : 'short'
}

function answersWidth(field: SectionField): number {
  switch (field.kind) {
    case 'flag':
      return ticksWidth([paper.no, paper.yes])
    case 'grade':
      return ticksWidth(
        field.grades.map(({ vi }) => vi),
        SIZE,
        5,
      )
    case 'choice':
      return ticksWidth(
        field.options.map(({ label }) => label.vi),
        SIZE,
        8,
      )
    case 'date':
      return DATE_WIDTH
    default:
      return 84
  }
}

/** Down the left half, then down the right. */
function inHalves(boxes: readonly Box[]): Box {
  const half = Math.ceil(boxes.length / 2)
  return columns(
    [
      { width: 'rest', box: stack(boxes.slice(0, half)) },
      { width: 'rest', box: stack(boxes.slice(half)) },
    ],
    GAP,
  )
}

function drawField(field: SectionField): Box {
  if (field.kind === 'line' || field.kind === 'text') return asked(field.label.vi, writingLine())
  const answers = answersOf(field)
  if (widthOf(field.label.vi) + answersWidth(field) > WHOLE && field.kind === 'choice') {
    return stack([onLine(field.label.vi), answers])
  }
  return columns([
    { width: 'rest', box: onLine(field.label.vi) },
    { width: answersWidth(field), box: answers },
  ])
}

function answersOf(field: SectionField): Box {
  switch (field.kind) {
    case 'flag':
      return ticks(unticked([paper.no, paper.yes]))
    case 'grade':
      return ticks(unticked(field.grades.map(({ vi }) => vi)), { gap: 5 })
    case 'choice':
      return ticks(unticked(field.options.map(({ label }) => label.vi)), { gap: 8 })
    case 'date':
      return dateComb()
    case 'number':
      return columns([
        { width: 44, box: writingBox() },
        { width: 'rest', box: onLine(field.unit.vi) },
      ])
    default:
      return writingLine()
  }
}

function unticked(words: readonly string[]) {
  return words.map((each) => [each, false] as const)
}

/** Measurements that belong together as a small table: rows down, columns across. */
function drawCells(fields: readonly SectionField[]): Box {
  const heads = [...new Set(fields.map(({ cell }) => cell?.column.vi ?? ''))]
  const rows = [...new Set(fields.map(({ cell }) => cell?.row.vi ?? ''))]
  const unit = fields[0]?.kind === 'number' ? fields[0].unit.vi : ''
  const line = (first: Box, boxes: readonly Box[]) =>
    columns([
      { width: 74, box: first },
      ...boxes.map((box) => ({ width: 96, box })),
      { width: 'rest' as const, box: space(0) },
    ])
  const small = { size: 7.6, colour: ink.muted } as const
  const box = () =>
    columns([
      { width: 44, box: writingBox() },
      { width: 'rest', box: onLine(unit) },
    ])
  return stack([
    line(
      space(10),
      heads.map((head) => text(head, small)),
    ),
    ...rows.map((row) =>
      line(
        onLine(row),
        heads.map(() => box()),
      ),
    ),
    space(LINE / 6),
  ])
}
