import { calendarDateOf, clockTimeOf, formatDayMonthYear } from '../core/calendar-date.ts'
import { type Box, columns, mm, pad, space, stack, whole } from '../platform/pdf-box.ts'
import { checkbox, qrCode } from '../platform/pdf-marks.ts'
import { table } from '../platform/pdf-table.ts'
import { ink, text } from '../platform/pdf-text.ts'
import { sectionRow, signedTable } from './certificate-clinical-drawing.ts'
import { decimal, describeSubstances } from './certificate-findings.ts'
import { heading } from './certificate-history-drawing.ts'
import type { CertificateProps, PrintedConclusion, SectionParts } from './certificate-props.ts'
import { drivingOf, drugs, form, sectionTitles } from './certificate-words.ts'

/** With its quiet zone; the code itself is then 30 mm wide. */
const QR_SIDE = mm(37.5)

export function drawLaboratory(props: CertificateProps): Box[] {
  const { substances } = props.sections
  const results = substances ? drawTests(substances.findings) : []
  return [
    heading(form.laboratory),
    signedTable('Nội dung xét nghiệm', [
      sectionRow(props, sectionTitles.substances, substances, undefined, results),
    ]),
  ]
}

function drawTests(found: SectionParts['substances']): Box[] {
  const kinds = Object.keys(drugs) as (keyof typeof drugs)[]
  const results = kinds.map((kind) => {
    const result = found[kind]
    const words = result === 'positive' ? 'DƯƠNG TÍNH' : result === 'negative' ? 'Âm tính' : '–'
    const face = result === 'positive' ? 'semibold' : 'medium'
    return text(words, { size: 8, align: 'center', face })
  })
  const heads = kinds.map((kind) => ({
    width: 'rest' as const,
    head: drugs[kind],
    align: 'center' as const,
  }))
  const { alcohol, otherTests } = found
  const unit = alcohol?.unit === 'mg/l-breath' ? 'mg/l khí thở' : 'mg/100 ml máu'
  const others = (otherTests ?? []).map((test) => `${test.name}: ${test.result}`)
  return [
    table(heads, [results], { size: 8, cell: { top: 1, bottom: 1, left: 2, right: 2 } }),
    text(
      [
        { text: 'Nồng độ cồn: ', colour: ink.muted },
        alcohol ? `${decimal(alcohol.value)} ${unit}` : 'không chỉ định',
        { text: '.   Xét nghiệm khác: ', colour: ink.muted },
        others.length > 0 ? `${others.join('; ')}.` : 'không chỉ định.',
      ],
      { size: 8.3, leading: 1.32 },
    ),
    text(describeSubstances(found), { size: 8.3, leading: 1.32 }),
  ]
}

/** The conclusion and its signature stand on one page, unless the reason alone fills a page. */
export function drawConclusion(props: CertificateProps): Box[] {
  const concluded = pad(stack(outcomes(props), 1.2), { left: 8 })
  const signed = columns(
    [
      { width: 'rest', box: drawVerification(props) },
      { width: 230, box: drawConcluder(props) },
    ],
    16,
  )
  const parts = [heading(form.conclusion), concluded, whole(pad(signed, { top: 5 }))]
  const { reason = '' } = props.conclusion ?? {}
  const long = reason.length > 1_500 || reason.split('\n').length > 12
  return long ? parts : [whole(stack(parts))]
}

function outcomes({ conclusion, licenceClass }: CertificateProps): Box[] {
  const { outcome, reason, reexamineOn } = conclusion ?? {}
  const driving = drivingOf(licenceClass)
  const again = reexamineOn ? formatDayMonthYear(reexamineOn) : '……/……/………'
  const line = (words: string, checked: boolean) => checkbox(words, checked, { size: 9.2 })
  return [
    line(`1. Đủ điều kiện sức khỏe ${driving}.`, outcome === 'fit'),
    line(`2. Không đủ điều kiện sức khỏe ${driving}.`, outcome === 'unfit'),
    line(
      `3. Đạt tiêu chuẩn sức khỏe ${driving} nhưng yêu cầu khám lại vào ngày ${again}.`,
      outcome === 'fit-subject-to-review',
    ),
    ...(reason ? [text([{ text: 'Lý do: ', face: 'semibold' }, reason], { size: 9.2 })] : []),
  ]
}

function drawConcluder({ conclusion, facility }: CertificateProps): Box {
  const centred = { align: 'center' } as const
  return stack([
    text(signingLine(facility.place, conclusion), { ...centred, face: 'italic' }),
    text('NGƯỜI KẾT LUẬN', { ...centred, face: 'semibold', size: 10 }),
    text('(Ký, ghi rõ họ tên và đóng dấu)', { ...centred, size: 8, colour: ink.muted }),
    space(34),
    ...(conclusion ? signed(conclusion) : []),
  ])
}

function signed({ doctor, signedAt }: PrintedConclusion): Box[] {
  const small = { align: 'center', size: 8, colour: ink.muted } as const
  return [
    text(doctor.name, { align: 'center', face: 'semibold', size: 10 }),
    ...(doctor.registration ? [text(`Số CCHN: ${doctor.registration}`, small)] : []),
    text(`Đã ký điện tử lúc ${clockTimeOf(signedAt)} ngày ${dayOf(signedAt)}`, small),
  ]
}

function signingLine(place: string, conclusion: PrintedConclusion | undefined): string {
  if (!conclusion) return `${place}, ngày …… tháng …… năm ………`
  const [year, month, day] = calendarDateOf(conclusion.signedAt).split('-')
  return `${place}, ngày ${day} tháng ${month} năm ${year}`
}

function dayOf(instant: Date): string {
  return formatDayMonthYear(calendarDateOf(instant))
}

/** Where the code is typed in by hand: the page without the code. */
function lookUpAddress({ url, code }: NonNullable<CertificateProps['verification']>): string {
  return url.replace(/^https?:\/\//, '').replace(`/${code}`, '')
}

function drawVerification({ verification, validUntil }: CertificateProps): Box {
  const small = { size: 8 } as const
  const validity = validUntil
    ? `Giấy có giá trị 12 tháng kể từ ngày ký kết luận, đến hết ngày ${formatDayMonthYear(validUntil)}.`
    : 'Giấy có giá trị 12 tháng kể từ ngày ký kết luận.'
  if (!verification) return text(validity, small)
  const words = stack([
    text('Tra cứu giấy thật', { face: 'semibold', size: 8.5 }),
    text('Quét mã, hoặc mở địa chỉ', { ...small, colour: ink.muted }),
    text(lookUpAddress(verification), { ...small, face: 'medium' }),
    text(
      [
        { text: 'Mã: ', colour: ink.muted },
        { text: verification.code, face: 'semibold' },
      ],
      small,
    ),
    space(4),
    text(validity, small),
  ])
  return columns(
    [
      { width: QR_SIDE, box: qrCode(verification.url, QR_SIDE) },
      { width: 'rest', box: words },
    ],
    8,
  )
}
