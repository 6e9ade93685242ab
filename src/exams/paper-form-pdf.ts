import { makePdf } from '../platform/pdf.ts'
import { pageBreak } from '../platform/pdf-box.ts'
import { heading } from '../platform/pdf-family.ts'
import { form } from './certificate-words.ts'
import type { PaperFormProps } from './paper-form.ts'
import { drawPaperConclusion } from './paper-form-conclusion-drawing.ts'
import { drawPaperHead, drawPaperPerson } from './paper-form-head-drawing.ts'
import { drawPaperHistory } from './paper-form-history-drawing.ts'
import { drawPaperLimits } from './paper-form-limits-drawing.ts'
import { drawPaperSections } from './paper-form-section-drawing.ts'
import { paper } from './paper-form-words.ts'

/** The exam on paper for when there is no power: written by hand, typed in afterwards. */
export function paperFormPdf(props: PaperFormProps): Promise<Uint8Array> {
  const { exam } = props
  const clinical = props.sections.filter(
    ({ section }) => section !== 'declaration' && section !== 'substances',
  )
  const laboratory = props.sections.filter(({ section }) => section === 'substances')
  const marks = exam ? [exam.person.name, `Mã ${exam.code}`] : []
  return makePdf({
    title: exam ? `${paper.file} – ${exam.person.name}` : paper.file,
    paper: 'A4',
    createdAt: props.createdAt,
    footer: [...marks, paper.page].join('  ·  '),
    body: [
      drawPaperHead(props),
      drawPaperPerson(props),
      ...drawPaperHistory(props),
      pageBreak,
      heading(form.clinical),
      drawPaperSections(clinical, paper.examiner),
      heading(form.laboratory),
      drawPaperSections(laboratory, paper.technician),
      drawPaperConclusion(props),
      ...(props.limits ? [pageBreak, ...drawPaperLimits(props.limits)] : []),
    ],
  })
}
