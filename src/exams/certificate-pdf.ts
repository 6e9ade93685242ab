import { makePdf } from '../platform/pdf.ts'
import { pageBreak } from '../platform/pdf-box.ts'
import { drawClinical } from './certificate-clinical-drawing.ts'
import { drawConclusion, drawLaboratory } from './certificate-conclusion-drawing.ts'
import { drawHead, drawPerson, drawTitle } from './certificate-head-drawing.ts'
import { drawHistory } from './certificate-history-drawing.ts'
import type { CertificateProps } from './certificate-props.ts'
import { holds } from './certificate-words.ts'

/** The driver's health certificate in the order of the form of Thông tư 36/2024/TT-BYT. */
export function certificatePdf(props: CertificateProps): Promise<Uint8Array> {
  const { number, verification, hold } = props
  const marks = [number && `Số ${number}`, verification && `Mã tra cứu ${verification.code}`]
  return makePdf({
    title: `Giấy khám sức khỏe của người lái xe ${number ?? ''}`.trim(),
    paper: 'A4',
    createdAt: props.createdAt,
    footer: marks.filter(Boolean).join('  ·  ') || 'Giấy khám sức khỏe của người lái xe',
    ...(hold ? { watermark: holds[hold] } : {}),
    body: [
      drawHead(props),
      drawTitle(),
      drawPerson(props),
      ...drawHistory(props),
      pageBreak,
      ...drawClinical(props),
      ...drawLaboratory(props),
      ...drawConclusion(props),
    ],
  })
}
