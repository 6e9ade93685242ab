import { type CalendarDate, calendarDateOf, formatDayMonthYear } from '../core/calendar-date.ts'
import { makePdf } from '../platform/pdf.ts'
import { type Box, columns, mm, pad, rule, space, stack } from '../platform/pdf-box.ts'
import { qrCode } from '../platform/pdf-marks.ts'
import { field, ink, text } from '../platform/pdf-text.ts'

export type SlipProps = {
  createdAt: Date
  facility: { name: string; address?: string; phone?: string }
  patient: { name: string; birthDate: CalendarDate }
  licenceClass?: string
  /** The patient's own page; who holds this slip may open it. */
  link: string
  expiresAt: Date
}

const QR_SIDE = mm(62)

/** What the patient takes along from reception: the way to their own page. */
export function slipPdf(props: SlipProps): Promise<Uint8Array> {
  return makePdf({
    title: 'Phiếu theo dõi lượt khám',
    paper: 'A5',
    createdAt: props.createdAt,
    footer: props.facility.name,
    body: [
      drawHead(props),
      drawPerson(props),
      pad(drawCode(props), { top: 12 }),
      drawAdvice(props),
    ],
  })
}

function drawHead({ facility }: SlipProps): Box {
  const small = { size: 8, colour: ink.muted, align: 'center' } as const
  return stack([
    text(facility.name.toUpperCase(), { face: 'semibold', size: 10, align: 'center' }),
    ...(facility.address ? [text(facility.address, small)] : []),
    ...(facility.phone ? [text(`Điện thoại: ${facility.phone}`, small)] : []),
    space(5),
    rule(),
    space(10),
    text('PHIẾU THEO DÕI LƯỢT KHÁM', { face: 'semibold', size: 15, align: 'center' }),
    space(8),
  ])
}

function drawPerson({ patient, licenceClass, createdAt }: SlipProps): Box {
  const half = (left: Box, right: Box) =>
    columns(
      [
        { width: 'rest', box: left },
        { width: 150, box: right },
      ],
      10,
    )
  const kind = licenceClass ? `lái xe, hạng ${licenceClass}` : 'lái xe'
  return stack(
    [
      field('Họ và tên', patient.name.toUpperCase(), { size: 11 }),
      half(
        field('Ngày sinh', formatDayMonthYear(patient.birthDate)),
        field('Ngày khám', formatDayMonthYear(calendarDateOf(createdAt))),
      ),
      field('Khám sức khỏe', licenceClass === 'XMCD' ? 'điều khiển xe máy chuyên dùng' : kind),
    ],
    2,
  )
}

function drawCode({ link }: SlipProps): Box {
  const code: Box = {
    height: () => QR_SIDE,
    draw: (pdf, x, y, width) =>
      qrCode(link, QR_SIDE).draw(pdf, x + (width - QR_SIDE) / 2, y, QR_SIDE),
  }
  return stack([
    text('Quét mã bằng máy ảnh điện thoại để xem lượt khám của bạn', {
      face: 'semibold',
      size: 11,
      align: 'center',
    }),
    space(4),
    code,
    text(link.replace(/^https?:\/\//, ''), { size: 7.5, colour: ink.muted, align: 'center' }),
  ])
}

function drawAdvice({ expiresAt }: SlipProps): Box {
  const until = formatDayMonthYear(calendarDateOf(expiresAt))
  const lines = [
    'Trên trang này bạn xem được: đã khám xong những mục nào, mã QR để thanh toán, giấy khám sức khỏe và tiến độ hồ sơ đổi giấy phép lái xe.',
    `Mã dùng được đến hết ngày ${until}. Cần mã mới, xin hỏi quầy tiếp đón; mã cũ khi đó không mở được nữa.`,
    'Ai có mã này đều xem được lượt khám của bạn: đừng chụp gửi cho người khác.',
  ]
  return pad(
    stack(
      lines.map((line) =>
        columns(
          [
            { width: 8, box: text('•') },
            { width: 'rest', box: text(line) },
          ],
          2,
        ),
      ),
      3,
    ),
    { top: 12 },
  )
}
