import { type Box, columns, pad, space, stack, whole } from '../platform/pdf-box.ts'
import { heading } from '../platform/pdf-family.ts'
import { ink, text } from '../platform/pdf-text.ts'
import { form } from './certificate-words.ts'
import type { PaperFormProps } from './paper-form.ts'
import {
  asked,
  DATE_WIDTH,
  dateComb,
  ticks,
  ticksWidth,
  writingLine,
} from './paper-form-marks-drawing.ts'
import { paper } from './paper-form-words.ts'

export function drawPaperConclusion({ facility }: PaperFormProps): Box {
  const [fit, unfit, review] = paper.outcomes
  const centred = { align: 'center' } as const
  const signature = stack([
    text(`${facility.place}, ngày …… tháng …… năm ………`, { ...centred, face: 'italic' }),
    text(paper.concluder, { ...centred, face: 'semibold', size: 10 }),
    text('(Ký, ghi rõ họ tên và đóng dấu)', { ...centred, size: 7.6, colour: ink.muted }),
    space(48),
  ])
  const afterwards = stack([
    asked(paper.number, writingLine()),
    asked(paper.reenteredBy, writingLine()),
    text(paper.reenteredAt, { size: 8.4, colour: ink.muted }),
  ])
  return whole(
    stack([
      heading(form.conclusion),
      text(paper.conclude, { size: 8, colour: ink.muted }),
      ticks([[fit, false]]),
      ticks([[unfit, false]]),
      columns([
        { width: ticksWidth([review]), box: ticks([[review, false]]) },
        { width: DATE_WIDTH, box: dateComb() },
        { width: 'rest', box: space(0) },
      ]),
      asked(paper.reason, writingLine()),
      writingLine(),
      pad(
        columns(
          [
            { width: 'rest', box: afterwards },
            { width: 220, box: signature },
          ],
          16,
        ),
        { top: 6 },
      ),
    ]),
  )
}
