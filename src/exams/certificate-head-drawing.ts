import { formatDayMonthYear } from '../core/calendar-date.ts'
import { type Box, columns, mm, pad, space, stack } from '../platform/pdf-box.ts'
import { nationalHead } from '../platform/pdf-family.ts'
import { checkbox, picture } from '../platform/pdf-marks.ts'
import { field, ink, type Run, text } from '../platform/pdf-text.ts'
import type { CertificateProps } from './certificate-props.ts'
import { drivingOf, form, purposes } from './certificate-words.ts'

const PORTRAIT = { width: mm(40), height: mm(60) }

export function drawHead({ facility, number }: CertificateProps): Box {
  const line = ['Số: ', { text: number ?? '…… /GKSKLX/ …… / ……', face: 'semibold' as const }]
  return drawLetterhead(facility, line)
}

/** Whose paper it is, and the country's head beside it; `line` stands under the name. */
export function drawLetterhead(facility: CertificateProps['facility'], line: readonly Run[]): Box {
  return nationalHead(
    [
      ...(facility.superior ? [facility.superior.toUpperCase()] : []),
      { text: facility.name.toUpperCase(), face: 'semibold' },
    ],
    [
      { text: form.country, face: 'semibold' },
      { text: form.motto, face: 'semibold', size: 9.5 },
    ],
    text(line, { align: 'center' }),
  )
}

export function drawTitle(): Box {
  const [first = '', second = ''] = form.title.split('\n')
  const centred = { align: 'center', face: 'semibold' } as const
  return pad(
    stack([text(first, { ...centred, size: 15 }), text(second, { ...centred, size: 10.5 })]),
    { top: 14, bottom: 12 },
  )
}

export function drawPerson(props: CertificateProps): Box {
  return columns(
    [
      { width: PORTRAIT.width, box: picture(props.portrait, PORTRAIT, form.portrait) },
      { width: 'rest', box: stack(personLines(props), 5.5) },
    ],
    16,
  )
}

function personLines({ person, licenceClass, purpose }: CertificateProps): Box[] {
  const dots = '……………………'
  const sex = row('Giới tính', [
    ['Nam', person.sex === 'male'],
    ['Nữ', person.sex === 'female'],
  ])
  const reasons = Object.entries(purposes).map(([key, words]) => [words, key === purpose] as const)
  return [
    field('Họ và tên (chữ in hoa)', person.name.toUpperCase(), { size: 10.5 }),
    columns(
      [
        { width: 150, box: sex },
        { width: 'rest', box: field('Ngày sinh', formatDayMonthYear(person.birthDate)) },
      ],
      8,
    ),
    ...documentLines(person.document),
    field('Chỗ ở hiện tại', person.address ?? dots),
    field('Điện thoại', person.phone ?? dots),
    field('Đề nghị khám sức khỏe để', drivingOf(licenceClass), { size: 10 }),
    row('Mục đích', reasons),
  ]
}

function documentLines(document: CertificateProps['person']['document']): Box[] {
  const dots = '……………………'
  const label = document?.kind === 'passport' ? 'Số hộ chiếu' : 'Số CCCD/định danh cá nhân'
  const issued = document?.issuedOn ? formatDayMonthYear(document.issuedOn) : dots
  return [
    field(label, document?.number ?? dots),
    text([
      ...labelled('Cấp ngày: ', issued),
      ...labelled('     Nơi cấp: ', document?.issuedPlace ?? dots),
    ]),
  ]
}

function labelled(label: string, value: string): Run[] {
  return [
    { text: label, colour: ink.muted },
    { text: value, face: 'medium' },
  ]
}

function row(label: string, boxes: readonly (readonly [string, boolean])[]): Box {
  return columns(
    [
      { width: 48, box: text(`${label}:`, { colour: ink.muted }) },
      ...boxes.map(([words, checked]) => ({
        width: 'rest' as const,
        box: checkbox(words, checked),
      })),
      ...(boxes.length < 3 ? [{ width: 10, box: space(0) }] : []),
    ],
    6,
  )
}
