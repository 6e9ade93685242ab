import { type Box, columns, pad, space, stack, whole } from '../platform/pdf-box.ts'
import { heading } from '../platform/pdf-family.ts'
import { tick } from '../platform/pdf-marks.ts'
import { table } from '../platform/pdf-table.ts'
import { ink, text } from '../platform/pdf-text.ts'

import { familyQuestions, form, personalQuestions } from './certificate-words.ts'
import type { PaperFormProps } from './paper-form.ts'
import { asked, writingLine } from './paper-form-marks-drawing.ts'
import { paper, paperTitles } from './paper-form-words.ts'

/** The applicant's own part: every question with both answers to tick. */
export function drawPaperHistory(props: PaperFormProps): Box[] {
  const centred = { align: 'center' } as const
  const signature = stack([
    text(paper.signedToday, { ...centred, face: 'italic' }),
    text(paper.applicant, { ...centred, face: 'semibold' }),
    text(paper.sign, { ...centred, size: 7.6, colour: ink.muted }),
    space(26),
    text(props.exam?.person.name ?? '', { ...centred, face: 'medium' }),
  ])
  return [
    heading(paperTitles.declaration),
    questions(paper.family, Object.values(familyQuestions)),
    space(3),
    questions(paper.personal, Object.values(personalQuestions)),
    pad(text(paper.details, { size: 8, colour: ink.muted }), { top: 2 }),
    writingLine(),
    writingLine(),
    asked(paper.illness, writingLine()),
    asked(paper.medicines, writingLine()),
    whole(
      pad(
        columns(
          [
            { width: 'rest', box: text(form.pledge, { face: 'italic', size: 8.6 }) },
            { width: 190, box: signature },
          ],
          14,
        ),
        { top: 3 },
      ),
    ),
  ]
}

/** Down the left half, then down the right: the order of the screen. */
function questions(head: string, words: readonly string[]): Box {
  const half = Math.ceil(words.length / 2)
  const cells = (index: number): (Box | string)[] => {
    const question = words[index]
    if (!question) return ['', '', '']
    return [text(`${index + 1}. ${question}`, { size: 8, leading: 1.25 }), empty(), empty()]
  }
  const mark = { width: 34, align: 'center' } as const
  const heads = (title: string) => [
    { width: 'rest', head: title } as const,
    { ...mark, head: paper.no },
    { ...mark, head: paper.yes },
  ]
  const rows = Array.from({ length: half }, (_, index) => [...cells(index), ...cells(index + half)])
  return table([...heads(head), ...heads('')], rows, {
    size: 8.2,
    cell: { top: 1.6, bottom: 1.6, left: 4, right: 3 },
  })
}

function empty(): Box {
  return {
    height: () => 10,
    draw: (pdf, x, y, width) => tick(false, 9).draw(pdf, x + (width - 9) / 2, y + 1, 9),
  }
}
