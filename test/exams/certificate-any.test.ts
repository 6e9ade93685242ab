import fc from 'fast-check'
import { expect, it } from 'vitest'
import { certificatePdf } from '../../src/exams/certificate-pdf.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { anCertificate } from './certificate-cast.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(
    '',
    ' ',
    '\n\n\n',
    'x'.repeat(2_000),
    'a\n'.repeat(1_000),
    'Ngữ\u0300 😀 \u202eعرب\u202c 中文\t\r\n',
  ),
)

it('is drawn whatever was typed into it, with its conclusion on it', {
  timeout: 60_000,
}, async () => {
  const { psychiatry, eyes } = anCertificate.sections
  const { conclusion, person } = anCertificate
  if (!psychiatry || !eyes || !conclusion) throw new Error('the cast lost a section')
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (note, name, reason) => {
      const bytes = await certificatePdf({
        ...anCertificate,
        person: { ...person, name, address: note },
        sections: {
          ...anCertificate.sections,
          psychiatry: { ...psychiatry, findings: { note } },
          eyes: { ...eyes, findings: { diseases: reason }, disqualifications: [note] },
        },
        conclusion: { ...conclusion, outcome: 'unfit', reason },
      })
      const { pages } = await readPdf(bytes)
      expect(pages.join(' ')).toContain('NGƯỜI KẾT LUẬN')
    }),
    { numRuns: 25 },
  )
})
